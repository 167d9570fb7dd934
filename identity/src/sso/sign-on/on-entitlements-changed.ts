import type { Tx } from '../../platform/database/database.ts'
import { findOidcClient } from '../oidc/store-clients.ts'
import { namesIn } from '../saml/names-in.ts'
import { findSamlApp } from '../saml/store-saml.ts'
import type { SignOnProtocol } from '../store-sign-on-authors.ts'
import { type ChangeInSightDeps, holdAuthor, tellSignOnChange } from './change-in-sight.ts'
import { isNamedByEntitlements, type Told } from './own-values.ts'

/**
 * What a role gives was changed. Where an app knows people by just that, whoever changed it said who people are, and waits
 * for somebody else as if they had changed the settings of the sign-on (security C.19). In the transaction of the change.
 */
export async function onEntitlementsChanged(
  deps: ChangeInSightDeps,
  tx: Tx,
  { appIds, actorPersonId }: { appIds: string[]; actorPersonId: string | null },
): Promise<void> {
  if (actorPersonId === null) return
  for (const appId of appIds) {
    const [client, saml] = await Promise.all([findOidcClient(tx, appId), findSamlApp(tx, appId)])
    const told: [SignOnProtocol, readonly Told[]][] = [
      ['oidc', client?.settings.claims ?? []],
      ['saml', saml ? namesIn(saml.settings) : []],
    ]
    const held = told.filter(([, names]) => names.some(isNamedByEntitlements))
    for (const [protocol] of held) await holdAuthor(deps, tx, { appId, protocol, authorId: actorPersonId })
    if (held.length > 0)
      await tellSignOnChange(deps, tx, { appId, authorId: actorPersonId, change: 'entitlements', isHeld: true })
  }
}
