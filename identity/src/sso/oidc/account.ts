import type { OidcClaimName } from '@hallpass/contract/oidc'
import type { Account } from 'oidc-provider'
import { valuesOf } from '../saml/expression.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { personFacts } from '../sign-on/person-facts.ts'
import { oidcClientById } from './store-clients.ts'

export type AccountDeps = Pick<SignOnDeps, 'db' | 'directory' | 'access' | 'credentials'>

/** What each claim is made of unless an administrator says otherwise. */
const usual: Partial<Record<OidcClaimName, string>> = {
  name: '{displayName}',
  given_name: '{givenName}',
  family_name: '{familyName}',
  preferred_username: '{login}',
  email: '{mail}',
  locale: '{locale}',
  groups: '{entitlements}',
}
const lists: readonly OidcClaimName[] = ['groups', 'roles', 'entitlements']

/**
 * The person behind a code, a token or a session, asked for at each use: nobody once they are disabled, lost the app, or
 * everything begun before a moment was ended (`begunAt`, in whole seconds, is when they signed in for it: what began in
 * the very second of that moment is over, too).
 */
export async function findAccount(
  deps: AccountDeps,
  input: { personId: string; clientId: string; begunAt: number | null },
): Promise<Account | undefined> {
  const { db } = deps
  const { personId } = input
  const client = await oidcClientById(db, input.clientId)
  if (!client) return undefined
  const { appId, settings } = client
  if (!(await deps.access.mayUse(db, personId, appId))) return undefined
  const { from } = await deps.credentials.validity(db, personId)
  if (from && input.begunAt !== null && input.begunAt < from.getTime() / 1000) return undefined
  const chosen = Object.fromEntries(settings.claims.map(({ name, value }) => [name, value]))
  return {
    accountId: personId,
    async claims() {
      const facts = await personFacts(deps, db, personId, appId)
      const claims: Record<string, unknown> = {}
      for (const [name, expression] of Object.entries<string>({ ...usual, ...chosen })) {
        const values = valuesOf(expression, facts)
        if (lists.some((each) => each === name)) claims[name] = values
        else if (values[0] !== undefined) claims[name] = values[0]
      }
      // Mail addresses come from the directory that owns the person, not from the person.
      if (claims.email !== undefined) claims.email_verified = true
      return { ...claims, sub: personId }
    },
  }
}
