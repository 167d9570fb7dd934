import { checkTemplates } from '@hallpass/catalog/check'
import { expect, test } from 'vitest'
import { iconPath, openIcons } from './icon.ts'

const icons = openIcons()

test('every icon the templates name exists', () => {
  const data = new URL('../../../catalog/apps.jsonl', import.meta.url)
  expect(checkTemplates(data, icons.slugs)).toEqual([])
})

test('an icon comes in its brand colour and runs nothing', async () => {
  const icon = await icons.get('zendesk')
  expect(icon?.svg).toMatch(/^<svg fill="#[0-9A-F]{6}" /)
  expect(icon?.svg).not.toMatch(/<script|onload|href/i)
})

test.each(['', 'no-such-icon', '../package', '..%2Fpackage', 'zendesk.svg', 'ZENDESK', '__proto__', 'constructor'])(
  'there is no icon %j',
  async (slug) => {
    expect(await icons.get(slug)).toBeNull()
  },
)

test('an app without an icon has no path', () => {
  expect(iconPath(null)).toBeNull()
  expect(iconPath('zendesk')).toBe('/icons/zendesk.svg')
})
