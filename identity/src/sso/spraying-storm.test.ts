import { isSlapdInstalled, type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectLdap } from '../testing-directories.ts'
import { goodPassword, type House, openHouse } from './testing-house.ts'

const atOnce = 100

/** One password on everybody stays below every person's limit, so it is counted by itself (security B.9). */
describe.runIf(isSlapdInstalled())('one password tried on 1,000 people', () => {
  let house: House
  let slapd: Slapd
  beforeAll(async () => {
    house = await openHouse({ signInMs: 400 })
    slapd = await startSlapd({ extraPeople: 1000 })
    const id = await connectLdap(house, slapd)
    await house.directory.syncNow(id, { kind: 'system', name: 'test' })
    const admin = await house.addPerson({ login: 'ines', password: goodPassword })
    await house.grantProduct(admin.id, 'admin')
  }, 60_000)
  afterAll(async () => {
    await house?.close()
    await slapd?.stop()
  })

  type Reason = { because: string; n: number }
  async function reasons(): Promise<Reason[]> {
    const found = sql<Reason>`select body->'after'->>'because' as because, count(*)::int as n from audit_entries
      where action = 'sign_in.refused' group by 1`
    return (await found.execute(house.db.withTables<object>())).rows
  }
  const sum = (rows: Reason[]) => rows.reduce((total, { n }) => total + n, 0)

  it('raises one alarm, and the directory is asked about few of them, on two nodes together', async () => {
    const second = await house.secondNode()
    const { rows } = await sql<{ login: string }>`
      select login from people where login like 'person%' order by login limit 1000`.execute(
      house.db.withTables<object>(),
    )
    expect(rows).toHaveLength(1000)
    for (let from = 0; from < rows.length; from += atOnce)
      await Promise.all(
        rows.slice(from, from + atOnce).map(async ({ login }, n) => {
          const node = n % 2 ? house : second
          const browser = node.browser({ address: `198.18.${Math.floor(from / atOnce)}.${n}` })
          expect((await browser.signIn(login, 'Winter-2026!')).statusCode).toBe(401)
        }),
      )
    // Answers come by the clock; what was found out is written a moment later.
    let refusals = await reasons()
    while (sum(refusals) < 1000) refusals = await reasons()
    const of = (because: string) => refusals.find((row) => row.because === because)?.n ?? 0
    expect(of('wrong') + of('sprayed') + of('unreachable')).toBe(1000)
    // Beyond the twenty those that were under way, 25 on each node.
    expect(of('wrong')).toBeLessThanOrEqual(20 + 2 * 25)
    await house.jobs.runUntilIdle()
    expect(house.mailbox.filter(({ kind }) => kind === 'password_sprayed')).toHaveLength(1)
  }, 120_000)
})
