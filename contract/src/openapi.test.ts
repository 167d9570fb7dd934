import { expect, test } from 'vitest'
import { allRoutes } from './all-routes.ts'
import { allShapes } from './all-shapes.ts'
import { buildOpenApi } from './openapi.ts'
import { writeOnce } from './write-once.ts'

type Document = { paths: object; components: { schemas: Record<string, object>; responses: Record<string, object> } }
const plain = (value: unknown) => JSON.parse(JSON.stringify(value))
const document: Document = plain(buildOpenApi(allRoutes, '0.0.0'))

/** With every reference replaced by what it leads to. */
function writtenOut(value: unknown, parts: Record<string, Record<string, object>>): unknown {
  if (Array.isArray(value)) return value.map((each) => writtenOut(each, parts))
  if (typeof value !== 'object' || value === null) return value
  const { $ref } = value as { $ref?: string }
  if ($ref === undefined)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, writtenOut(each, parts)]))
  const [kind = '', name = ''] = $ref.replace('#/components/', '').split('/')
  const found = parts[kind]?.[name]
  if (!found) throw new Error(`${$ref} leads nowhere.`)
  return writtenOut(found, parts)
}

test('a shape with a name is the same shape once its references are followed', () => {
  const once = writeOnce(allShapes)
  const written = allShapes.map(([, shape]) => once.of(shape))
  const parts = { schemas: once.shapesIn(written) as Record<string, object> }
  expect(plain(writtenOut(written, parts))).toEqual(plain(allShapes.map(([, shape]) => shape)))
})

test('every answer of every route says the same as its schema in the contract', () => {
  const paths = writtenOut(document.paths, document.components) as Record<string, Record<string, unknown>>
  for (const { method, path, success } of allRoutes) {
    if (!success.schema) continue
    const operation = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] as {
      responses: Record<string, { content: Record<string, { schema: object }> }>
    }
    const [content] = Object.values(operation.responses[success.status]?.content ?? {})
    expect(content?.schema).toEqual(plain(success.schema))
  }
})

test('what is not JSON has its own media type, and a redirect has no body', () => {
  const responses = (path: string) =>
    (document.paths as Record<string, { get: { responses: Record<string, { content?: object; headers?: object }> } }>)[
      path
    ]?.get.responses ?? {}
  const types = (path: string, status: number) => Object.keys(responses(path)[status]?.content ?? {})
  expect(types('/saml/metadata', 200)).toEqual(['application/samlmetadata+xml'])
  expect(types('/api/desk/report.csv', 200)).toEqual(['text/csv'])
  expect([types('/continue/{id}', 200), types('/continue/{id}', 302)]).toEqual([['text/html'], []])
  expect(responses('/launch/{id}')).not.toHaveProperty('200')
  expect(responses('/launch/{id}')[302]?.headers).toHaveProperty('Location')
})

test('a shape that two names have stays written out', () => {
  const one = { type: 'object', properties: { id: { type: 'string' } } }
  const once = writeOnce([
    ['Group', one],
    ['Directory', { ...one }],
    ['Text', { type: 'string', maxLength: 9 }],
  ])
  expect(once.of({ ...one })).toEqual(one)
  expect(once.of({ type: 'array', items: { type: 'string', maxLength: 9 } })).toEqual({
    type: 'array',
    items: { $ref: '#/components/schemas/Text' },
  })
})
