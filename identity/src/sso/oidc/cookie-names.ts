/** On localhost without TLS the library refuses the attribute that the prefix of a name needs. */
export function cookieNames(publicUrl: URL) {
  const prefix = publicUrl.protocol === 'https:' ? '__Secure-' : ''
  return {
    session: `${prefix}hallpass-oidc`,
    interaction: `${prefix}hallpass-step`,
    resume: `${prefix}hallpass-resume`,
  }
}
