import { PasswordPolicyControl } from 'ldapts'
import type { Clock } from '../../../platform/clock.ts'
import type { Secret } from '../../../platform/secret.ts'
import type { PersonRef, Verdict } from '../connector.ts'
import { DirectoryFailure } from '../failures.ts'
import { type LdapConnection, toFailure } from './connection.ts'
import type { LdapShape } from './entries.ts'
import { waitBeforeBind } from './lockout.ts'
import { type LdapPerson, readPerson, readPolicy } from './person.ts'
import { unknownPolicy, verdictOfAcceptedBind, verdictOfRefusedBind } from './policy.ts'
import type { LdapService } from './service.ts'

export type SignIn = (who: PersonRef, password: Secret, caller?: { isStranger: boolean }) => Promise<Verdict>

/**
 * A bind as the person. An empty password never reaches a server: it would bind as nobody and look like a yes
 * (RFC 4513 §5.1.2). A disabled entry is not asked, an entry that is gone is a wrong password. Nor is anything sent that
 * could bring the server's own lock within two tries, also where it was brought near elsewhere or never forgets. Whom it
 * has locked already it tells so itself.
 */
export function ldapSignIn(service: LdapService, shape: LdapShape, clock: Clock): SignIn {
  return async (who, password, caller) => {
    if (password.length === 0) return { kind: 'wrong' }
    const found = await service.read(async (connection) => {
      const person = await readPerson(connection, shape, who)
      if (person === null || person.disabled) return { person, wait: null }
      return { person, wait: await waitOf(connection, shape, person, clock.now(), caller?.isStranger ?? false) }
    })
    const { person, wait } = found
    if (person === null) return { kind: 'wrong' }
    if (person.disabled) return { kind: 'disabled' }
    if (wait !== null) return { kind: 'wait', until: wait.until }
    return await service.asSomebody(async (connection) => {
      const control = new PasswordPolicyControl()
      try {
        await connection.bind(person.dn, password.reveal(), control)
        const facts = shape.flavour.factsOf(person.entry, unknownPolicy, new Date(0))
        return verdictOfAcceptedBind(control.value, facts)
      } catch (error) {
        const verdict = verdictOfRefusedBind(error, control.value)
        if (verdict !== null) return verdict
        throw error instanceof DirectoryFailure ? error : toFailure(error)
      }
    })
  }
}

/** The rules are read only where wrong tries were counted, so that most sign-ins ask nothing more. */
async function waitOf(
  connection: LdapConnection,
  shape: LdapShape,
  person: LdapPerson,
  now: Date,
  isStranger: boolean,
): Promise<{ until: Date | null } | null> {
  const { flavour } = shape
  // However old a wrong try is, rules that were not read yet may still count it.
  const everCounting = { ...unknownPolicy, observationSeconds: null }
  if (flavour.factsOf(person.entry, everCounting, now).wrongTries.count === 0) return null
  const policy = await readPolicy(connection, shape, person.policyDn)
  const { wrongTries, locked } = flavour.factsOf(person.entry, policy, now)
  return locked ? null : waitBeforeBind(policy.lockoutTries, wrongTries, isStranger)
}
