import type { Glide } from './ports.ts'
import { tables } from './tables.ts'

/** Which apps the order form offers to a person: what can be asked for, without what they were given already. */
export function appQualifier(glide: Glide, personId: string): string {
  const held = glide.tables
    .find(tables.grant, [
      ['person', personId],
      ['state', 'active'],
    ])
    .map((grant) => grant.get('app'))
    .filter((id) => /^[0-9a-f]{32}$/.test(id))
  const query = 'requestable=true'
  return held.length === 0 ? query : `${query}^sys_idNOT IN${held.join(',')}`
}
