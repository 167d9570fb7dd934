/** What receivers of signals know about us. The issuer of signals is the service itself, not its OpenID provider. */
export function signalAddresses(publicUrl: URL) {
  return {
    issuer: publicUrl.origin,
    configurationUrl: new URL('/.well-known/ssf-configuration', publicUrl).href,
    jwksUrl: new URL('/oidc/jwks', publicUrl).href,
  }
}
