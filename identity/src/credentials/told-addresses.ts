import type { Directory } from '../directory/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { policyOf } from './policy-of.ts'

export type ToldAddressesDeps = { directory: Pick<Directory, 'person' | 'addressesOf' | 'formerContactsOf'> }

/**
 * Where a person is told what happened to their account: every address the directory has, and those it had until lately.
 * An address counts as known for as long as the one in its place proves nothing.
 */
export async function toldAddresses(deps: ToldAddressesDeps, tx: Tx, personId: string, now: Date): Promise<string[]> {
  // Side by side: all that are kept are few, and which of them count is seen here.
  const [quietDays, present, former] = await Promise.all([
    quietDaysOf(deps, tx, personId),
    deps.directory.addressesOf(tx, personId),
    deps.directory.formerContactsOf(tx, personId, new Date(0)),
  ])
  if (quietDays === null) return []
  const since = new Date(now.getTime() - quietDays * 24 * 3_600_000)
  const lately = former.filter(({ leftAt }) => leftAt >= since)
  return [
    ...new Set([
      ...present.map(({ mail }) => mail),
      ...lately.flatMap(({ kind, contact }) => (kind === 'mail' ? contact : [])),
    ]),
  ]
}

/** Null for nobody. */
async function quietDaysOf(deps: ToldAddressesDeps, tx: Tx, personId: string): Promise<number | null> {
  const person = await deps.directory.person(tx, personId)
  return person && (await policyOf(tx, person.directoryId)).addressQuietDays
}
