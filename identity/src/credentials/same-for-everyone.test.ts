import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reader } from '../platform/database/database.ts'
import { shareTransactions } from '../platform/database/shared-transactions.ts'
import { Secret } from '../platform/secret.ts'
import { checkPassword } from './check-password.ts'
import { startReset } from './start-reset.ts'
import { type CredentialsHouse, caller, credentialsHouse, goodPassword } from './testing-credentials.ts'
import { addApp } from './testing-factors.ts'
import { verifyProof } from './verify-proof.ts'

let house: CredentialsHouse
beforeAll(async () => {
  house = await credentialsHouse()
  await house.addPerson({ login: 'known', password: goodPassword })
  const locked = await house.addPerson({ login: 'locked', password: goodPassword })
  const disabled = await house.addPerson({ login: 'disabled', password: goodPassword })
  const app = await house.addPerson({ login: 'with-app', password: goodPassword })
  await addApp(house, app.id)
  const { connector, ref } = await house.directory.connectorOf(house.db, disabled.id)
  await connector.accounts?.disable(ref)
  await house.directory.refresh(disabled.id)
  const instant = { ...house.deps, delay: async () => {}, signInDeadlineMs: 0 }
  for (let n = 0; n < 6; n += 1)
    await checkPassword(instant, { ...caller, login: 'locked', password: new Secret(`wrong ${n}`) })
  expect(locked.login).toBe('locked')
})
afterAll(() => house.close())

const everyone = ['known', 'locked', 'disabled', 'with-app', 'unknown', '*)(uid=*', '\\00', "o'; drop table people--"]

/** What a call did, in order: names of the statements' tables, jobs, waits; nothing that differs by chance. */
function watched() {
  const steps: string[] = []
  const jobs = {
    ...house.deps.jobs,
    enqueue: async (...input: Parameters<typeof house.deps.jobs.enqueue>) => {
      steps.push(`job ${input[1].task}`)
      return await house.deps.jobs.enqueue(...input)
    },
  }
  const look = (r: Reader): Reader =>
    new Proxy(r, {
      get(target, name, receiver) {
        if (name === 'withTables') steps.push('statement')
        const value = Reflect.get(target, name, receiver)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  const db = new Proxy(house.deps.db, {
    get(target, name) {
      if (name === 'transaction')
        return (work: (tx: never) => Promise<unknown>) => {
          steps.push('transaction')
          return target.transaction((tx) => work(look(tx) as never))
        }
      const value = Reflect.get(target, name)
      if (name === 'withTables') steps.push('statement')
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { steps, deps: { ...house.deps, db, jobs, shareStart: shareTransactions(db) } }
}

describe('whoever is meant', () => {
  it('starting a reset takes the same steps, gives the same job and the same answer', async () => {
    // Some statements are built with the first call of this process, whoever that is about.
    await startReset(house.deps, { ...caller, login: 'whoever is first' })
    const seen = new Set<string>()
    for (const login of everyone) {
      const { steps, deps } = watched()
      const { offers, expiresAt } = await startReset(deps, { ...caller, login })
      const shape = offers.map(({ kind, passkeyOptions }) => [kind, Object.keys(passkeyOptions ?? {})])
      seen.add(JSON.stringify([steps, shape, expiresAt]))
    }
    expect([...seen]).toHaveLength(1)
    expect([...seen][0]).toContain('job credentials.prepare-reset')
  })

  it('a wrong code and a wrong password are told at the deadline, by the clock, in the same words', async () => {
    const answers = new Set<string>()
    for (const login of everyone) {
      const waits: number[] = []
      let pass: () => void = () => {}
      const due = new Promise<void>((resolve) => {
        pass = resolve
      })
      const delay = (ms: number) => {
        waits.push(ms)
        return due
      }
      const deps = { ...house.deps, delay }
      const { attemptId } = await startReset(house.deps, { ...caller, login })
      let isAnswered = false
      const wrong = verifyProof(deps, { ...caller, attemptId, code: new Secret('000000') }).catch((error) => {
        isAnswered = true
        return error
      })
      const refused = checkPassword(deps, { ...caller, login, password: new Secret('not this one') }).then((answer) => {
        isAnswered = true
        return answer
      })
      await house.audit.search(house.db, {}, { limit: 1 })
      expect(isAnswered).toBe(false)
      while (waits.length < 2) await new Promise((resolve) => setImmediate(resolve))
      pass()
      const error = await wrong
      answers.add(JSON.stringify([waits.sort(), error.code, error.message, await refused]))
    }
    expect([...answers]).toHaveLength(1)
  })
})
