import type Provider from 'oidc-provider'

/**
 * A token that outlives the session wants consent (Core §11), and the library leaves its scope out where `prompt=consent` was
 * not sent. Consent is not asked for here, since administrators chose what their apps may do: every request counts as one
 * that came with it.
 */
export function neverAskConsent(provider: Provider): void {
  // Its types leave out the class of what it knows of a request, which is this provider's own.
  const { prototype } = (provider as unknown as { OIDCContext: { prototype: { params: { prompt?: string } } } })
    .OIDCContext
  Object.defineProperty(prototype, 'prompts', {
    get(this: { params: { prompt?: string } }) {
      return new Prompts(this.params.prompt ? this.params.prompt.split(' ') : [])
    },
  })
}

class Prompts extends Set<string> {
  override has(prompt: string): boolean {
    return prompt === 'consent' || super.has(prompt)
  }
}
