import { createHash, randomUUID } from 'node:crypto'

/** The statements a chain needs, one step each, as the service sends them. */

export const hour = 3_600_000

export type Run = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

export type Facts = {
  roleId: string
  appId: string
  financeId: string
  approverIds: string[]
  personIds: string[]
  tasks: number[]
}

export async function readSession(run: Run, personId: string): Promise<void> {
  await run(
    `select s.*, p.state, c.valid_from, c.epoch as epoch_now from sessions s join people p on p.id = s.person_id
      left join person_credentials c on c.person_id = s.person_id where s.token_hash = $1 and s.ended_at is null`,
    [tokenOf(personId)],
  )
  await run(
    `select r.product_role from grants g join roles r on r.id = g.role_id
      where g.person_id = $1 and g.state = 'active' and r.product_role is not null`,
    [personId],
  )
}

export async function lock(run: Run, requestId: string): Promise<void> {
  await run('select * from requests where id = $1 for update', [requestId])
  await run('select * from approvals where request_id = $1 order by stage, asked_at', [requestId])
}

export async function readFinance(run: Run, { financeId }: Facts): Promise<void> {
  await run('select p.* from people p join group_members m on m.person_id = p.id where m.group_id = $1', [financeId])
}

export async function move(
  run: Run,
  requestId: string,
  state: string,
  stage: number,
  grantId: string | null,
): Promise<void> {
  const isFinal = state === 'fulfilled'
  const isWaiting = state === 'waiting'
  await run(
    `update requests set state = $1, stage = $2, stages = $3, grant_id = $4, due_at = $5, due_for = $6, approved_at = $7,
      settled_at = $8, version = version + 1 where id = $9`,
    [
      ...[state, stage, stages(stage), grantId, isWaiting ? new Date(Date.now() + hour) : null],
      ...[isWaiting ? 'remind' : null, isWaiting ? null : new Date(), isFinal ? new Date() : null, requestId],
    ],
  )
}

export async function ask(run: Run, requestId: string, stage: number, approverIds: string[], now: Date): Promise<void> {
  await run(
    `insert into approvals (request_id, stage, approver_id, state, asked_at)
      select $1, $2, id, 'open', $3 from unnest($4::uuid[]) id`,
    [requestId, stage, now, approverIds],
  )
}

export async function decide(run: Run, requestId: string, stage: number, approverId: string, now: Date): Promise<void> {
  await run(
    `update approvals set state = 'approved', decided_at = $1 where request_id = $2 and stage = $3 and approver_id = $4`,
    [now, requestId, stage, approverId],
  )
}

type Step = { requestId: string; personId: string; mails: number; topics: number; entries: string[] }

export async function endStep(run: Run, { requestId, personId, mails, topics, entries }: Step): Promise<void> {
  for (let n = 0; n < mails; n++) await enqueue(run, 'mail.deliver', null, null)
  const names = Array.from({ length: topics }, (_each, n) => `request:${requestId}:${n}`)
  await run(`select pg_notify('hallpass_live', topic) from unnest($1::text[]) topic`, [names])
  await audit(run, personId, entries)
  await run('commit')
}

export async function enqueue(run: Run, task: string, key: string | null, queue: string | null): Promise<void> {
  const payload = JSON.stringify({ sealed: task === 'mail.deliver' ? 'x'.repeat(600) : '' })
  await run('select enqueue_job($1, $2::json, $3, null, 20, $4)', [task, payload, queue, key])
}

export async function audit(run: Run, personId: string, actions: string[]): Promise<void> {
  const at = new Date().toISOString()
  const bodies = actions.map((action) =>
    JSON.stringify({
      action,
      actor: { kind: 'person', personId },
      at,
      id: randomUUID(),
      kind: 'fact',
      subjects: { personId },
    }),
  )
  await run(`select audit_append(null, $1::text[], $2::timestamptz[], '[]')`, [bodies, actions.map(() => at)])
}

/** Jobs taken and ended as the engine does it; what a job of a mail itself does is no business of the database. */
export async function workOff(run: Run, tasks: number[], count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    await takeJob(run, tasks)
    await endJob(run)
  }
}

const lockedBy = new WeakMap<Run, { id: unknown; queue: unknown }>()

export async function takeJob(run: Run, tasks: number[]): Promise<void> {
  const [job] = await run(
    `with j as (
      select jobs.job_queue_id, jobs.priority, jobs.run_at, jobs.id from graphile_worker._private_jobs jobs
      where jobs.is_available and run_at <= now() and task_id = any ($2::int[])
        and (jobs.job_queue_id is null or jobs.job_queue_id in (
          select id from graphile_worker._private_job_queues where is_available for update skip locked))
      order by priority, run_at limit 1 for update skip locked
    ), q as (
      update graphile_worker._private_job_queues queues set locked_by = $1, locked_at = now() from j
      where queues.id = j.job_queue_id
    )
    update graphile_worker._private_jobs jobs set attempts = jobs.attempts + 1, locked_by = $1, locked_at = now()
    from j where jobs.id = j.id returning *`,
    ['bound', tasks],
  )
  if (job) lockedBy.set(run, { id: job.id, queue: job.job_queue_id })
}

export async function endJob(run: Run): Promise<void> {
  const job = lockedBy.get(run)
  if (!job) return
  lockedBy.delete(run)
  await run(
    `with j as (delete from graphile_worker._private_jobs where id = $1 returning job_queue_id)
      update graphile_worker._private_job_queues queues set locked_by = null, locked_at = null from j
      where queues.id = j.job_queue_id`,
    [job.id],
  )
}

export function stages(decided: number): string {
  const at = new Date().toISOString()
  const each = (n: number) => ({ level: 'first', startedAt: at, decidedAt: n < decided ? at : null })
  return JSON.stringify([each(0), each(1)])
}

export function tokenOf(personId: string): Buffer {
  return createHash('sha256').update(personId).digest()
}
