import type { SamlSettings } from '@hallpass/contract/saml'
import type { Reader } from '../../platform/database/database.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { personFacts } from '../sign-on/person-facts.ts'
import { valuesOf } from './expression.ts'

type NamesakesDeps = Pick<SignOnDeps, 'directory' | 'access'>

/**
 * Who else may use the app and would be named the same there: the app could not tell them apart, and one would be let into
 * the account of the other. Looked for among those who share login or address with the person; whether letters are large or
 * small tells nobody apart. Opaque names are one person's.
 */
export async function namesakesAt(
  deps: NamesakesDeps,
  r: Reader,
  { settings, personId, appId }: { settings: SamlSettings; personId: string; appId: string },
): Promise<string[]> {
  if (settings.nameIdFormat === 'persistent' || settings.nameIdFormat === 'transient') return []
  const nameOf = async (id: string) =>
    valuesOf(settings.nameId, await personFacts(deps, r, id, appId))[0]?.toLowerCase()
  const others = await deps.directory.namesakesOf(r, personId)
  if (others.length === 0) return []
  const own = await nameOf(personId)
  const same: string[] = []
  for (const id of others)
    if ((await deps.access.mayUse(r, id, appId)) && (await nameOf(id)) === own && own !== undefined) same.push(id)
  return same
}
