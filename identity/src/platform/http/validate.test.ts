import Type from 'typebox'
import { expect, test } from 'vitest'
import { compileValidator } from './validate.ts'

const strict = { additionalProperties: false }
const name = Type.String({ minLength: 1 })
const end = Type.Union([
  Type.Object({ kind: Type.Literal('never') }, strict),
  Type.Object({ kind: Type.Literal('attribute'), attribute: name, value: name }, strict),
])
const settings = Type.Union([
  Type.Object({ kind: Type.Literal('ldap'), host: name, baseDn: name, end }, strict),
  Type.Object({ kind: Type.Literal('windows'), controllers: Type.Array(name), bindName: name }, strict),
  Type.Object({ kind: Type.Literal('built-in'), minLength: Type.Integer() }, strict),
])

const validate = compileValidator({
  schema: Type.Object({ settings }, strict),
  httpPart: 'body',
  method: 'POST',
  url: '/',
})

function faultsOf(value: unknown): string[] {
  const { error } = validate({ settings: value }) as {
    error?: { validation: { keyword: string; instancePath: string }[] }
  }
  return (error?.validation ?? []).map(({ keyword, instancePath }) => `${instancePath} ${keyword}`).sort()
}

test('input that says which shape it has is told the faults of that shape alone', () => {
  expect(faultsOf({ kind: 'ldap', host: '', baseDn: '', end: { kind: 'never' } })).toEqual([
    '/settings/baseDn minLength',
    '/settings/host minLength',
  ])
  expect(faultsOf({ kind: 'windows', controllers: [], bindName: '' })).toEqual(['/settings/bindName minLength'])
})

test('a shape within a shape is told in the same way', () => {
  const ldap = { kind: 'ldap', host: 'a', baseDn: 'b' }
  expect(faultsOf({ ...ldap, end: { kind: 'attribute', attribute: '', value: 'x' } })).toEqual([
    '/settings/end/attribute minLength',
  ])
  expect(faultsOf({ ...ldap, host: '', end: { kind: 'attribute', attribute: 'x', value: '' } })).toEqual([
    '/settings/end/value minLength',
    '/settings/host minLength',
  ])
})

test('input of no known shape is told so, once for each it might have been', () => {
  expect(faultsOf({ kind: 'paper', host: 'a' })).toEqual(Array(3).fill('/settings/kind const'))
})

test('input that is right passes, and wants nothing', () => {
  expect(faultsOf({ kind: 'built-in', minLength: 8 })).toEqual([])
})
