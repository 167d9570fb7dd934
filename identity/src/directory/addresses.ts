import type { Reader } from '../platform/database/database.ts'
import { addressesOf } from './store/people.ts'
import type { DirectoryRow } from './store/tables.ts'
import type { Address } from './types.ts'

/**
 * The mailboxes of a person, and which of them may prove who they are when the password is forgotten (security B.6): not
 * one whose domain (or a domain above it) opens with this very password, and not one that two people have. Unless an
 * administrator said which domains those are, the domain of the primary address is taken for one.
 */
export async function addressesFor(
  r: Reader,
  personId: string,
  directory: Pick<DirectoryRow, 'sync' | 'kind'>,
): Promise<Address[]> {
  const rows = await addressesOf(r, personId)
  const named = directory.sync.ownMailDomains.map((domain) => domain.toLowerCase())
  const usual = directory.kind === 'built-in' ? [] : rows.filter((row) => row.primary).map((row) => domainOf(row.mail))
  const own = named.length > 0 ? named : usual
  return rows.map(({ shared, ...address }) => ({ ...address, recovery: !shared && !isWithin(address.mail, own) }))
}

const domainOf = (mail: string): string => mail.slice(mail.lastIndexOf('@') + 1).toLowerCase()

function isWithin(mail: string, domains: readonly string[]): boolean {
  return domains.some((own) => domainOf(mail) === own || domainOf(mail).endsWith(`.${own}`))
}
