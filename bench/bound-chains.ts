import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import {
  ask,
  audit,
  decide,
  endJob,
  endStep,
  enqueue,
  type Facts,
  hour,
  lock,
  move,
  type Run,
  readFinance,
  readSession,
  stages,
  takeJob,
  tokenOf,
  workOff,
} from './bound-statements.ts'
import { load } from './figure.ts'

/**
 * What a chain costs PostgreSQL and its driver when nothing stands between: each fact read once, each row written as the
 * service writes it, trail and jobs included, prepared, in the same transactions; no HTTP, no mail server, no app.
 * It works on a copy of the service's own database, which is taken away at the end.
 */
export type Bound = { perSecond: number; statements: number; transactions: number }

const scratch = 'hallpass_bound'
const total = 400
const atOnce = 16

export async function boundOfChains(environment: Record<string, string>, roleId: string): Promise<Bound> {
  const at = (database: string) => ({
    host: join(environment.HALLPASS_DATA_DIR ?? '', 'postgres'),
    user: 'hallpass',
    database,
  })
  await copyDatabase(at('postgres'))
  const pool = new pg.Pool({ ...at(scratch), max: atOnce })
  try {
    const facts = await readFacts(pool, roleId)
    let statements = 0
    let transactions = 0
    const runOne = (n: number) =>
      withClient(pool, async (client) => {
        const counting = countingRunner(client)
        await chain(counting.run, facts, n)
        statements = counting.statements()
        transactions = counting.transactions()
      })
    await load(60, atOnce, runOne)
    const { seconds } = await load(total, atOnce, (n) => runOne(n + 60))
    return { perSecond: total / seconds, statements, transactions }
  } finally {
    await pool.end()
    await withServer(at('postgres'), (client) => client.query(`drop database ${scratch} with (force)`))
  }
}

