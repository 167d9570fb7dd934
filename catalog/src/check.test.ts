import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkTemplate, checkTemplates } from './check.ts'
import type { Template } from './templates.ts'

const folder = mkdtempSync(join(tmpdir(), 'hallpass-catalog-'))
afterAll(() => rmSync(folder, { recursive: true }))

const sound: Template = {
  slug: 'acme-crm',
  name: 'Acme CRM',
  category: 'crm-sales',
  hosting: 'saas',
  saml: { signOn: ['https://{subdomain}.acme.example'] },
  protocols: ['saml', 'linked'],
  params: { subdomain: 'hostLabel' },
  icon: 'acme',
  sources: ['example'],
}

describe('the data set', () => {
  test('is well formed', () => {
    expect(checkTemplates(new URL('../apps.jsonl', import.meta.url))).toEqual([])
  })
})

describe('the check', () => {
  test('accepts a sound entry', () => {
    expect(checkTemplate(sound, new Set(['acme']))).toEqual([])
  })

  const wrong: [string, Partial<Record<keyof Template, unknown>>, string][] = [
    ['a slug with capitals', { slug: 'Acme' }, 'slug is not lower-case words joined by hyphens'],
    ['a padded name', { name: ' Acme' }, 'name is empty, padded or not in NFC'],
    ['an unknown category', { category: 'misc' }, 'category misc is unknown'],
    ['an unknown field', { logo: 'x' } as never, 'template has an unknown field logo'],
    ['an undeclared parameter', { params: {} }, 'parameter subdomain is used and not declared'],
    [
      'an unused parameter',
      { params: { subdomain: 'hostLabel', other: 'uuid' } },
      'parameter other is declared and not used',
    ],
    ['an unknown parameter type', { params: { subdomain: 'words' } }, 'parameter type words is unknown'],
    ['a missing icon', { icon: 'nowhere' }, 'icon nowhere does not exist'],
    ['a site that is no address', { url: 'acme.example' }, 'url acme.example is not an absolute web address'],
    [
      'a protocol without facts',
      { protocols: ['saml', 'oidc', 'linked'] },
      'protocols are saml,oidc,linked, its facts say saml,linked',
    ],
    ['no source', { sources: [] }, 'names no source'],
    ['a region that is no country', { regions: ['DEU'] }, 'region DEU is no country code'],
  ]
  test.each(wrong)('finds %s', (_title, change, message) => {
    expect(checkTemplate({ ...sound, ...change } as Template, new Set(['acme']))).toContain(message)
  })

  test.each(['https://{sub domain}.x', 'https://{subdomain', 'https://subdomain}', '{}'])(
    'finds the unpaired braces of %s',
    (pattern) => {
      const messages = checkTemplate({ ...sound, saml: { entityId: [pattern] } })
      expect(messages).toContain(`saml.entityId: ${pattern} does not parse`)
    },
  )

  test('finds a sign-on pattern that is no address', () => {
    const messages = checkTemplate({ ...sound, saml: { signOn: ['{subdomain}.acme.example'] } })
    expect(messages).toContain('saml.signOn: {subdomain}.acme.example is not an absolute address')
  })

  test('finds entries that are twice, unsorted or no JSON, by line', () => {
    const file = join(folder, 'apps.jsonl')
    const entry = (slug: string) => JSON.stringify({ ...sound, slug })
    writeFileSync(file, `${[entry('b'), entry('b'), entry('a'), 'nonsense', '{"name":"x"}'].join('\n')}\n`)
    expect(checkTemplates(file).map(({ line, message }) => [line, message])).toEqual([
      [2, 'slug appears twice'],
      [3, 'is not sorted by slug'],
      [4, 'is not one JSON object starting with {"slug":"'],
      [5, 'is not one JSON object starting with {"slug":"'],
    ])
  })
})
