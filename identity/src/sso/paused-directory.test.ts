/** An administrator paused a directory: nobody of it gets in anew, by any door; sessions that are open go on. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addPasskey, addTotp, codeAt, securityKey } from './testing-authenticator.ts'
import type { Browser } from './testing-browser.ts'
import { goodPassword, type House, openHouse, publicUrl } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const actor = { kind: 'system', name: 'test' } as const
const post = (browser: Browser, path: string, body: object) => browser.call(path, { method: 'POST', body })
const opened = async (): Promise<Browser> => {
  const browser = house.browser()
  await browser.session()
  return browser
}

it('neither passkey, nor temporary pass, nor the second half of a sign-in opens a session while it is paused', async () => {
  const settings = { kind: 'built-in' } as const
  const { directory, db } = house
  await db.transaction((tx) => directory.builtInDirectory(tx, actor))
  const { id: directoryId } = await db.transaction((tx) => directory.connect(tx, actor, { name: 'Other', settings }))
  const person = await house.addPerson({ login: 'paula', password: goodPassword, directoryId })
  const open = house.browser()
  await open.signIn('paula', goodPassword)
  const key = securityKey(publicUrl.origin)
  await addPasskey(open, key)
  const secret = await addTotp(open, () => house.clock.now())
  house.clock.advance(60_000)
  const half = house.browser()
  expect((await half.signIn('paula', goodPassword)).json().kind).toBe('factor_wanted')
  const input = { personId: person.id, caseId: null, minutes: 30 }
  const { pass } = await db.transaction((tx) => house.credentials.issueTemporaryPass(tx, input, actor))
  const byPass = async () => {
    const answer = await post(await opened(), '/api/session/pass', { login: 'paula', pass: pass.reveal() })
    return answer.json()
  }
  const byPasskey = async (used: typeof key) => {
    const browser = await opened()
    const { challengeId, options } = (await post(browser, '/api/session/passkey/start', {})).json()
    const answer = await post(browser, '/api/session/passkey', { challengeId, response: used.get(options) })
    return { ...answer.json(), requestId: '' }
  }
  const because = async () =>
    (await house.audit.search(db, { action: 'sign_in.refused' }, { limit: 1 })).items[0]?.body.after

  await db.transaction((tx) => directory.pause(tx, { directoryId, reason: 'not ours', actor }))
  const refused = await byPasskey(key)
  expect(refused).toMatchObject({ status: 401, code: 'sign_in_refused' })
  expect(await because()).toEqual({ because: 'paused' })
  expect(await byPasskey(securityKey(publicUrl.origin))).toEqual(refused)
  expect(await byPass()).toMatchObject({ status: 401, code: 'sign_in_refused' })
  expect(await because()).toEqual({ because: 'paused' })
  const answer = { kind: 'totp', answer: codeAt(secret, house.clock.now()) }
  expect((await post(half, '/api/session/factor', answer)).json()).toMatchObject({ status: 401, code: 'sign_in_over' })
  expect(await open.session()).toMatchObject({ person: { id: person.id } })

  await db.transaction((tx) => directory.resume(tx, { directoryId, actor }))
  expect(await byPass()).toMatchObject({ kind: 'enrol_wanted' })
  expect(await byPasskey(key)).toMatchObject({ kind: 'signed_in' })
})
