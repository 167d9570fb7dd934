import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Secret } from '../platform/secret.ts'
import { addProof } from './add-proof.ts'
import { changePassword } from './change-password.ts'
import { checkPassword } from './check-password.ts'
import { finishReset } from './finish-reset.ts'
import { createCredentials } from './module.ts'
import { startReset } from './start-reset.ts'
import { type CredentialsHouse, caller, credentialsHouse, fromMail } from './testing-credentials.ts'
import { addApp, addCodes, codeAt } from './testing-factors.ts'
import { verifyProof } from './verify-proof.ts'

let house: CredentialsHouse
const lines: string[] = []
beforeAll(async () => {
  house = await credentialsHouse()
})
afterAll(() => house.close())

it('no password, code, link, pass or secret of a run is in any log line, entry of the trail, job or table', async () => {
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const { deps } = createCredentials({
    ...house.deps,
    log,
    jobs: { ...house.deps.jobs, register() {}, schedule() {} },
    recentPasswordsFolder: house.recentPasswordsFolder,
  })
  const used = ['first long password of carla 1', 'second long password of carla 2', 'third long password of carla 3']
  const [first = '', second = '', third = ''] = used
  const secrets = [...used]
  const carla = await house.addPerson({ login: 'carla', password: first })
  const { secret } = await addApp(house, carla.id)
  secrets.push(secret, ...(await addCodes(house, carla.id)).codes)

  const wrong = 'a wrong guess that is somebody elses password'
  secrets.push(wrong)
  const check = (password: string, login = 'carla') =>
    checkPassword(deps, { ...caller, login, password: new Secret(password) })
  await check(wrong)
  // Typed into the wrong field, as happens every day.
  await check('x', wrong).catch(() => undefined)
  await startReset(deps, { ...caller, login: second })
  const { attemptId } = await startReset(deps, { ...caller, login: 'carla' })
  await house.jobs.runUntilIdle()
  const { code, token } = fromMail(house, 'carla@contractor.example')
  secrets.push(token)
  const { ticket } = await verifyProof(deps, { ...caller, attemptId, code: new Secret(code) })
  secrets.push(ticket.reveal())
  await addProof(deps, { ...caller, ticket, kind: 'totp', answer: codeAt(house, secret) })
  await finishReset(deps, { ...caller, ticket, password: new Secret('short') }).catch((error) =>
    log.error({ err: error }, 'refused'),
  )
  await finishReset(deps, { ...caller, ticket, password: new Secret(second) })
  await check(second)
  const change = {
    personId: carla.id,
    sessionId: house.ids.next(),
    actor: { kind: 'person', personId: carla.id } as const,
  }
  await changePassword(deps, { ...change, old: new Secret(second), next: new Secret(third) })
  const broken = {
    ...deps,
    directory: { ...deps.directory, connectorOf: () => Promise.reject(new Error('directory is gone')) },
  }
  const input = { ...caller, login: 'carla', password: new Secret(third) }
  await checkPassword({ ...broken, signInDeadlineMs: 50 }, input)
  const operator = { kind: 'operator', name: 'agent' } as const
  const pass = { personId: carla.id, caseId: null, minutes: 10 }
  secrets.push(
    (await house.db.transaction((tx) => house.credentials.issueTemporaryPass(tx, pass, operator))).pass.reveal(),
  )
  await house.jobs.runUntilIdle()

  expect(lines.length).toBeGreaterThan(0)
  const tables = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    house.db.withTables<object>(),
  )
  const kept: string[] = []
  for (const { name } of tables.rows) {
    const rows = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`
      .execute(house.db.withTables<object>())
      .catch(() => ({ rows: [] as { row: string }[] }))
    kept.push(...rows.rows.map(({ row }) => row))
  }
  expect(kept.length).toBeGreaterThan(20)
  for (const text of [...lines, ...kept]) for (const value of secrets) expect(text).not.toContain(value)
})
