import { createHash, createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { startReset } from './start-reset.ts'
import {
  type CredentialsHouse,
  caller,
  credentialsHouse,
  fromMail,
  goodPassword,
  until,
} from './testing-credentials.ts'
import { verifyProof } from './verify-proof.ts'

let house: CredentialsHouse
beforeAll(async () => {
  house = await credentialsHouse({ delay: async () => {}, deadlines: { signInMs: 0, proofMs: 0 } })
})
afterAll(() => house.close())

/** Patient, so that no right answer is lost to the clock of a busy test machine. */
const patient = (deps: CredentialsHouse['deps']) => ({
  ...deps,
  delay: (_milliseconds: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 15_000)
      signal.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
    }),
})

const start = async (login: string) => {
  const { attemptId } = await startReset(house.deps, { ...caller, login })
  await house.jobs.runUntilIdle()
  return { attemptId, code: fromMail(house, `${login}@contractor.example`).code }
}

const refusals = async (attemptId: string) => {
  const page = await house.audit.search(
    house.db,
    { subjects: { attemptId }, action: 'reset.code_refused' },
    { limit: 50 },
  )
  return page.items.length
}

describe('guessing one code a thousand times at once', () => {
  it('compares five of them, also over two nodes and many addresses; the right one as the sixth fails, another attempt does not', async () => {
    await house.addPerson({ login: 'carla', password: goodPassword })
    const attacked = await start('carla')
    const other = await start('carla')
    let compared = 0
    const counting = (deps: CredentialsHouse['deps']) => ({
      ...deps,
      factors: new Map(
        [...deps.factors].map(([kind, factor]) => [
          kind,
          {
            ...factor,
            verify: (...input: Parameters<typeof factor.verify>) => {
              compared += 1
              return factor.verify(...input)
            },
          },
        ]),
      ),
    })
    const nodes = [counting(house.deps), counting(house.secondNode())]
    const guesses = Array.from({ length: 1000 }, (_, index) => {
      const guess = (Number(attacked.code) + 1 + index) % 1_000_000
      const address = `198.51.${index % 250}.${Math.floor(index / 250)}`
      const node = nodes[index % 2] ?? house.deps
      const code = new Secret(guess.toString().padStart(6, '0'))
      return verifyProof(node, { ...caller, address, attemptId: attacked.attemptId, code })
    })
    const results = await Promise.allSettled(guesses)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(0)
    expect(new Set(results.map((result) => result.status === 'rejected' && result.reason.code))).toEqual(
      new Set(['code_wrong']),
    )
    // Refusals come by the clock, here at once, so the five comparisons are awaited by what the trail says of them.
    await until(async () => (await refusals(attacked.attemptId)) === 5)
    expect(compared).toBeLessThanOrEqual(5)

    const right = new Secret(attacked.code)
    const late = verifyProof(house.deps, { ...caller, attemptId: attacked.attemptId, code: right })
    await expect(late).rejects.toMatchObject({ code: 'code_wrong' })
    const good = verifyProof(patient(house.deps), {
      ...caller,
      attemptId: other.attemptId,
      code: new Secret(other.code),
    })
    await expect(good).resolves.toMatchObject({ purpose: 'reset' })
    expect(compared).toBeLessThanOrEqual(5)
  })

  it('with a dump of the database in hand finds nothing: no plain hash or foreign key gives the kept value', async () => {
    await house.addPerson({ login: 'omar', password: goodPassword })
    const { code } = await start('omar')
    const { rows } = await sql<{ id: string; attempt_id: string; code_hmac: Buffer }>`
      select p.id, p.attempt_id, p.code_hmac from reset_proofs p order by p.id desc limit 1`.execute(
      house.db.withTables<object>(),
    )
    const [proof] = rows
    if (!proof) throw new Error('no proof was kept')
    const kept = proof.code_hmac.toString('hex')
    const salts = ['', proof.id, proof.attempt_id]
    const found: string[] = []
    for (let guess = 0; guess < 1_000_000; guess += 1) {
      const text = guess.toString().padStart(6, '0')
      if (createHash('sha256').update(`${proof.id}:${text}`).digest('hex') === kept) found.push(text)
      if (guess !== Number(code)) continue
      // The right code itself, in every way that needs no key from outside the database.
      for (const salt of salts)
        for (const joined of [text, `${salt}:${text}`, salt + text, text + salt]) {
          if (createHash('sha256').update(joined).digest('hex') === kept) found.push(text)
          if (createHmac('sha256', salt).update(joined).digest('hex') === kept) found.push(text)
        }
    }
    expect(found).toEqual([])
    expect(house.keys.hmacMatches('proof-code', `${proof.id}:${code}`, proof.code_hmac)).toBe(true)
  })
})
