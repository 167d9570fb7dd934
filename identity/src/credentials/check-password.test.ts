import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../platform/secret.ts'
import type { Delay } from './at-deadline.ts'
import { changePolicy } from './change-policy.ts'
import { checkPassword } from './check-password.ts'
import { policyOf } from './policy-of.ts'
import { type CredentialsHouse, caller, credentialsHouse, goodPassword, until } from './testing-credentials.ts'

let house: CredentialsHouse
/** Deadlines that nobody reaches until the test lets them. */
let held: { milliseconds: number; release: () => void }[] = []
let isHolding = false

const delay: Delay = (milliseconds, signal, settled) =>
  new Promise((resolve) => {
    if (!isHolding) void settled.then(resolve)
    held.push({ milliseconds, release: resolve })
    signal.addEventListener('abort', () => resolve())
  })

beforeAll(async () => {
  house = await credentialsHouse({ delay })
})
afterAll(() => house.close())

const check = (login: string, password: string, knownPersonId?: string) =>
  checkPassword(house.deps, { ...caller, login, password: new Secret(password), knownPersonId })

const refused = { kind: 'refused' }

/** As if so many had tried. */
const countTo = (taken: number, key: string) =>
  sql`update try_counters set taken = ${taken} where key = ${key}`.execute(house.db.withTables<object>())

async function because(personId: string): Promise<unknown[]> {
  const entries = await house.trail(personId)
  return entries.filter(({ action }) => action === 'sign_in.refused').map(({ after }) => after)
}

