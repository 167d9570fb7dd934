import type Provider from 'oidc-provider'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { ofRequest } from './of-request.ts'

const proven = ofRequest<true>('proven')

/**
 * Notes calls of programs that gave a right secret, or a token that holds, and asked for what they may. How many of these come
 * is up to the app, as one that signs everybody on at nine; all others are floods or tries, and count for their network.
 */
export function noteProvenCallers(provider: Provider): void {
  provider.use(async (context, next) => {
    await next()
    const { oidc, req, status } = context as KoaContextWithOIDC
    if (status >= 400 || !oidc) return
    if (oidc.route === 'userinfo' || (secretRoutes.has(oidc.route) && oidc.client?.clientAuthMethod !== 'none'))
      proven.set(req, true)
  })
}

/** Addresses at which a client proves itself by a secret before it is answered, if it has one. */
const secretRoutes = new Set(['token', 'introspection', 'revocation', 'pushed_authorization_request'])

export const isProvenCaller = (request: object): boolean => proven.get(request) === true
