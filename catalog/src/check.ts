/** Whether the data set is well formed. Facts cannot be checked here; their form can. */
import { readFileSync } from 'node:fs'
import { parametersOf, parsePattern, patternsOf } from './patterns.ts'
import { categories, lineStart, parameterTypes, protocols, type Template } from './templates.ts'

export type Fault = { line: number; slug: string; message: string }

/** Every fault of a data file; `iconSlugs` are the icons that exist, left out to check the rest alone. */
export function checkTemplates(file: URL | string, iconSlugs?: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = []
  const lines = readFileSync(file, 'utf8').split('\n')
  if (lines.pop() !== '')
    faults.push({ line: lines.length + 1, slug: '', message: 'the file does not end with a line break' })

  let previous = ''
  for (const [index, text] of lines.entries()) {
    const template = parse(text)
    if (!template) {
      faults.push({ line: index + 1, slug: '', message: `is not one JSON object starting with ${lineStart}` })
      continue
    }
    const messages = checkTemplate(template, iconSlugs)
    if (template.slug === previous) messages.push('slug appears twice')
    if (template.slug < previous) messages.push('is not sorted by slug')
    previous = template.slug
    faults.push(...messages.map((message) => ({ line: index + 1, slug: template.slug, message })))
  }
  return faults
}

function parse(text: string): Template | null {
  if (!text.startsWith(lineStart)) return null
  try {
    return JSON.parse(text) as Template
  } catch {
    return null
  }
}

/** What is wrong with one entry. */
export function checkTemplate(template: Template, iconSlugs?: ReadonlySet<string>): string[] {
  return [
    ...unknownKeys(template),
    ...checkFacts(template),
    ...checkLists(template),
    ...checkPatterns(template),
    ...(template.icon !== undefined && iconSlugs && !iconSlugs.has(template.icon)
      ? [`icon ${template.icon} does not exist`]
      : []),
  ]
}

const keys = {
  template: 'slug name category hosting url saml oidc protocols provisioning params icon regions sources',
  saml: 'initiation entityId acs signOn relayState nameIdFormat nameIdAttribute claims jit',
  oidc: 'redirectUris scopes tokenAuth public pkce',
  provisioning: 'protocol baseUrl operations',
  claim: 'name attribute namespace',
}

function unknownKeys(template: Template): string[] {
  return [
    ...beyond('template', template),
    ...beyond('saml', template.saml),
    ...beyond('oidc', template.oidc),
    ...beyond('provisioning', template.provisioning),
    ...(template.saml?.claims ?? []).flatMap((claim) => beyond('claim', claim)),
  ]
}

function beyond(kind: keyof typeof keys, value: object | undefined): string[] {
  const known = keys[kind].split(' ')
  return Object.keys(value ?? {})
    .filter((key) => !known.includes(key))
    .map((key) => `${kind} has an unknown field ${key}`)
}

function checkFacts(template: Template): string[] {
  const { slug, name, url, saml, oidc, provisioning } = template
  return [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) ? [] : ['slug is not lower-case words joined by hyphens']),
    ...(name === name.trim().normalize('NFC') && name !== '' ? [] : ['name is empty, padded or not in NFC']),
    ...among('category', [template.category], categories),
    ...among('hosting', [template.hosting], ['saas', 'self-hosted']),
    ...(url === undefined || isWebAddress(url) ? [] : [`url ${url} is not an absolute web address`]),
    ...among('saml.initiation', saml?.initiation, ['sp', 'idp']),
    ...among('saml.nameIdFormat', saml?.nameIdFormat, ['emailAddress', 'persistent', 'transient', 'unspecified']),
    ...among('oidc.tokenAuth', oidc?.tokenAuth, ['client_secret_basic', 'client_secret_post', 'none']),
    ...among('provisioning.protocol', provisioning?.protocol, ['scim']),
    ...among('provisioning.operations', provisioning?.operations, [
      'createUser',
      'updateUser',
      'deactivateUser',
      'groups',
    ]),
    ...(template.regions ?? [])
      .filter((region) => !/^[a-z]{2}$/.test(region))
      .map((region) => `region ${region} is no country code`),
    ...(template.sources.length > 0 ? [] : ['names no source']),
  ]
}

function checkLists(template: Template): string[] {
  const offered = template.protocols
  const expected = protocols.filter(
    (protocol) =>
      protocol === 'linked' ||
      (protocol === 'saml' && template.saml) ||
      (protocol === 'oidc' && template.oidc) ||
      (protocol === 'ldap' && offered.includes('ldap')),
  )
  return [
    ...(offered.join() === expected.join()
      ? []
      : [`protocols are ${offered.join()}, its facts say ${expected.join()}`]),
    ...among('parameter type', Object.values(template.params ?? {}), parameterTypes),
    ...(template.saml?.claims ?? [])
      .filter((claim) => !claim.name || !claim.attribute)
      .map(() => 'a claim lacks its name or attribute'),
  ]
}

function checkPatterns(template: Template): string[] {
  const declared = Object.keys(template.params ?? {})
  const patterns = patternsOf(template)
  const used = new Set(patterns.flatMap(({ pattern }) => parametersOf(pattern)))
  return [
    ...patterns
      .filter(({ pattern }) => !parsePattern(pattern))
      .map(({ field, pattern }) => `${field}: ${pattern} does not parse`),
    ...patterns
      .filter(({ field, pattern }) => mustBeAddress.has(field) && !isAddressPattern(template, pattern))
      .map(({ field, pattern }) => `${field}: ${pattern} is not an absolute address`),
    ...[...used].filter((name) => !declared.includes(name)).map((name) => `parameter ${name} is used and not declared`),
    ...declared.filter((name) => !used.has(name)).map((name) => `parameter ${name} is declared and not used`),
  ]
}

const mustBeAddress = new Set(['saml.signOn', 'saml.acs', 'oidc.redirectUris', 'provisioning.baseUrl'])

/** Starts with a scheme (apps on phones have their own), or with a parameter that is an address. */
function isAddressPattern(template: Template, pattern: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:\/?/i.test(pattern)) return true
  const first = parametersOf(pattern)[0]
  return first !== undefined && pattern.startsWith(`{${first}}`) && template.params?.[first] === 'url'
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^{}\s]+$/.test(value) && URL.canParse(value)
}

function among(what: string, values: readonly string[] | string | undefined, known: readonly string[]): string[] {
  const list = typeof values === 'string' ? [values] : (values ?? [])
  return list.filter((value) => !known.includes(value)).map((value) => `${what} ${value} is unknown`)
}