describe('a password', () => {
  it('that is right opens at once, by login or by address, whatever the case', async () => {
    const carla = await house.addPerson({ login: 'carla', password: goodPassword })
    for (const login of ['carla', ' CARLA ', 'Carla@Contractor.Example'])
      expect(await check(login, goodPassword)).toEqual({ kind: 'ok', personId: carla.id, epoch: 0 })
  })

  it('refused for whatever reason is answered by the clock: a stranger, wrong, empty, disabled, waiting', async () => {
    const [wrong, disabled, waiting] = await Promise.all([
      house.addPerson({ login: 'wrong', password: goodPassword }),
      house.addPerson({ login: 'disabled', password: goodPassword }),
      house.addPerson({ login: 'waiting', password: goodPassword }),
    ])
    const home = await house.directory.connectorOf(house.db, disabled.id)
    await home.connector.accounts?.disable(home.ref)
    await Promise.all(Array.from({ length: 5 }, () => check('waiting', 'not it')))

    held = []
    isHolding = true
    const answers: string[] = []
    const calls = [
      ['nobody', goodPassword],
      ['wrong', 'not the password'],
      ['wrong', ''],
      ['disabled', goodPassword],
      ['waiting', goodPassword],
    ].map(async ([login = '', password = '']) => {
      const answer = await check(login, password)
      answers.push(login)
      return answer
    })
    const before = (await house.trail()).length
    await until(async () => held.length === 5 && (await because(wrong.id)).length === 1)
    await until(async () => (await because(disabled.id)).length === 1 && (await because(waiting.id)).length === 6)
    await until(async () => (await house.trail()).length >= before)
    expect(answers).toEqual([])
    expect(new Set(held.map(({ milliseconds }) => milliseconds)).size).toBe(1)
    for (const { release } of held) release()
    expect(await Promise.all(calls)).toEqual([refused, refused, refused, refused, refused])
    isHolding = false
    expect(await because(wrong.id)).toEqual([{ because: 'wrong' }])
    expect(await because(disabled.id)).toEqual([{ because: 'disabled' }])
    expect((await because(waiting.id)).at(-1)).toEqual({ because: 'waiting' })
  })

  it('tried wrongly makes strangers wait, while a device of the person still gets in', async () => {
    const omar = await house.addPerson({ login: 'omar', password: goodPassword })
    for (let round = 0; round < 5; round += 1) expect(await check('omar', `wrong ${round}`)).toEqual(refused)
    expect(await check('omar', goodPassword)).toEqual(refused)
    expect(await check('omar', goodPassword, omar.id)).toMatchObject({ kind: 'ok' })
    expect(await check('omar', goodPassword)).toEqual(refused)
    house.clock.advance(15 * 60_000)
    expect(await check('omar', goodPassword)).toMatchObject({ kind: 'ok' })
  })

  it('guessed a hundred times by strangers opens from a new device again once its person got in on a known one', async () => {
    const nina = await house.addPerson({ login: 'nina', password: goodPassword })
    // Five in a quarter of an hour, until it is a hundred.
    for (let round = 0; round < 5; round += 1) await check('nina', `wrong ${round}`)
    await countTo(100, `password:streak:${nina.id}`)
    house.clock.advance(15 * 60_000)
    expect(await check('nina', goodPassword)).toEqual(refused)
    expect(await check('nina', goodPassword, nina.id)).toMatchObject({ kind: 'ok' })
    expect(await check('nina', goodPassword)).toMatchObject({ kind: 'ok' })
  })

  it('opens on a device of its person in a flood that makes everybody else wait', async () => {
    const flo = await house.addPerson({ login: 'flo', password: goodPassword })
    await countTo(3000, 'sign-in:all')
    await expect(check('flo', goodPassword)).rejects.toMatchObject({ kind: 'rate_limited' })
    await expect(check('nina', goodPassword, flo.id)).rejects.toMatchObject({ kind: 'rate_limited' })
    expect(await check('flo', goodPassword, flo.id)).toMatchObject({ kind: 'ok' })
    house.clock.advance(60_000)
  })

  it('guessed 200 times at once on two nodes is compared five times', async () => {
    const target = await house.addPerson({ login: 'target', password: goodPassword })
    const other = house.secondNode()
    await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        checkPassword(index % 2 ? house.deps : other, {
          ...caller,
          address: `198.51.100.${index}`,
          login: 'target',
          password: new Secret(`guess ${index}`),
        }),
      ),
    )
    const reasons = (await because(target.id)) as { because: string }[]
    expect(reasons.filter((reason) => reason.because === 'wrong').length).toBeLessThanOrEqual(5)
  })

  it('that is right opens in each of four tabs at once, though strangers have two tries, and wrong ones are two as before', async () => {
    const tabs = await house.addPerson({ login: 'tabs', password: goodPassword })
    const before = await policyOf(house.db, tabs.directoryId)
    const actor = { kind: 'operator', name: 'test' } as const
    const few = await changePolicy(house.deps, { policy: { ...before, signInTriesMax: 2 }, actor })
    const answers = await Promise.all(Array.from({ length: 4 }, () => check('tabs', goodPassword)))
    expect(answers.map(({ kind }) => kind)).toEqual(['ok', 'ok', 'ok', 'ok'])
    await Promise.all(Array.from({ length: 12 }, () => check('tabs', 'not it')))
    expect((await because(tabs.id)).filter((after) => JSON.stringify(after).includes('wrong'))).toHaveLength(2)
    expect(await check('tabs', goodPassword)).toEqual(refused)
    await changePolicy(house.deps, { policy: { ...few, signInTriesMax: before.signInTriesMax }, actor })
  })

  it('of strangers that a slow directory is busy with keeps no device of the person waiting', async () => {
    const yara = await house.addPerson({ login: 'yara', password: goodPassword })
    const home = await house.directory.connectorOf(house.db, yara.id)
    const { connector } = home
    const gate = Promise.withResolvers<void>()
    let asked = 0
    const slow: typeof connector.authenticate = async (who, password, from) => {
      if (from?.isStranger) {
        asked++
        await gate.promise
      }
      return await connector.authenticate(who, password, from)
    }
    const slowHome = { ...home, connector: { ...connector, authenticate: slow } }
    const deps = { ...house.deps, directory: { ...house.deps.directory, connectorOf: async () => slowHome } }
    const signIn = (password: string, knownPersonId?: string) =>
      checkPassword(deps, { ...caller, login: 'yara', password: new Secret(password), knownPersonId })
    const strangers = ['one', 'two', 'three'].map((password) => signIn(password))
    await until(() => asked === 1)
    expect(await signIn(goodPassword, yara.id)).toMatchObject({ kind: 'ok' })
    gate.resolve()
    expect(await Promise.all(strangers)).toEqual([refused, refused, refused])
  })

  it('from one network is not tried without end: the network waits, whoever was meant', async () => {
    const address = '203.0.113.9'
    const fast = { ...house.deps, delay: async () => {}, signInDeadlineMs: 0 }
    const attempts = Array.from({ length: 101 }, () =>
      checkPassword(fast, { ...caller, address, login: 'nobody', password: new Secret('x') }),
    )
    const results = await Promise.allSettled(attempts)
    const failed = results.filter((result) => result.status === 'rejected')
    expect(failed).toHaveLength(1)
    expect(failed[0]?.reason).toMatchObject({ kind: 'rate_limited', retryAfterSeconds: 900 })
  })

  it('that must be changed leads to the page for that, only because it was right', async () => {
    const person = await house.addPerson({ login: 'newcomer', password: goodPassword })
    const { connector, ref } = await house.directory.connectorOf(house.db, person.id)
    await connector.passwords?.reset(ref, new Secret('a first password to replace'), { mustChange: true })
    expect(await check('newcomer', 'wrong one')).toEqual(refused)
    const held = await check('newcomer', 'a first password to replace')
    expect(held).toMatchObject({ kind: 'must_change', personId: person.id })
    expect(String(held.kind === 'must_change' && held.ticket)).toBe('[secret]')
  })
})
