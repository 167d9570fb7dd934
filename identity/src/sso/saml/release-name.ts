import type { SamlSettings } from '@hallpass/contract/saml'
import type { Actor } from '../../audit/module.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { personFacts } from '../sign-on/person-facts.ts'
import { type Named, namePerson } from './name-person.ts'
import { isDoubtful, keyOf } from './namesakes.ts'
import { lockHolder, takeName } from './store-names.ts'

/**
 * What the app is told about somebody, under the name that it knows nobody else by; null when it knows somebody else by it,
 * for good, until an administrator frees the name (`free-name.ts`). Of those who come for the first time with the same name
 * none gets it, but for the only one whose address their directory vouches for. In the transaction in which the app is told.
 */
export async function releaseName(
  deps: Pick<SignOnDeps, 'directory' | 'access' | 'audit' | 'clock'>,
  tx: Tx,
  input: { settings: SamlSettings; personId: string; appId: string; actor: Actor },
): Promise<Named | null> {
  const { settings, personId, appId, actor } = input
  const of = { settings, personId, appId, facts: await personFacts(deps, tx, personId, appId) }
  const named = await namePerson(tx, of)
  const nameKey = keyOf(of)
  if (nameKey === null) return named
  const known = await lockHolder(tx, { appId, nameKey })
  if (known === personId) return named
  if (known !== null || (await isDoubtful(deps, tx, of))) return null
  // Somebody came first: with two tabs it was themselves.
  if (!(await takeName(tx, { appId, personId, nameKey }, deps.clock.now())))
    return (await lockHolder(tx, { appId, nameKey })) === personId ? named : null
  const personal = { name: named.nameId.value }
  deps.audit.record(tx, { action: 'app.name_taken', actor, subjects: { personId, appId }, personal })
  return named
}
