import type { Directory } from '../directory/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { policyOf } from './policy-of.ts'

export type ToldAddressesDeps = { directory: Pick<Directory, 'person' | 'addressesOf' | 'formerContactsOf'> }

/**
 * Where a person is told what happened to their account: every address the directory has, and those it had until lately.
 * An address counts as known for as long as the one in its place proves nothing.
 */
export async function toldAddresses(deps: ToldAddressesDeps, tx: Tx, personId: string, now: Date): Promise<string[]> {
  const person = await deps.directory.person(tx, personId)
  if (!person) return []
  const [{ addressQuietDays }, present] = await Promise.all([
    policyOf(tx, person.directoryId),
    deps.directory.addressesOf(tx, personId),
  ])
  const since = new Date(now.getTime() - addressQuietDays * 24 * 3_600_000)
  const former = await deps.directory.formerContactsOf(tx, personId, since)
  return [
    ...new Set([
      ...present.map(({ mail }) => mail),
      ...former.flatMap(({ kind, contact }) => (kind === 'mail' ? contact : [])),
    ]),
  ]
}
