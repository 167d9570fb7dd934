import type { OidcClaimName, OidcSettings } from '@hallpass/contract/oidc'
import type { Account } from 'oidc-provider'
import { valuesOf } from '../saml/expression.ts'
import { vouchedToOthers } from '../saml/namesakes.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { knownFacts } from '../sign-on/person-facts.ts'
import { isRefreshRefused } from './judge-refresh.ts'
import { sessionBehind } from './session-behind.ts'
import { oidcClientById } from './store-clients.ts'

export type AccountDeps = Pick<SignOnDeps, 'db' | 'clock' | 'directory' | 'access' | 'credentials'>

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

/** What an app may read for each scope that it asks for. */
export const claimsOfScope = {
  profile: ['name', 'given_name', 'family_name', 'preferred_username', 'locale', 'title', 'department', 'login', 'upn'],
  email: ['email', 'email_verified'],
  groups: ['groups', 'roles', 'entitlements'],
} as const satisfies Record<string, readonly (OidcClaimName | 'email_verified')[]>

/** ID tokens travel in addresses (`id_token_hint`) and in the cookies of apps: more than this is fetched instead. */
const listMax = { values: 100, characters: 3000 }

/**
 * The person behind a code, a token or a session, asked for at each use: nobody once they are disabled, lost the app, the
 * session behind it was ended, or everything begun before a moment was (`begunAt`, in whole seconds, is when they signed in
 * for it: what began in the very second of that moment is over, too).
 */
export async function findAccount(
  deps: AccountDeps,
  input: {
    personId: string
    clientId: string
    begunAt: number | null
    userinfoUrl: string
    /** What a code or token came of, where one is behind it. */
    grantId?: string | undefined
    /** Whether that is a refresh token, of which more is to come. */
    isRefresh?: boolean
  },
): Promise<Account | undefined> {
  const { db } = deps
  const { personId } = input
  const client = await oidcClientById(db, input.clientId)
  if (!client) return undefined
  const { appId, settings } = client
  const { grantId, isRefresh = false } = input
  const [mayUse, { from }, behind, isRefused] = await Promise.all([
    deps.access.mayUse(db, personId, appId),
    deps.credentials.validity(db, personId),
    grantId === undefined ? null : sessionBehind(db, { personId, grantId }, deps.clock.now()),
    isRefresh && grantId !== undefined && isRefreshRefused(deps, db, { personId, appId, grantId }),
  ])
  if (!mayUse || behind === 'ended' || isRefused) return undefined
  if (from && input.begunAt !== null && input.begunAt < from.getTime() / 1000) return undefined
  const chosen = Object.fromEntries(settings.claims.map(({ name, value }) => [name, value]))
  return {
    accountId: personId,
    async claims(use, scope) {
      const isForToken = use === 'id_token'
      if (isForToken && settings.idTokenClaims === false) return { sub: personId }
      const told = toldBy(scope, settings.claims)
      if (told.size === 0) return { sub: personId }
      const facts = await knownFacts(deps, db, personId, appId)
      const claims: Record<string, unknown> = {}
      const elsewhere: string[] = []
      for (const [name, expression] of Object.entries<string>({ ...usual, ...chosen })) {
        if (!told.has(name)) continue
        // `email` says of itself whether it is vouched for; whatever else is made of an address is left out, as if there were none.
        const isOthers =
          name !== 'email' &&
          expression.includes('{mail') &&
          (await vouchedToOthers(deps, db, { personId, facts, expression })).length > 0
        const values = isOthers ? [] : valuesOf(expression, facts)
        if (!lists.some((each) => each === name)) {
          if (values[0] !== undefined) claims[name] = values[0]
        } else if (isForToken && isTooLong(values)) elsewhere.push(name)
        else claims[name] = values
      }
      if (typeof claims.email === 'string') claims.email_verified = await isVouched(deps, personId, claims.email)
      return { ...claims, ...pointedTo(elsewhere, input.userinfoUrl), sub: personId }
    },
  }
}

/** Whether this address is theirs by the word of their directory, and nobody else's: what an app may link accounts by. */
async function isVouched({ db, directory }: AccountDeps, personId: string, mail: string): Promise<boolean> {
  const own = await directory.vouchedMails(db, personId)
  return own.some((each) => each.toLowerCase() === mail.toLowerCase())
}

/** Claims that come with the scopes; those that an administrator added for this app, beyond the standard ones, always do. */
function toldBy(scope: string, own: OidcSettings['claims']): Set<string> {
  const byScope = scope.split(' ').flatMap((each) => claimsOfScope[each as keyof typeof claimsOfScope] ?? [])
  const added = own.map(({ name }) => name).filter((name) => !standard.includes(name))
  return new Set([...byScope, ...added])
}

const standard: readonly OidcClaimName[] = [
  'name',
  'given_name',
  'family_name',
  'preferred_username',
  'locale',
  'email',
]

const isTooLong = (values: readonly string[]): boolean =>
  values.length > listMax.values || JSON.stringify(values).length > listMax.characters

/** Distributed claims (Core §5.6.2): named, and where they are read with the access token. */
function pointedTo(names: readonly string[], endpoint: string): Record<string, unknown> {
  if (names.length === 0) return {}
  return {
    _claim_names: Object.fromEntries(names.map((name) => [name, 'userinfo'])),
    _claim_sources: { userinfo: { endpoint } },
  }
}
