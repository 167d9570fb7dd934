import type Provider from 'oidc-provider'
import { Failure } from '../../platform/errors.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'

export type TellClient = { clientId: string; personId: string; sid: string | null; messageId: string }

/** The provider's parts that make a logout token, which its types leave out. */
type LogoutToken = {
  mask: object
  set(name: string, value: unknown): void
  issue(options: { use: 'logout' }): Promise<string>
}
type TokenMaker = {
  IdToken: new (claims: object, options: { client: unknown; ctx: undefined }) => LogoutToken
}

/**
 * Tells an app that its person is signed out here (OpenID Connect Back-Channel Logout 1.0 §2.5): of one session of the
 * app where `sid` names it, else of all of them. Throws when the app did not take it, so that the job comes again; the
 * token names the same message each time (`messageId`) and is never older than two minutes.
 */
export async function tellClient(
  deps: Pick<SignOnDeps, 'egress'>,
  provider: Provider,
  input: TellClient,
): Promise<void> {
  const client = await provider.Client.find(input.clientId)
  const uri = (client as { backchannelLogoutUri?: string } | undefined)?.backchannelLogoutUri
  if (!client || !uri) return
  const { IdToken } = provider as unknown as TokenMaker
  const token = new IdToken({ sub: input.personId }, { client, ctx: undefined })
  token.mask = { sub: null }
  token.set('events', { 'http://schemas.openid.net/event/backchannel-logout': {} })
  token.set('jti', input.messageId)
  if (input.sid !== null) token.set('sid', input.sid)
  const body = new URLSearchParams({ logout_token: await token.issue({ use: 'logout' }) })
  const answer = await deps.egress.fetch(uri, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
    timeoutMs: 5000,
    bytesMax: 64 * 1024,
  })
  if (answer.status !== 200 && answer.status !== 204)
    throw new Failure('unavailable', 'logout_not_taken', `The app answered the sign-out with status ${answer.status}.`)
}
