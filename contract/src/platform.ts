/** Jobs, sweeps, settings and health, for administrators and machines. */
import { type Static, Type } from 'typebox'
import { Empty, Timestamp } from './common.ts'
import { route } from './route.ts'

export const JobState = Type.Union([
  Type.Literal('waiting'),
  Type.Literal('running'),
  Type.Literal('retrying'),
  Type.Literal('dead'),
])

export const Job = Type.Object({
  id: Type.String(),
  task: Type.String(),
  key: Type.Union([Type.String(), Type.Null()]),
  queue: Type.Union([Type.String(), Type.Null()]),
  state: JobState,
  attempts: Type.Integer(),
  maxAttempts: Type.Integer(),
  runAt: Timestamp,
  createdAt: Timestamp,
  lastError: Type.Union([Type.String(), Type.Null()]),
})
export type Job = Static<typeof Job>

/** What the job engine did in one span of time. */
export const JobSpan = Type.Object({
  at: Timestamp,
  done: Type.Integer({ description: 'Runs that ended well' }),
  failed: Type.Integer({ description: 'Runs that failed; each is tried again or given up' }),
  waiting: Type.Integer({ description: 'The most that was due and not begun' }),
  waitedSeconds: Type.Integer({ description: 'The longest that something due had waited' }),
})
export type JobSpan = Static<typeof JobSpan>

const JobParams = Type.Object({ id: Type.String({ pattern: '^[0-9]{1,19}$' }) }, { additionalProperties: false })
const SweepParams = Type.Object(
  { name: Type.String({ pattern: '^[a-z0-9.-]{1,80}$' }) },
  { additionalProperties: false },
)

export const Setting = Type.Object({
  name: Type.String(),
  meaning: Type.String(),
  fallback: Type.Union([Type.String(), Type.Null()]),
  isSecret: Type.Boolean(),
  isSet: Type.Boolean(),
  /** What was set; null for a secret, and where nothing is set. */
  value: Type.Union([Type.String(), Type.Null()]),
})

export const Health = Type.Object({
  status: Type.Union([Type.Literal('ok'), Type.Literal('failing')]),
  checks: Type.Array(
    Type.Object({
      name: Type.String({ description: '`database`, `jobs` or `disk`' }),
      ok: Type.Boolean(),
      reason: Type.Optional(Type.String({ description: 'Why it is not ok' })),
    }),
  ),
})

export const platformRoutes = {
  listJobs: route({
    id: 'platform.listJobs',
    method: 'GET',
    path: '/api/jobs',
    summary: 'Jobs that wait, run, are tried again or are dead',
    access: { roles: ['admin', 'auditor'] },
    query: Type.Object(
      {
        state: Type.Optional(JobState),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 100 })),
      },
      { additionalProperties: false },
    ),
    success: {
      status: 200,
      schema: Type.Object({ items: Type.Array(Job), counts: Type.Record(Type.String(), Type.Integer()) }),
    },
  }),
  jobHistory: route({
    id: 'platform.jobHistory',
    method: 'GET',
    path: '/api/jobs/history',
    summary: 'What jobs did over the last hours, in spans; spans in which no node ran are left out',
    access: { roles: ['admin', 'auditor'] },
    query: Type.Object(
      { hours: Type.Optional(Type.Union([Type.Literal(3), Type.Literal(24), Type.Literal(168)])) },
      { additionalProperties: false },
    ),
    success: {
      status: 200,
      schema: Type.Object({ from: Timestamp, spanSeconds: Type.Integer(), items: Type.Array(JobSpan) }),
    },
  }),
  retryJob: route({
    id: 'platform.retryJob',
    method: 'POST',
    path: '/api/jobs/:id/retry',
    summary: 'Try a dead or waiting job again, now',
    access: { roles: ['admin'] },
    params: JobParams,
    body: Empty,
    success: { status: 204 },
  }),
  runSweep: route({
    id: 'platform.runSweep',
    method: 'POST',
    path: '/api/sweeps/:name/run',
    summary: 'Run one sweep once, now',
    access: { roles: ['admin'] },
    params: SweepParams,
    body: Empty,
    success: { status: 204 },
    perMinute: 60,
  }),
  listSettings: route({
    id: 'platform.listSettings',
    method: 'GET',
    path: '/api/settings',
    summary: 'Every setting, what it means, whether it is set and to what; never a value of a secret',
    access: { roles: ['admin', 'auditor'] },
    success: {
      status: 200,
      schema: Type.Object({
        publicUrl: Type.String(),
        version: Type.String(),
        mailServer: Type.Union([Type.String(), Type.Null()]),
        settings: Type.Array(Setting),
      }),
    },
  }),
  sendTestMail: route({
    id: 'platform.sendTestMail',
    method: 'POST',
    path: '/api/settings/test-mail',
    summary: 'Send a test mail now and say what the mail server answered',
    access: { roles: ['admin'] },
    body: Type.Object({ to: Type.String({ format: 'email', maxLength: 254 }) }, { additionalProperties: false }),
    success: { status: 200, schema: Type.Object({ ok: Type.Boolean(), detail: Type.String() }) },
    perMinute: 6,
  }),
  liveness: route({
    id: 'platform.liveness',
    method: 'GET',
    path: '/health/live',
    summary: 'The process answers',
    access: 'public',
    success: { status: 200, schema: Type.Object({ status: Type.Literal('ok') }) },
  }),
  readiness: route({
    id: 'platform.readiness',
    method: 'GET',
    path: '/health/ready',
    summary: 'The process can do its work: database reachable, jobs running',
    access: 'public',
    success: { status: 200, schema: Health },
    problems: [503],
  }),
}
