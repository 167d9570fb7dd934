import type { Reader } from '../platform/database/database.ts'
import { addressesOf } from './store/people.ts'
import type { DirectoryRow } from './store/tables.ts'
import type { Address } from './types.ts'

/**
 * The mailboxes of a person, and which of them may prove who they are when the password is forgotten (security B.6): not
 * one whose domain (or a domain above it) opens with this very password, and not one that two people have.
 */
export async function addressesFor(
  r: Reader,
  personId: string,
  directory: Pick<DirectoryRow, 'sync'>,
): Promise<Address[]> {
  const own = directory.sync.ownMailDomains.map((domain) => domain.toLowerCase())
  const rows = await addressesOf(r, personId)
  return rows.map(({ shared, ...address }) => ({ ...address, recovery: !shared && !isWithin(address.mail, own) }))
}

function isWithin(mail: string, domains: readonly string[]): boolean {
  const domain = mail.slice(mail.lastIndexOf('@') + 1).toLowerCase()
  return domains.some((own) => domain === own || domain.endsWith(`.${own}`))
}
