/** What an account points at by name: its department, and where somebody works. */
import type { Person } from '../directory/module.ts'
import { type AppLinks, placeKinds, type RecordKind } from './connectors/connector.ts'
import { makeRecord } from './make-record.ts'
import type { ReconcileDeps, Run } from './run.ts'
import type { Unlinked } from './types.ts'

const kinds: readonly RecordKind[] = ['department', ...placeKinds]

/** What each is written as in the app. */
export type Linked = Partial<Record<RecordKind, string>>

/** What their directory says, in its own words. */
export const namesOf = (person: Pick<Person, RecordKind> | null): { kind: RecordKind; name: string }[] =>
  kinds.flatMap((kind) => {
    const name = person?.[kind]
    return name ? [{ kind, name }] : []
  })

/** Found, or made where the connection says so; `missing`: what the app would keep and has not, so that it is looked for again. */
export async function namedRecordsOf(
  deps: ReconcileDeps,
  run: Run,
  links: AppLinks,
): Promise<{ linked: Linked; missing: Unlinked[] }> {
  const linked: Linked = {}
  const missing: Unlinked[] = []
  for (const { kind, name } of namesOf(run.person)) {
    if (kind !== 'department' && !links.places?.kinds.includes(kind)) continue
    const found = kind === 'department' ? await links.department(name) : await links.places?.find(kind, name)
    const made = found ? { id: found } : await make(deps, run, links, { kind, name })
    if (made.id === null) missing.push({ kind, name, why: made.why })
    else linked[kind] = made.id
  }
  return { linked, missing }
}

async function make(
  deps: ReconcileDeps,
  run: Run,
  links: AppLinks,
  wanted: { kind: RecordKind; name: string },
): Promise<{ id: string } | { id: null; why: Unlinked['why'] }> {
  const { account, connection } = run
  // A department that was linked under this name is there: renamed, or out of sight.
  const isKnown =
    wanted.kind === 'department' && account.departmentRef !== null && account.departmentName === wanted.name
  if (connection.settings.missingRecords === 'leave' || links.records === undefined || isKnown)
    return { id: null, why: 'not_found' }
  const made = await makeRecord(deps, run, links.records, wanted)
  if (made.id !== null) return { id: made.id }
  return { id: null, why: made.why === 'several' ? 'not_found' : 'refused' }
}
