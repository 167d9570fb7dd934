import type { Secret } from '../../../platform/secret.ts'
import type { PersonRef, Verdict } from '../connector.ts'
import { DirectoryFailure } from '../failures.ts'
import type { LdapConnection } from '../ldap/connection.ts'
import { toFailure } from '../ldap/connection.ts'
import { firstValue } from '../ldap/entries.ts'
import { verdictOfRefusedBind } from './answers.ts'
import type { AdContext } from './context.ts'
import { readEntry, serverTime } from './domain.ts'
import { waitBeforeTry } from './lockout.ts'
import type { AdTarget } from './person.ts'
import { fromFileTime } from './values.ts'

export type SignIn = (who: PersonRef, password: Secret, caller?: { isStranger: boolean }) => Promise<Verdict>

/**
 * A bind as the person, over TLS. An empty password never reaches a server (RFC 4513 §5.1.2), nor does one that could
 * only cost the person a try: of somebody disabled, ended, locked, or too near to being locked. One after the other for
 * each person, so that many tries at once cannot pass the count together.
 */
export function adSignIn(context: AdContext): SignIn {
  return async (who, password, caller) => {
    if (password.length === 0) return { kind: 'wrong' }
    return await context.oneAtATime(who.key, async () => {
      const person = await context.target(who)
      if (person === null) return { kind: 'wrong' }
      const answer = withoutAsking(person, caller?.isStranger ?? false)
      if (answer !== null) return answer
      return await context.service.asSomebody(async (connection) => {
        try {
          await connection.bind(person.entry.dn, password.reveal())
        } catch (error) {
          const verdict = verdictOfRefusedBind(error)
          if (verdict !== null) return verdict
          throw error instanceof DirectoryFailure ? error : toFailure(error)
        }
        return await accepted(context, connection, person)
      })
    })
  }
}

function withoutAsking(person: AdTarget, isStranger: boolean): Verdict | null {
  if (person.disabled) return { kind: 'disabled' }
  if (person.ended) return { kind: 'account_expired' }
  if (person.locked) return { kind: 'locked' }
  const wait = waitBeforeTry(person, isStranger)
  return wait === null ? null : { kind: 'wait', until: wait.until }
}

/**
 * Read after the bind and at the controller that accepted it: a password set in between must not look old. For an hour
 * after one was set, by whomever, the one before binds, too (security B.10).
 */
async function accepted(context: AdContext, connection: LdapConnection, person: AdTarget): Promise<Verdict> {
  const own = await readEntry(connection, person.guidDn, ['pwdLastSet']).catch(() => null)
  const text = own === null ? null : firstValue(own, 'pwdLastSet')
  const setAt = text === null ? ((await context.target({ key: person.key }))?.setAt ?? null) : fromFileTime(text)
  const now = await serverTime(connection)
  const { expiresAt } = person
  return {
    kind: 'ok',
    graceSignInsLeft: null,
    expiresInSeconds: expiresAt === null ? null : Math.max(0, Math.round((expiresAt.getTime() - now.getTime()) / 1000)),
    oldPasswordMayBind:
      context.shape.oldPasswordMs > 0 &&
      (setAt === null || now.getTime() - setAt.getTime() < context.shape.oldPasswordMs),
    passwordSetAt: setAt,
  }
}
