import { PasswordPolicyControl } from 'ldapts'
import type { Secret } from '../../../platform/secret.ts'
import type { PersonRef, Verdict } from '../connector.ts'
import { DirectoryFailure } from '../failures.ts'
import { toFailure } from './connection.ts'
import type { LdapShape } from './entries.ts'
import { readPerson } from './person.ts'
import { unknownPolicy, verdictOfAcceptedBind, verdictOfRefusedBind } from './policy.ts'
import type { LdapService } from './service.ts'

export type SignIn = (who: PersonRef, password: Secret) => Promise<Verdict>

/**
 * A bind as the person. An empty password never reaches a server: it would bind as nobody and look like a yes
 * (RFC 4513 §5.1.2). A disabled entry is not asked, an entry that is gone is a wrong password.
 */
export function ldapSignIn(service: LdapService, shape: LdapShape): SignIn {
  return async (who, password) => {
    if (password.length === 0) return { kind: 'wrong' }
    const person = await service.read((connection) => readPerson(connection, shape, who))
    if (person === null) return { kind: 'wrong' }
    if (person.disabled) return { kind: 'disabled' }
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
