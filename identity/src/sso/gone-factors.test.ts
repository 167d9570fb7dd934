import type { SignOnDemand } from '@hallpass/contract/sign-on-policy'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { insertVersion } from './store-policy.ts'
import { addTotp } from './testing-authenticator.ts'
import type { Browser } from './testing-browser.ts'
import { goodPassword, type House, openHouse } from './testing-house.ts'
import { tryPolicy } from './try-policy.ts'

/** A service without text messages, where people have them from a time when it had. */
let house: House
let version = 0
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())
beforeEach(() => putPolicy({ proof: 'two_if_enrolled' }))

const post = (browser: Browser, path: string, body: object) => browser.call(path, { method: 'POST', body })

async function putPolicy(demand: Partial<SignOnDemand>) {
  const otherwise = { proof: 'two' as const, kinds: [], maxAgeMinutes: null, rememberDays: 0, ...demand }
  version += 1
  const put = { version, rules: [], otherwise, authorId: null, madeAt: house.clock.now() }
  await house.db.transaction((tx) => insertVersion(tx, put))
}

async function withTextMessages(login: string) {
  const person = await house.addPerson({ login, password: goodPassword })
  const row = { id: house.ids.next(), person_id: person.id, kind: 'sms', name: 'Phone', created_at: house.clock.now() }
  await house.db.withTables<{ factors: typeof row }>().insertInto('factors').values(row).execute()
  return person
}

async function signIn(login: string) {
  const browser = house.browser()
  return { browser, said: (await browser.signIn(login, goodPassword)).json() }
}

it.each<[string, Partial<SignOnDemand>]>([
  ['of whoever has a second factor', { proof: 'two_if_enrolled' }],
  ['of everybody', { proof: 'two' }],
  ['of certain kinds', { proof: 'two', kinds: ['totp'] }],
  ['of certain kinds, of whoever has a second factor', { proof: 'two_if_enrolled', kinds: ['totp'] }],
])(
  'where one is wanted %s, the password alone leads nowhere, and it says to what the desk helps',
  async (title, demand) => {
    await putPolicy(demand)
    const login = `molly-${title.length}`
    const person = await withTextMessages(login)
    const { browser, said } = await signIn(login)
    expect(said).toMatchObject({ kind: 'factor_wanted', offers: [], restsUntil: null, gone: ['sms'] })
    expect(browser.cookies.has('__Host-hallpass')).toBe(false)
    const trial = await tryPolicy(house.sso.deps, { personId: person.id, address: '203.0.113.9' })
    expect(trial).toMatchObject({ outcome: 'factor_wanted', said: { code: 'desk' } })
    const { items } = await house.audit.search(house.db, { subjects: { personId: person.id } }, { limit: 10 })
    expect(items.find(({ body }) => body.action === 'sign_in.factor_asked')?.body.after).toMatchObject({
      gone: ['sms'],
    })

    const { pass } = await house.db.transaction((tx) =>
      house.credentials.issueTemporaryPass(
        tx,
        { personId: person.id, caseId: null, minutes: 30 },
        { kind: 'system', name: 'test' },
      ),
    )
    const helped = house.browser()
    await helped.session()
    await post(helped, '/api/session/pass', { login, pass: pass.reveal() })
    await helped.session()
    await addTotp(helped, () => house.clock.now())
    expect((await signIn(login)).said).toMatchObject({ kind: 'factor_wanted', offers: [{ kind: 'totp' }] })
  },
)

it('whoever has another factor too is asked for that, and adds one after it where it does not count any more', async () => {
  const person = await withTextMessages('frank')
  const browser = house.browser()
  await putPolicy({ proof: 'one' })
  await browser.signIn('frank', goodPassword)
  const row = { id: house.ids.next(), person_id: person.id, kind: 'totp', name: 'App', created_at: house.clock.now() }
  await house.db.withTables<{ factors: typeof row }>().insertInto('factors').values(row).execute()
  await putPolicy({ proof: 'two' })
  expect((await signIn('frank')).said).toMatchObject({ kind: 'factor_wanted', offers: [{ kind: 'totp' }] })
  await putPolicy({ proof: 'two', kinds: ['sms', 'passkey'] })
  const { browser: adding, said } = await signIn('frank')
  expect(said).toMatchObject({ kind: 'enrol_wanted' })
  await adding.session()
  expect((await post(adding, '/api/factors/passkeys', {})).json().code).toBe('insufficient_user_authentication')
  const choices = (await post(adding, '/api/session/confirm/start', {})).json()
  expect(choices).toMatchObject({ password: false, offers: [{ kind: 'totp' }] })
})

it('in a session that began before, nobody is sent to add one who could not', async () => {
  await putPolicy({ proof: 'one' })
  await withTextMessages('nora')
  const { browser, said } = await signIn('nora')
  expect(said).toEqual({ kind: 'signed_in' })
  await browser.session()
  await putPolicy({ proof: 'two' })
  const choices = (await post(browser, '/api/session/confirm/start', {})).json()
  expect(choices).toMatchObject({ password: false, offers: [], enrol: [], gone: ['sms'] })
})
