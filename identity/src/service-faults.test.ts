import { startMisbehavingScim } from '@hallpass/counterparts/misbehaving-scim'
import { isSlapdInstalled, startSlapd } from '@hallpass/counterparts/slapd'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Caller, openTestApp, operator, type TestApp } from './testing-app.ts'
import { connectLdap } from './testing-directories.ts'

// Whole directories are read and whole hours pass here, on machines that are busy with other tests too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let t: TestApp
beforeAll(async () => {
  t = await openTestApp({ HALLPASS_INTERNAL_HOSTS: '127.0.0.1,localhost' })
})
afterAll(() => t.close())

const minuteMs = 60_000
const sweeps = ['directory.sync-due', 'provisioning.sweep-unsettled', 'requests.settle', 'requests.escalate']

/** Moves the clock, then does what the running service does by itself. */
async function later(milliseconds: number): Promise<void> {
  t.platform.clock.advance(milliseconds)
  for (const name of sweeps) await t.platform.jobs.runSweep(name)
  await t.platform.jobs.runUntilIdle()
}

async function call<T>({ headers }: Caller, method: 'GET' | 'POST', url: string, payload?: object): Promise<T> {
  const answer = await t.server.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  return answer.json()
}

async function count(statement: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
  const { rows } = await statement.execute(t.platform.db.withTables<object>())
  return Number(rows[0]?.n)
}

type Tracker = {
  request: { state: string }
  fulfilment: { state: string; apps: { state: string; detail: string | null; unlinked: { kind: string }[] }[] }
  trail: { action: string }[]
}

test('an app that is down for an hour: whoever asked sees what is going on, and gets one account when it is back', async () => {
  const scim = await startMisbehavingScim()
  try {
    const { access, provisioning } = t.app
    const salesforce = await access.addApp({ name: 'Salesforce' }, operator)
    const connection = { kind: 'scim' as const, baseUrl: scim.baseUrl, token: scim.token, userName: 'mail' as const }
    await provisioning.putConnection({ appId: salesforce.id, ...connection }, operator)
    const role = await access.createRole(
      {
        name: 'Salesforce users',
        askedBy: 'everyone',
        apps: [{ appId: salesforce.id, entitlements: ['Sales'] }],
        ownerIds: [t.id.ivan],
      },
      operator,
    )
    scim.fail({ on: 'any', times: Number.POSITIVE_INFINITY, fault: { kind: 'drop', applied: false } })

    const molly = await t.signIn('molly')
    const asked = await call<{ items: [{ request: { id: string } }] }>(molly, 'POST', '/api/requests', {
      items: [{ roleId: role.id, durationDays: 30 }],
      reason: 'for work',
    })
    const path = `/api/requests/${asked.items[0].request.id}`
    for (const [stage, login] of (['marcus', 'ivan'] as const).entries())
      await call(await t.signIn(login), 'POST', `${path}/approve`, { stage })

    for (let minute = 0; minute < 60; minute += 2) {
      await later(2 * minuteMs)
      const seen = await call<Tracker>(molly, 'GET', path)
      expect([seen.request.state, seen.fulfilment.state]).toEqual(['fulfilling', 'running'])
      expect(seen.fulfilment.apps).toMatchObject([
        { state: 'failing', detail: 'The app does not answer as it should. It is tried again by itself.' },
      ])
    }
    expect(scim.users()).toEqual([])

    scim.heal()
    for (let step = 0; step < 5; step++) await later(5 * minuteMs)
    const done = await call<Tracker>(molly, 'GET', path)
    expect([done.request.state, done.fulfilment.state]).toEqual(['fulfilled', 'done'])
    // Her manager has no account in this app, and whoever follows the request reads that.
    expect(done.fulfilment.apps.flatMap(({ unlinked }) => unlinked)).toMatchObject([{ kind: 'manager' }])
    expect(done.trail.filter(({ action }) => action === 'request.fulfilled')).toHaveLength(1)
    expect(scim.users()).toMatchObject([{ externalId: t.id.molly, active: true }])
    expect(scim.groups()).toHaveLength(1)
    const told = t.platform.mailbox.filter((mail) => mail.to === 'molly@acme.example')
    expect(told.filter((mail) => mail.kind === 'request_fulfilled')).toHaveLength(1)
    expect(await t.platform.jobs.inspect({ state: 'dead' })).toEqual([])
  } finally {
    await scim.stop()
  }
})

describe.runIf(isSlapdInstalled())('OpenLDAP', () => {
  test('restarted while it is being read loses nobody: all are there, once and active, nobody ever looked gone', async () => {
    const extraPeople = 3000
    const slapd = await startSlapd({ extraPeople, noSync: true })
    try {
      const { db, jobs } = t.platform
      const sync = { syncEverySeconds: 2, sweepEverySeconds: 10, ownMailDomains: ['acme.example'] }
      const id = await connectLdap({ db, directory: t.app.directory }, slapd, { sync })
      const people = () => count(sql`select count(*) as n from people where directory_id = ${id}`)
      await jobs.runSweep('directory.sync-due')
      const working = jobs.runUntilIdle()
      while ((await people()) === 0) await new Promise((resolve) => setImmediate(resolve))
      const readBefore = await people()
      await slapd.restart()
      await working
      expect(readBefore).toBeLessThan(extraPeople)

      const cast = 10
      for (let step = 0; step < 20 && (await people()) < extraPeople + cast; step++) await later(5_000)
      await later(60_000)
      await later(60_000)
      const active = await count(
        sql`select count(*) as n from people where directory_id = ${id} and state = 'active' and missing_since is null`,
      )
      const logins = await count(sql`select count(distinct login) as n from people where directory_id = ${id}`)
      expect([await people(), active, logins]).toEqual([active, active, active])
      expect(active).toBeGreaterThanOrEqual(extraPeople + cast)
      const finance = await count(
        sql`select count(*) as n from group_members m join groups g on g.id = m.group_id
          where g.directory_id = ${id} and g.name = 'finance'`,
      )
      expect(finance).toBe(2)
      const losses = await count(
        sql`select count(*) as n from audit_entries where body -> 'subjects' @> ${JSON.stringify({ directoryId: id })}::jsonb
          and action in ('person.gone', 'person.disabled', 'group.gone')`,
      )
      expect(losses).toBe(0)
      const health = await count(sql`select count(*) as n from directories where id = ${id} and health = 'ok'`)
      expect(health).toBe(1)
    } finally {
      await slapd.stop()
    }
  })
})
