import type { Entry } from 'ldapts'
import type { Clock } from '../../../platform/clock.ts'
import type { PersonRecord } from '../connector.ts'
import { type LdapShape, toPerson } from './entries.ts'
import type { LdapPolicy } from './flavour-type.ts'
import { policyDnOf, readPolicy } from './person.ts'
import { unknownPolicy } from './policy.ts'
import type { Reach } from './reach.ts'
import type { LdapService } from './service.ts'

/** Makes people of entries, with what stands beside the entry: the rules that say when a password ends, and the reach. */
export type Records = (entries: readonly Entry[]) => Promise<PersonRecord[]>

const keptMs = 60_000

export function ldapRecords(deps: { service: LdapService; reach: Reach; clock: Clock }, shape: LdapShape): Records {
  const kept = new Map<string, { at: number; policy: Promise<LdapPolicy> }>()
  const policyOf = (name: string): Promise<LdapPolicy> => {
    const now = performance.now()
    const known = kept.get(name)
    if (known && now - known.at < keptMs) return known.policy
    const policy = deps.service.read((connection) => readPolicy(connection, shape, name))
    kept.set(name, { at: now, policy })
    policy.catch(() => kept.delete(name))
    return policy
  }
  return async (entries) => {
    const isBeyond = await deps.reach.recent()
    const records: PersonRecord[] = []
    for (const entry of entries) {
      const record = toPerson(entry, shape)
      if (record === null) continue
      const policyDn = policyDnOf(entry, shape)
      const policy = policyDn === null ? unknownPolicy : await policyOf(policyDn)
      const facts = shape.flavour.factsOf(entry, policy, deps.clock.now())
      records.push({
        ...record,
        protected: isBeyond({ dn: entry.dn, login: record.login }),
        passwordSetAt: facts.changedAt,
        passwordExpiresAt: facts.expiresAt,
      })
    }
    return records
  }
}
