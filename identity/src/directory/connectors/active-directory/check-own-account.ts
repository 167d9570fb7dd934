import { ownPasswordEnds } from '../ldap/check-policy.ts'
import type { LdapConnection } from '../ldap/connection.ts'
import { firstValue } from '../ldap/entries.ts'
import type { Note } from '../ldap/note.ts'
import { type Domain, readOwn } from './domain.ts'
import { protectedSids } from './protection.ts'
import { mayReplicate, ownToken, readDescriptor } from './rights.ts'
import type { AdShape } from './shape.ts'
import { fromFileTime } from './values.ts'

/** The service account must be an ordinary one (security A.2): each of these is a failure, never a warning. */
export async function checkOwnAccount(
  connection: LdapConnection,
  shape: AdShape,
  domain: Domain,
  note: Note,
): Promise<void> {
  const own = await readOwn(connection, shape, domain)
  if (own === null) {
    return note(
      'service account',
      false,
      'The service account does not find its own entry, so it cannot be kept out of reach.',
    )
  }
  const token = await ownToken(connection, shape, domain)
  const guarded = protectedSids(domain).some((sid) => token.has(sid)) || Number(firstValue(own, 'adminCount') ?? 0) > 0
  note(
    'service account',
    !guarded,
    guarded
      ? 'The service account is in a group that administers the domain. Take it out and delegate only the rights it needs.'
      : 'The service account is an ordinary account.',
  )
  const end = fromFileTime(firstValue(own, 'msDS-UserPasswordExpiryTimeComputed'))
  if (end !== null) note('own password', false, ownPasswordEnds(end))
  const head = await readDescriptor(connection, domain.dn)
  const replicates = head !== null && mayReplicate(head, token)
  note(
    'replication',
    !replicates,
    replicates
      ? 'The service account may replicate all changes of the domain, and with them every password hash. Take that right away.'
      : head === null
        ? 'The rights on the domain may not be read; the service account is not seen to replicate.'
        : 'The service account may not replicate the domain.',
  )
}