/** A database can be copied while nobody is connected; the service, idle by now, connects again by itself. */
async function copyDatabase(server: pg.ClientConfig): Promise<void> {
  await withServer(server, async (client) => {
    await client.query('alter database hallpass allow_connections false')
    try {
      await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'hallpass'`)
      await client.query(`create database ${scratch} template hallpass`)
    } finally {
      await client.query('alter database hallpass allow_connections true')
    }
  })
}

async function withServer<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function withClient(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await work(client)
  } finally {
    client.release()
  }
}

function countingRunner(client: pg.PoolClient) {
  let statements = 0
  let transactions = 0
  const run: Run = async (text, values = []) => {
    statements++
    if (text === 'begin') transactions++
    const name = `b_${createHash('sha1').update(text).digest('hex').slice(0, 16)}`
    return (await client.query({ name, text, values })).rows
  }
  return { run, statements: () => statements, transactions: () => transactions }
}

/** People who have no access yet, with a session each; jobs of the copy itself would only be in the way. */
async function readFacts(pool: pg.Pool, roleId: string): Promise<Facts> {
  await pool.query('delete from graphile_worker._private_jobs')
  const ids = async (text: string, values: unknown[] = []) => (await pool.query(text, values)).rows.map((row) => row.id)
  const personIds = await ids(
    `select id from people where login like 'person-%' and not exists (select from grants where person_id = people.id)
      order by id limit $1`,
    [total + 60],
  )
  if (personIds.length < total + 60) throw new Error('Too few people are left for the bound.')
  const approverIds = await ids(`select id from people where login in ('diana', 'frank') order by login`)
  for (const id of [...personIds, ...approverIds]) {
    await pool.query(
      `insert into sessions (id, token_hash, person_id, methods, assured_at, epoch, roles_seen, address, user_agent, started_at,
        last_seen_at, expires_at) values ($1, $2, $3, '{pwd}', $4, 0, '{}', '', '', $4, $4, $5)`,
      [randomUUID(), tokenOf(id), id, new Date(), new Date(Date.now() + hour)],
    )
  }
  return {
    roleId,
    personIds,
    approverIds,
    appId: (await ids('select app_id as id from role_apps where role_id = $1', [roleId]))[0],
    financeId: (await ids(`select id from groups where name = 'finance'`))[0],
    tasks: await ids('select id from graphile_worker._private_tasks'),
  }
}

async function chain(run: Run, facts: Facts, n: number): Promise<void> {
  const { roleId, appId, approverIds } = facts
  const personId = facts.personIds[n] as string
  const [managerId, financeId] = approverIds as [string, string]
  const requestId = randomUUID()
  const accountId = randomUUID()
  const grantId = randomUUID()
  const now = new Date()

  await readSession(run, personId)
  await run(
    `insert into rate_counters (key, window_start, count) values ($1, $2, 1)
      on conflict (key, window_start) do update set count = rate_counters.count + 1 returning count`,
    [`requests ${personId}`, now],
  )
  await run('begin')
  await run('select * from roles where id = $1', [roleId])
  await run('select g.* from groups g join group_members m on m.group_id = g.id where m.person_id = $1', [personId])
  await run(`select * from grants where person_id = $1 and role_id = $2 and state in ('pending', 'active')`, [
    personId,
    roleId,
  ])
  await run('select * from policy_versions where role_id = $1 order by version desc limit 1', [roleId])
  await run('select m.* from people p join people m on m.id = p.manager_id where p.id = $1', [personId])
  await run(
    `insert into requests (id, cart_id, kind, role_id, requester_id, beneficiary_id, reason, duration_days, state, stage, stages,
      policy_snapshot, due_at, due_for, by_hand, version, created_at)
      values ($1, $2, 'grant', $3, $4, $4, $5, 30, 'waiting', 0, $6, $7, $8, 'remind', false, 1, $9)`,
    [
      requestId,
      randomUUID(),
      roleId,
      personId,
      'Measuring',
      stages(0),
      '{"rules":{"stages":[]}}',
      new Date(now.getTime() + hour),
      now,
    ],
  )
  await ask(run, requestId, 0, [managerId], now)
  await endStep(run, {
    requestId,
    personId,
    mails: 1,
    topics: 3,
    entries: ['request.created', 'request.approvers_asked'],
  })
  await workOff(run, facts.tasks, 1)

  await readSession(run, managerId)
  await run('begin')
  await lock(run, requestId)
  await run('select m.* from people p join people m on m.id = p.manager_id where p.id = $1', [personId])
  await readFinance(run, facts)
  await move(run, requestId, 'waiting', 1, null)
  await decide(run, requestId, 0, managerId, now)
  await ask(run, requestId, 1, [financeId], now)
  await endStep(run, {
    requestId,
    personId,
    mails: 3,
    topics: 5,
    entries: ['request.stage_approved', 'request.approvers_asked'],
  })
  await workOff(run, facts.tasks, 3)

  await readSession(run, financeId)
  await run('begin')
  await lock(run, requestId)
  await run('select m.* from people p join people m on m.id = p.manager_id where p.id = $1', [personId])
  await readFinance(run, facts)
  await run('select * from roles where id = $1', [roleId])
  await decide(run, requestId, 1, financeId, now)
  await run(
    `insert into grants (id, person_id, role_id, state, request_id, reason, duration_days, evidence, granted_at)
      values ($1, $2, $3, 'pending', $4, $5, 30, $6, $7)`,
    [grantId, personId, roleId, requestId, 'Measuring', '{"source":"request"}', now],
  )
  await run('select c.* from role_apps r join app_connections c on c.app_id = r.app_id where r.role_id = $1', [roleId])
  await run(
    `insert into accounts (id, app_id, person_id, actual, is_chosen, entitlements, grant_ids, wanted_version, settled_version,
      wanted_at, attempts, created_at, updated_at) values ($1, $2, $3, 'none', false, '{}', '{}', 1, 0, $4, 0, $4, $4)`,
    [accountId, appId, personId, now],
  )
  await enqueue(run, 'provisioning.reconcile', `account:${appId}:${personId}`, `app:${appId}:${n % 8}`)
  await move(run, requestId, 'fulfilling', 2, grantId)
  await endStep(run, {
    requestId,
    personId,
    mails: 1,
    topics: 4,
    entries: ['request.stage_approved', 'request.approved', 'grant.made'],
  })
  await workOff(run, facts.tasks, 1)

  await takeJob(run, facts.tasks)
  await run('begin')
  await run('update accounts set run_id = $1 where id = $2 returning *', [requestId, accountId])
  await run('select * from app_connections where app_id = $1', [appId])
  await run(
    `select g.id, g.state, g.ends_at, r.entitlements from grants g join role_apps r on r.role_id = g.role_id
      where g.person_id = $1 and r.app_id = $2 and g.state in ('pending', 'active')`,
    [personId, appId],
  )
  await run('select * from people where id = $1', [personId])
  await run('update app_pace set next_start_at = $1 where app_id = $2', [now, appId])
  await run('commit')
  await run('begin')
  await run('update accounts set intent_id = $1, updated_at = $2 where id = $3 and run_id = $4', [
    requestId,
    now,
    accountId,
    requestId,
  ])
  await audit(run, personId, ['account.created'])
  await run('commit')
  await run('select name, remote_id from app_groups where app_id = $1', [appId])
  await run('begin')
  await run(
    `update accounts set actual = 'active', remote_id = $1, entitlements = $2, grant_ids = $3, settled_version = 1, intent_id = null,
      run_id = null, settled_at = $4, updated_at = $4 where id = $5 and run_id = $6`,
    [accountId, ['Salesforce users'], [grantId], now, accountId, requestId],
  )
  await enqueue(run, 'provisioning.account_settled:requests', null, null)
  await audit(run, personId, ['account.created'])
  await run('commit')
  await endJob(run)

  await takeJob(run, facts.tasks)
  await run('begin')
  await lock(run, requestId)
  await run('select * from accounts where person_id = $1', [personId])
  await run(
    `update grants set state = 'active', started_at = $1, ends_at = $2, version = version + 1 where id = $3 and state = 'pending'`,
    [now, new Date(now.getTime() + hour), grantId],
  )
  await move(run, requestId, 'fulfilled', 2, grantId)
  await endStep(run, { requestId, personId, mails: 1, topics: 2, entries: ['grant.started', 'request.fulfilled'] })
  await endJob(run)
  await workOff(run, facts.tasks, 1)
}
