/** Patterns: literal text with `{camelCase}` parameters. */
import type { Template } from './templates.ts'

export type Part = { kind: 'text'; text: string } | { kind: 'parameter'; name: string }

/** Splits a pattern into text and parameters; null when its braces do not pair around camelCase names. */
export function parsePattern(pattern: string): Part[] | null {
  const parts: Part[] = []
  let rest = pattern
  while (rest !== '') {
    const match = /^(?:\{([a-z][A-Za-z0-9]*)\}|([^{}]+))/.exec(rest)
    if (!match) return null
    if (match[1] !== undefined) parts.push({ kind: 'parameter', name: match[1] })
    else parts.push({ kind: 'text', text: match[2] ?? '' })
    rest = rest.slice(match[0].length)
  }
  return parts
}

/** Names used in a pattern, each once. */
export function parametersOf(pattern: string): string[] {
  const names = (parsePattern(pattern) ?? []).flatMap((part) => (part.kind === 'parameter' ? [part.name] : []))
  return [...new Set(names)]
}

/** Every pattern of a template with the field it stands in. */
export function patternsOf(template: Template): { field: string; pattern: string }[] {
  const { saml, oidc, provisioning } = template
  return [
    ...named('saml.signOn', saml?.signOn),
    ...named('saml.entityId', saml?.entityId),
    ...named('saml.acs', saml?.acs),
    ...named('saml.relayState', saml?.relayState),
    ...named('oidc.redirectUris', oidc?.redirectUris),
    ...named('provisioning.baseUrl', provisioning?.baseUrl),
  ]
}

function named(field: string, patterns: string[] | undefined) {
  return (patterns ?? []).map((pattern) => ({ field, pattern }))
}
