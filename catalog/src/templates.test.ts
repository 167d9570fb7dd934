import { expect, test } from 'vitest'
import { openTemplates } from './templates.ts'

test('every template is found by its slug', () => {
  const templates = openTemplates()
  const all = [...templates.all()]
  expect(all).toHaveLength(templates.count)
  expect(all.filter((template) => templates.get(template.slug)?.name !== template.name)).toEqual([])
})

test.each(['', '0', 'no-such-app', 'zzzz', '__proto__', 'salesforc', 'salesforce"'])(
  'there is no template %j',
  (slug) => {
    expect(openTemplates().get(slug)).toBeNull()
  },
)
