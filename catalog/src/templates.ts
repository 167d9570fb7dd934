/** The app templates: facts about well-known apps that prefill an app's settings. Suggestions, never an allow-list. */
import { readFileSync } from 'node:fs'

export const categories = [
  'ai',
  'analytics',
  'collaboration',
  'communication',
  'content-management',
  'crm-sales',
  'customer-support',
  'design-media',
  'developer-tools',
  'ecommerce',
  'education',
  'entertainment',
  'erp-operations',
  'finance-accounting',
  'government-nonprofit',
  'health',
  'home-iot',
  'hr',
  'infrastructure',
  'legal-compliance',
  'marketing',
  'monitoring',
  'productivity',
  'project-management',
  'real-estate-facilities',
  'remote-access',
  'security-identity',
  'social',
  'storage-backup',
  'travel-transport',
  'utilities',
  'other',
] as const
export type Category = (typeof categories)[number]

export const parameterTypes = [
  'hostLabel',
  'host',
  'domain',
  'tld',
  'port',
  'url',
  'pathSegment',
  'queryValue',
  'uuid',
  'string',
  'idpEntityId',
] as const
export type ParameterType = (typeof parameterTypes)[number]

export const protocols = ['saml', 'oidc', 'ldap', 'linked'] as const
export type Protocol = (typeof protocols)[number]

/** Each list of patterns names alternatives (regions, editions, environments), the usual one first. An empty object: supported, no values known. */
export type Template = {
  slug: string
  name: string
  category: Category
  hosting: 'saas' | 'self-hosted'
  url?: string
  saml?: {
    initiation?: ('sp' | 'idp')[]
    entityId?: string[]
    acs?: string[]
    signOn?: string[]
    relayState?: string[]
    nameIdFormat?: string
    nameIdAttribute?: string
    claims?: { name: string; attribute: string; namespace?: string }[]
    jit?: boolean
  }
  oidc?: { redirectUris?: string[]; scopes?: string[]; tokenAuth?: string; public?: boolean; pkce?: boolean }
  protocols: Protocol[]
  provisioning?: { protocol?: 'scim'; baseUrl?: string[]; operations?: string[] }
  params?: Record<string, ParameterType>
  /** Slug in simple-icons. */
  icon?: string
  /** ISO 3166-1 alpha-2, where the service is meant for some countries only. */
  regions?: string[]
  sources: string[]
}

export type Templates = {
  readonly count: number
  /** The template of a slug, parsed when asked for. */
  get(slug: string): Template | null
  /** Every template once, in order of slug; each is parsed as it is reached and can be let go. */
  all(): IterableIterator<Template>
}

const dataFile = new URL('../apps.jsonl', import.meta.url)
/** Every line starts so; the check holds the data to it. */
export const lineStart = '{"slug":"'

/**
 * Opens the data set. Kept in memory are its bytes (about 1.2 MB, outside the heap) and where each line starts;
 * no entry stays parsed.
 */
export function openTemplates(file: URL | string = dataFile): Templates {
  const bytes = readFileSync(file)
  const starts = lineStarts(bytes)
  const parse = (index: number) => JSON.parse(line(bytes, starts, index)) as Template

  return {
    count: starts.length,
    get(slug) {
      const index = indexOf(bytes, starts, slug)
      return index === -1 ? null : parse(index)
    },
    *all() {
      for (let index = 0; index < starts.length; index++) yield parse(index)
    },
  }
}

function lineStarts(bytes: Buffer): Uint32Array {
  const starts: number[] = []
  for (let at = 0; at < bytes.length; ) {
    starts.push(at)
    const end = bytes.indexOf(10, at)
    at = end === -1 ? bytes.length : end + 1
  }
  return Uint32Array.from(starts)
}

function line(bytes: Buffer, starts: Uint32Array, index: number): string {
  return bytes.toString('utf8', starts[index], starts[index + 1] ?? bytes.length)
}

/** Binary search; the lines are sorted by slug, compared as bytes. */
function indexOf(bytes: Buffer, starts: Uint32Array, slug: string): number {
  let low = 0
  let high = starts.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = slugAt(bytes, starts[middle] as number) // middle lies between low and high, both inside
    if (found === slug) return middle
    if (found < slug) low = middle + 1
    else high = middle - 1
  }
  return -1
}

function slugAt(bytes: Buffer, start: number): string {
  const from = start + lineStart.length
  return bytes.toString('latin1', from, bytes.indexOf(34, from))
}
