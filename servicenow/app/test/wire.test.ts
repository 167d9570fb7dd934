import { readFileSync } from 'node:fs'
import Value from 'typebox/value'
import { describe, expect, expectTypeOf, it } from 'vitest'
import * as routes from '../../../contract/src/servicenow.ts'
import * as shapes from '../../../contract/src/servicenow-shapes.ts'
import { takeCallback } from '../src/server/callbacks.ts'
import { prepareOrder } from '../src/server/prepare-order.ts'
import { startFulfilment } from '../src/server/start-fulfilment.ts'
import type * as wire from '../src/server/wire.ts'
import { toWire } from '../src/server/wire.ts'
import { connected, order, signed } from './connected.ts'

/** The app cannot import Hallpass' schemas at run time: that both mean the same is held here. */
type Same<A, B> = [Plain<A>] extends [Plain<B>] ? ([Plain<B>] extends [Plain<A>] ? true : never) : never
/** What may be left out counts as well, at any depth: a field of one side alone is none of the other's. */
type Plain<T> = T extends readonly (infer E)[]
  ? Plain<E>[]
  : T extends object
    ? { -readonly [K in keyof T]-?: Plain<T[K]> }
    : T

describe('the types of the app are those of the contract', () => {
  it('of what is said and what is called back', () => {
    expectTypeOf<Same<wire.FulfilmentRequest, routes.PostFulfilment>>().toEqualTypeOf<true>()
    expectTypeOf<Same<wire.Fulfilment, shapes.Fulfilment>>().toEqualTypeOf<true>()
    expectTypeOf<Same<wire.CatalogEntry, shapes.CatalogEntry>>().toEqualTypeOf<true>()
    expectTypeOf<Same<wire.PolicyStage, routes.PolicyStageAnswer>>().toEqualTypeOf<true>()
    expectTypeOf<Same<wire.FulfilmentCallback, shapes.FulfilmentCallback>>().toEqualTypeOf<true>()
    expectTypeOf<Same<wire.CatalogCallback, shapes.CatalogCallback>>().toEqualTypeOf<true>()
    expectTypeOf<Same<wire.GrantCallback, shapes.GrantCallback>>().toEqualTypeOf<true>()
    expectTypeOf<Same<wire.PasswordCallback, shapes.PasswordCallback>>().toEqualTypeOf<true>()
    expectTypeOf<Same<wire.Health, shapes.AppHealthAnswer>>().toEqualTypeOf<true>()
    expectTypeOf<Same<wire.PasswordOutcome, routes.PasswordOutcome>>().toEqualTypeOf<true>()
    expectTypeOf<Same<wire.ChallengeAnswer, routes.ChallengeAnswer>>().toEqualTypeOf<true>()
  })
})

it('the ways to confirm that the form of the verification asks for are ways of Hallpass', () => {
  const read = (name: string) => readFileSync(new URL(`../src/fluent/scripts/${name}`, import.meta.url), 'utf8')
  const script = read('hallpass-verification.js')
  const listed = [...script.matchAll(/(?:kinds|sent): \[([^\]]+)\]/g)].flatMap(([, list = '']) => list.split(/[',\s]+/))
  const kinds = listed.filter((kind) => kind !== '')
  expect(new Set(kinds)).toEqual(new Set(['mail_code', 'totp', 'recovery_codes', 'push']))
  for (const kind of kinds) expect(Value.Check(routes.ChallengeKind, kind)).toBe(true)
  const fields = [...read('hallpass-verification.xml').matchAll(/name="sysparm_hallpass_(\w+)"/g)].map(
    ([, kind]) => kind,
  )
  expect(fields).toEqual(['mail_code', 'totp', 'recovery_codes'])
})

describe('what the app says', () => {
  it('is what Hallpass accepts, on a path it has', () => {
    const glide = connected()
    const item = order(glide, 'a'.repeat(32))
    prepareOrder(glide, item)
    startFulfilment(glide, item, 'approved')
    const calls = glide.all('x_hlps_access_call')
    expect(calls.map((call) => call.path)).toEqual([
      `${routes.servicenowRoutes.deskPolicy.path.replace(':roleId', 'role-sf')}?requestedFor=molly&email=molly%40acme.example&language=en`,
      `${routes.servicenowRoutes.deskApps.path}?requestedFor=molly&email=molly%40acme.example&language=en`,
      routes.servicenowRoutes.deskFulfil.path,
    ])
    const body: unknown = JSON.parse(calls[2]?.body ?? '')
    expect([...Value.Errors(routes.PostFulfilment, { ...(body as object), roles: [crypto.randomUUID()] })]).toEqual([])
  })

  it('about itself is what Hallpass reads, under `result` as everything a scripted resource answers', () => {
    const glide = connected()
    const asked = signed(glide, '/api/x_hlps_access/v1/callback/health', null)
    const { body } = takeCallback(glide, 'health', asked, '') as { body: { result: unknown } }
    expect([...Value.Errors(shapes.AppHealthAnswer, body.result)]).toEqual([])
  })

  it('is ASCII, so that a hash of the text is a hash of the bytes', () => {
    const text = toWire({ reason: 'Grüße, "Zoë" 🎉\u2028' })
    expect(text).toMatch(/^[ -~]*$/)
    expect(JSON.parse(text)).toEqual({ reason: 'Grüße, "Zoë" 🎉\u2028' })
  })

  it('holds nothing that a REST message would take for a variable', () => {
    const newPassword = ['$', '{Pa$$word}'].join('')
    const text = toWire({ newPassword })
    expect(text).not.toContain('$')
    expect(JSON.parse(text)).toEqual({ newPassword })
  })
})
