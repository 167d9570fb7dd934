import type { Template, Templates } from '@hallpass/catalog/templates'
import type { Protocol, TemplateHit } from '@hallpass/contract/templates'
import { foldWords } from './fold.ts'
import { iconPath } from './icon.ts'
import { wellKnown } from './well-known.ts'

export type TemplateQuery = {
  q?: string | undefined
  category?: string | undefined
  protocol?: Protocol | 'provisioning' | undefined
  limit: number
}
export type TemplateHits = { items: TemplateHit[]; total: number; categories: { category: string; count: number }[] }
export type TemplateSearch = (query: TemplateQuery) => TemplateHits

/** What is kept of a template to find and show it; the rest is read when one is opened. */
type Entry = {
  slug: string
  name: string
  category: string
  isSaas: boolean
  offers: number
  icon: string | undefined
  /** Folded words, each with a space before it. */
  words: string
  /** The folded name without spaces: `sales force` finds Salesforce. */
  joined: string
  /** How much the template can do, standing in for how often it is wanted. */
  weight: number
  /** Its place among those that nearly every company has; the same high number for all others. */
  place: number
}

const bits = { saml: 1, oidc: 2, ldap: 4, linked: 8, provisioning: 16 } as const

/**
 * Search over all templates as one types: every typed word must begin a word of the name, in any order.
 * First the exact name, then names that begin so, then the rest; among equals the well-known, those that can do more, then shorter names.
 */
export function createTemplateSearch(templates: Templates): TemplateSearch {
  const entries = Array.from(templates.all(), entryOf).sort(byWeight)
  return (query) => search(entries, query)
}

const places = new Map(wellKnown.map((slug, place) => [slug, place]))

function entryOf(template: Template): Entry {
  const words = foldWords(template.name)
  const offers = template.protocols.reduce(
    (sum, protocol) => sum | bits[protocol],
    template.provisioning ? bits.provisioning : 0,
  )
  const can = [template.saml, template.oidc, template.provisioning, template.icon]
  return {
    slug: template.slug,
    name: template.name,
    category: template.category,
    isSaas: template.hosting === 'saas',
    offers,
    icon: template.icon,
    words: words.map((word) => ` ${word}`).join(''),
    joined: words.join(''),
    weight: can.filter((fact) => fact !== undefined).length,
    place: places.get(template.slug) ?? places.size,
  }
}

function byWeight(a: Entry, b: Entry): number {
  return a.place - b.place || b.weight - a.weight || a.name.length - b.name.length || (a.slug < b.slug ? -1 : 1)
}

const rankCount = 3

function search(entries: readonly Entry[], query: TemplateQuery): TemplateHits {
  const words = foldWords(query.q ?? '')
  const typed = { joined: words.join(''), begins: words.map((word) => ` ${word}`) }
  const wanted = query.protocol === undefined ? 0 : bits[query.protocol]
  const counts = new Map<string, number>()
  // Entries are in order of weight, so each rank's list comes out ordered.
  const ranks: Entry[][] = Array.from({ length: rankCount }, () => [])
  let total = 0

  for (const entry of entries) {
    if ((entry.offers & wanted) !== wanted) continue
    const rank = rankOf(entry, typed)
    if (rank === null) continue
    counts.set(entry.category, (counts.get(entry.category) ?? 0) + 1)
    if (query.category !== undefined && entry.category !== query.category) continue
    total++
    if ((ranks[rank]?.length ?? 0) < query.limit) ranks[rank]?.push(entry)
  }
  return {
    items: ranks.flat().slice(0, query.limit).map(toHit),
    total,
    categories: [...counts]
      .map(([category, count]) => ({ category, count }))
      .sort((a, b) => b.count - a.count || (a.category < b.category ? -1 : 1)),
  }
}

/** 0 the exact name, 1 the name begins so, 2 every word begins one; null when it does not match. */
function rankOf(entry: Entry, { joined, begins }: { joined: string; begins: readonly string[] }): number | null {
  if (begins.length === 0) return rankCount - 1
  if (entry.joined === joined) return 0
  if (entry.joined.startsWith(joined)) return 1
  return begins.every((word) => entry.words.includes(word)) ? 2 : null
}

function toHit(entry: Entry): TemplateHit {
  return {
    slug: entry.slug,
    name: entry.name,
    category: entry.category,
    hosting: entry.isSaas ? 'saas' : 'self-hosted',
    protocols: (['saml', 'oidc', 'ldap', 'linked'] as const).filter(
      (protocol) => (entry.offers & bits[protocol]) !== 0,
    ),
    provisioning: (entry.offers & bits.provisioning) !== 0,
    icon: iconPath(entry.icon ?? null),
  }
}
