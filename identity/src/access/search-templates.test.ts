import { openTemplates } from '@hallpass/catalog/templates'
import { describe, expect, test } from 'vitest'
import { createTemplateSearch } from './search-templates.ts'
import { wellKnown } from './well-known.ts'

const templates = openTemplates()
const search = createTemplateSearch(templates)
const names = (q: string, more: object = {}) => search({ q, limit: 10, ...more }).items.map((hit) => hit.name)

describe('search over the templates', () => {
  test('finds Salesforce first, as one types', () => {
    for (const q of ['sale', 'sales', 'salesf', 'SALESFORCE', 'sales force', ' salesforce '])
      expect(names(q)[0], q).toBe('Salesforce')
  })

  test('puts the exact name before names that begin so, and those before words further in', () => {
    expect(names('zoom')[0]).toBe('Zoom')
    expect(names('git').slice(0, 2)).toEqual(['GitHub', 'GitLab'])
    expect(names('teams').indexOf('TeamSeer')).toBeLessThan(names('teams').indexOf('Microsoft Teams'))
  })

  test('wants every word, in any order, each from its beginning', () => {
    expect(names('teams microsoft')).toContain('Microsoft Teams')
    expect(names('eams')).not.toContain('Microsoft Teams')
    expect(names('microsoft nonsensical')).toEqual([])
  })

  test.each([
    ['Aerolineas', 'Aerolíneas Argentinas'],
    ['strassenbahn', 'Bremer Straßenbahn AG'],
    ['госуслуги', 'Госуслуги (Gosuslugi)'],
  ])('%s finds %s', (typed, name) => {
    expect(names(typed)).toContain(name)
  })

  test('filters by category and protocol, and counts categories beside', () => {
    const hits = search({ q: '', category: 'crm-sales', protocol: 'provisioning', limit: 100 })
    expect(hits.items.every((hit) => hit.category === 'crm-sales' && hit.provisioning)).toBe(true)
    expect(hits.total).toBe(hits.items.length)
    expect(hits.categories.find(({ category }) => category === 'crm-sales')?.count).toBe(hits.total)
    expect(search({ q: '', protocol: 'oidc', limit: 1 }).total).toBe(231)
  })

  test('without words begins with those that nearly everybody has, then shows those that can do most', () => {
    const { items } = search({ q: '', limit: wellKnown.length + 1 })
    expect(items.slice(0, wellKnown.length).map(({ slug }) => slug)).toEqual(wellKnown)
    expect(items.at(-1)).toMatchObject({
      protocols: ['saml', 'oidc', 'linked'],
      icon: expect.stringMatching(/^\/icons\/[a-z0-9]+\.svg$/),
    })
  })

  test('counts everything and shows no more than asked for', () => {
    const hits = search({ limit: 5 })
    expect(hits).toMatchObject({ total: templates.count })
    expect(hits.items).toHaveLength(5)
  })

  test.each(['', ' ', '%', '\\', '(', '🦊', '\u0000', '__proto__'])('takes %j as it is', (q) => {
    expect(() => search({ q, limit: 10 })).not.toThrow()
  })

  test('costs far less than 10 ms of processor time, whatever is typed', () => {
    const typed = [...templates.all()]
      .filter((_, index) => index % 9 === 0)
      .flatMap(({ name }) => [name.slice(0, 1), name.slice(0, 3), name])
    const before = process.cpuUsage()
    for (const q of typed) search({ q, limit: 30 })
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000 / typed.length).toBeLessThan(5)
  })
})
