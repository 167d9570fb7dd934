import type { SamlForm } from '@hallpass/contract/saml'
import type { Actor } from '../../audit/module.ts'
import { Failure, invalidField } from '../../platform/errors.ts'
import type { Principal } from '../../platform/http/principal.ts'
import { acr } from '../acr.ts'
import { decideSignOn } from '../decide-sign-on.ts'
import { appUnknown } from '../errors.ts'
import { refuseApp } from '../refuse-app.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { issueResponse } from './issue-response.ts'
import { releaseName } from './release-name.ts'
import { findSamlApp } from './store-saml.ts'

/**
 * A sign-on that starts here, without a request of the app (security C.18): only for apps an administrator opened for
 * it, only by a call of our own page, and with a RelayState of the app's list.
 */
export async function startSignOn(
  deps: SignOnDeps,
  input: { appId: string; relayState: string | undefined; principal: Principal; address: string; actor: Actor },
): Promise<SamlForm> {
  const { appId, principal } = input
  const app = await deps.access.app(deps.db, appId)
  if (!app || app.state === 'retired') throw appUnknown()
  const decision = await decideSignOn(deps, { principal, appId, address: input.address })
  if (decision.kind === 'refused') throw await refuseApp(deps, { ...input, decision })
  if (decision.kind === 'needs')
    throw new Failure(
      'unauthenticated',
      'insufficient_user_authentication',
      'Confirm that it is you, then try again.',
      {
        extra: { max_age: decision.maxAgeSeconds ?? 0 },
      },
    )
  const saml = await findSamlApp(deps.db, appId)
  if (!saml?.settings.idpInitiated)
    throw new Failure('conflict', 'starts_at_app', 'Sign-on to this app starts at the app itself.')
  const { relayStates, acs } = saml.settings
  if (input.relayState !== undefined && !relayStates.includes(input.relayState))
    throw invalidField('relayState', 'This is not among the places that the app allows.')
  const acsUrl = (acs.find((each) => each.isDefault) ?? acs[0])?.url ?? ''
  const details = { acsUrl, inResponseTo: null, relayState: input.relayState ?? relayStates[0] ?? null }
  const form = await deps.db.transaction(async (tx) => {
    const who = { settings: saml.settings, personId: principal.personId, appId, actor: input.actor }
    const released = await releaseName(deps, tx, who)
    if ('refused' in released) return released.refused
    const { named } = released
    deps.audit.record(tx, {
      action: 'app.signed_on',
      actor: input.actor,
      subjects: { personId: principal.personId, appId },
      after: { protocol: 'saml', startedHere: true, acr: decision.acr, rule: decision.rule },
    })
    return issueResponse(deps, tx, {
      app: saml,
      details,
      principal,
      named,
      authenticatedAt: decision.authTime,
      isMultiFactor: decision.acr !== acr.one,
      requestedClass: null,
    })
  })
  if (typeof form !== 'string') return form
  throw await refuseApp(deps, { ...input, decision: { kind: 'refused', reason: form, rule: null } })
}
