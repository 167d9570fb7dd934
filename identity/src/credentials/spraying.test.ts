import { afterAll, beforeAll, expect, it } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { checkPassword } from './check-password.ts'
import { passwordSprayed } from './events.ts'
import { type CredentialsHouse, caller, credentialsHouse, goodPassword } from './testing-credentials.ts'

let house: CredentialsHouse
beforeAll(async () => {
  house = await credentialsHouse({ delay: async () => {}, deadlines: { signInMs: 0, proofMs: 0 } })
})
afterAll(() => house.close())

it('one password tried on 60 people raises the alarm once, and soon no directory is asked with it any more', async () => {
  const alarms: number[] = []
  house.events.inTransaction(passwordSprayed, 'test', async (_tx, { people }) => void alarms.push(people))
  const people = []
  for (let n = 0; n < 61; n += 1) people.push(await house.addPerson({ login: `person-${n}` }))
  let binds = 0
  const counting = {
    ...house.deps,
    directory: {
      ...house.deps.directory,
      connectorOf: async (...input: Parameters<typeof house.directory.connectorOf>) => {
        const home = await house.directory.connectorOf(...input)
        const authenticate = async () => {
          binds += 1
          return { kind: 'wrong' as const }
        }
        return { ...home, connector: { ...home.connector, authenticate } }
      },
    },
    signInDeadlineMs: 10_000,
    delay: (_ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())),
  }
  const sprayed = new Secret('Winter-2026!')
  const trySome = async (from: number, to: number) => {
    for (let n = from; n < to; n += 1) {
      const input = { address: `198.51.${n}.7`, requestId: caller.requestId, login: `person-${n}`, password: sprayed }
      const quick = { ...counting, delay: async () => {}, signInDeadlineMs: 0 }
      await checkPassword(quick, input)
      // The refusal comes by the clock; the count by the trail.
      await until(async () => (await refusals()) >= n + 1)
    }
  }
  await trySome(0, 60)
  expect(binds).toBe(20)
  expect(alarms).toEqual([20])
  expect((await house.trail()).filter(({ action }) => action === 'sign_in.sprayed')).toHaveLength(1)

  // Another password is another matter, and so is the right one of somebody.
  const { connector, ref } = await house.directory.connectorOf(house.db, people[60]?.id ?? '')
  await connector.passwords?.reset(ref, new Secret(goodPassword))
  const right = { ...caller, login: 'person-60', password: new Secret(goodPassword) }
  expect((await checkPassword({ ...house.deps, signInDeadlineMs: 1000, delay: counting.delay }, right)).kind).toBe('ok')
})

const refusals = async () =>
  (await house.audit.search(house.db, { action: 'sign_in.refused' }, { limit: 200 })).items.length

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve))
}

it('a thousand of them in the same second are not asked about before the first ones count', async () => {
  const logins = []
  for (let n = 0; n < 1000; n += 1) logins.push(`crowd-${n}`)
  const people = new Map<string, Awaited<ReturnType<typeof house.addPerson>>>()
  const one = await house.addPerson({ login: 'crowd' })
  for (const login of logins) people.set(login, { ...one, id: house.ids.next() })
  const home = await house.directory.connectorOf(house.db, one.id)
  let binds = 0
  const authenticate = async () => {
    binds += 1
    await new Promise((resolve) => setImmediate(resolve))
    return { kind: 'wrong' as const }
  }
  const deps = {
    ...house.deps,
    signInDeadlineMs: 0,
    audit: { record() {} },
    directory: {
      ...house.deps.directory,
      findByLogin: async (_r: unknown, login: string) => [people.get(login) ?? one],
      connectorOf: async () => ({ ...home, connector: { ...home.connector, authenticate } }),
    },
  }
  const settled: Promise<unknown>[] = []
  const triesAtOnce = <T>(name: string, work: () => Promise<T>) => {
    const done = house.deps.triesAtOnce(name, work)
    settled.push(done)
    return done
  }
  const password = new Secret('Summer-2026!')
  await Promise.all(
    logins.map((login, n) =>
      checkPassword(
        { ...deps, triesAtOnce },
        { ...caller, address: `198.18.${n % 250}.${Math.trunc(n / 250) + 1}`, login, password },
      ),
    ),
  )
  await until(async () => settled.length === 1000)
  await Promise.all(settled)
  expect(binds).toBeGreaterThanOrEqual(20)
  expect(binds).toBeLessThanOrEqual(20 + 25)
})
