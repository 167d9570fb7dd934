import { credentialsRoutes } from '@hallpass/contract/credentials'
import type { RouteSpec } from '@hallpass/contract/route'
import { signInRoutes } from '@hallpass/contract/sign-in'
import { signOnPolicyRoutes } from '@hallpass/contract/sign-on-policy'
import { ssoRoutes } from '@hallpass/contract/sso'
import type { TSchema } from 'typebox'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleOf } from '../testing-samples.ts'
import type { Browser } from './testing-browser.ts'
import { goodPassword, type House, openHouse } from './testing-house.ts'

let house: House
let nobody: Browser
let person: Browser
let admin: Browser
let personId: string
beforeAll(async () => {
  house = await openHouse()
  personId = (await house.addPerson({ login: 'molly', password: goodPassword })).id
  await house.grantProduct((await house.addPerson({ login: 'ivan', password: goodPassword })).id, 'admin')
  nobody = house.browser()
  person = house.browser()
  admin = house.browser()
  await person.signIn('molly', goodPassword)
  await admin.signIn('ivan', goodPassword)
})
afterAll(() => house.close())

const specs: RouteSpec[] = [credentialsRoutes, ssoRoutes, signInRoutes, signOnPolicyRoutes].flatMap((routes) =>
  Object.values<RouteSpec>(routes),
)
const each = (which: (spec: RouteSpec) => boolean) =>
  specs.filter(which).map((spec) => [`${spec.method} ${spec.path}`, spec] as const)
const pathOf = (spec: RouteSpec, id: string) => spec.path.replace(':id', id)
const isUnsafe = ({ method }: RouteSpec) => method !== 'GET'
const token = 'A'.repeat(43)
const given: Record<string, object> = {
  'credentials.startReset': { login: 'molly' },
  'credentials.verifyCode': { code: '123456' },
  'credentials.verifyLink': { token },
  'credentials.ticketRules': { ticket: token },
  'credentials.finishReset': { ticket: token, password: goodPassword },
  'credentials.unlockWithTicket': { ticket: token },
  'credentials.disputeReset': { token },
  'credentials.changePassword': { oldPassword: 'a', newPassword: 'b' },
  'credentials.unlockPerson': { reason: 'called' },
  'credentials.invitePerson': {},
  'credentials.putRecoveryPolicy': {
    version: 0,
    selfService: true,
    proofs: ['mail_code'],
    addressQuietDays: 7,
    signInTriesMax: 5,
    waitMinutes: 15,
  },
  'sso.signIn': { login: 'molly', password: 'wrong' },
  'sso.confirmPassword': { password: 'wrong' },
  'sso.endSessionsOf': { reason: 'lost laptop' },
  'sso.checkBootstrap': { token },
  'sso.bootstrap': { token, login: 'x', displayName: 'x', mail: 'x@x.example', password: goodPassword },
}
const good: Record<string, object> = Object.fromEntries(
  specs.flatMap((spec) => (spec.body ? [[spec.id, given[spec.id] ?? (sampleOf(spec.body as TSchema) as object)]] : [])),
)
const call = (browser: Browser, spec: RouteSpec, options: { id?: string; body?: object | undefined } = {}) => {
  const body = 'body' in options ? options.body : good[spec.id]
  return browser.call(pathOf(spec, options.id ?? house.ids.next()), {
    method: spec.method,
    ...(body === undefined ? {} : { body }),
  })
}

describe('each route', () => {
  it.each(each(({ access }) => access !== 'public'))('%s answers 401 to nobody', async (_title, spec) => {
    const response = await call(nobody, spec)
    expect([response.statusCode, response.json().code]).toEqual([401, 'sign_in_required'])
  })

  it.each(each(({ access }) => typeof access === 'object'))('%s answers 403 without its role', async (_title, spec) => {
    expect((await call(person, spec, { id: personId })).json()).toMatchObject({ status: 403, code: 'role_required' })
  })

  it.each(each(isUnsafe))('%s answers 403 without the token of the session', async (_title, spec) => {
    const body = good[spec.id]
    const options = { method: spec.method, withoutToken: true, ...(body ? { body } : {}) }
    const response = await admin.call(pathOf(spec, personId), options)
    expect([response.statusCode, response.json().code]).toEqual([403, 'csrf_failed'])
  })

  it.each(each(({ params }) => params !== undefined))(
    '%s answers 400 to what is no id, and names it',
    async (_t, spec) => {
      const response = await call(admin, spec, { id: "1' or '1'='1" })
      expect(response.statusCode).toBe(400)
      expect(response.json().fields[0].field).toBe('id')
    },
  )

  it.each(each(({ body }) => body !== undefined))(
    '%s answers 400 to a body with a member too many',
    async (_t, spec) => {
      const response = await call(admin, spec, { body: { ...good[spec.id], state: 'approved' } })
      expect([response.statusCode, response.json().fields[0].field]).toEqual([400, 'state'])
    },
  )

  it.each(each(({ id }) => Object.keys(good[id] ?? {}).length > 0))(
    '%s answers 400 to an empty body',
    async (_t, spec) => {
      const response = await call(admin, spec, { body: {} })
      expect(response.statusCode).toBe(400)
      expect(response.json().fields.length).toBeGreaterThan(0)
    },
  )

  it.each(each(({ access, params }) => typeof access === 'object' && params !== undefined))(
    '%s answers 404 for somebody who is not here',
    async (_title, spec) => {
      expect((await call(admin, spec)).statusCode).toBe(404)
    },
  )

  it.each(each(({ problems }) => problems?.includes(401) ?? false))(
    '%s answers 401 to what is not right',
    async (_t, spec) => {
      expect((await call(nobody, spec)).statusCode).toBe(401)
    },
  )
})

it('an administrator sees the state of a password and invites a newcomer', async () => {
  const newcomer = await house.addPerson({ login: 'newcomer' })
  const state = await admin.call(`/api/people/${newcomer.id}/credentials`)
  expect(state.json()).toMatchObject({
    canInvite: true,
    canUnlock: true,
    lockedUntil: null,
    selfServiceStoppedAt: null,
  })
  const invited = await admin.call(`/api/people/${newcomer.id}/invite`, { method: 'POST', body: {} })
  expect(invited.statusCode).toBe(202)
  const again = await admin.call(`/api/people/${personId}/invite`, { method: 'POST', body: {} })
  expect([again.statusCode, again.json().code]).toEqual([409, 'invite_impossible'])
  const unlocked = await admin.call(`/api/people/${newcomer.id}/unlock`, { method: 'POST', body: { reason: 'asked' } })
  expect(unlocked.statusCode).toBe(204)
})

it('my own rules are shown to me when I am signed in', async () => {
  const rules = await person.call('/api/password/rules')
  expect(rules.json()).toMatchObject({ login: 'molly', unavailable: null, locked: false })
  expect(rules.json().rules.map(({ code }: { code: string }) => code)).toContain('length_min')
})
