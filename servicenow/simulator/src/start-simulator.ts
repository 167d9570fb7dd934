import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openAccess } from './auth/access.ts'
import { authenticator } from './auth/authenticate.ts'
import { openSessions, type Sessions } from './auth/sessions.ts'
import { buildServer, listen } from './rest/server.ts'
import type { Service } from './rest/service.ts'
import { aclScripts } from './runtime/acl-script.ts'
import { type Runtime, startRuntime } from './runtime/start-runtime.ts'
import { placeNewInstance } from './seed/new-instance.ts'
import { type MovableClock, movableClock } from './store/clock.ts'
import { openRecords, system } from './store/open-records.ts'
import { platformRules } from './store/platform-rules.ts'
import type { Records } from './store/records.ts'

export type SimulatorOptions = {
  /** 0 or none: any free one. Listens on 127.0.0.1 only, unless `host` says otherwise. */
  port?: number
  host?: string
  /** Where the instance is kept; without it, in a folder of its own that goes when it stops. */
  dataFile?: string
  clock?: MovableClock
  /** Name and id as the properties instance_name and instance_id say them; a copy of a data file keeps its own. */
  instanceName?: string
  instanceId?: string
  /** Whether accounts that may sign in at the login page are refused Basic authentication, as new instances do. */
  basicAuth?: 'open' | 'restricted'
  rateLimits?: readonly RateLimit[]
  /** Who works there: an example company, or nobody but the administrator. */
  people?: 'company' | 'none'
  /** Serves https, for clients that speak nothing else. */
  tls?: { key: string; cert: string }
  /** PEM of an authority outbound https is trusted by, besides the usual ones. */
  trustedCertificates?: string
  /** The address under which clients reach it, where that is not where it listens. */
  publicUrl?: string
  /** Does every step of a flow twice, as if the instance had died just before it was noted; for tests of apps. */
  repeatsSteps?: boolean
}

export type RateLimit = {
  name: string
  /** Beginning of the path, e.g. /api/now/table. */
  path?: string
  method?: string
  requestsPerHour: number
  /** user_name; without it everybody, counted one by one. */
  userName?: string
}

export type Simulator = {
  /** `http://127.0.0.1:port`, without a slash at its end. */
  url: string
  clock: MovableClock
  records: Records
  sessions: Sessions
  /** What runs scripts, schedules and flows; tests wait for it by `settle`. */
  runtime: Runtime
  stop(): Promise<void>
}

/** Starts an instance: a new one, or the one in the data file as it was left. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const folder = options.dataFile ? null : mkdtempSync(join(tmpdir(), 'servicenow-simulator-'))
  const dataFile = options.dataFile ?? join(folder ?? '', 'instance.db')
  const clock = options.clock ?? movableClock()
  mkdirSync(dirname(dataFile), { recursive: true })
  if (!existsSync(dataFile)) placeNewInstance(dataFile, options.people ?? 'company')
  const records = openRecords({ file: dataFile, clock })
  for (const rules of platformRules) records.useRules(rules)

  const runtime = startRuntime({
    dataFile,
    clock,
    records,
    repeatsSteps: options.repeatsSteps ?? false,
    ...(options.trustedCertificates ? { trustedCertificates: options.trustedCertificates } : {}),
  })
  const { executor } = runtime
  const sessions = openSessions(records)
  const access = openAccess(records, aclScripts(records))
  const authenticate = authenticator(records, sessions)
  const service: Service = {
    records,
    executor,
    clock,
    access,
    sessions,
    authenticate,
    baseUrl: baseUrlOf(records),
    onClockMoved: async () => {
      runtime.tick()
      await runtime.settle()
    },
  }
  const server = await buildServer(service, options.tls)
  const url = await listen(server, options)
  settle(records, options, options.publicUrl ?? url)
  return {
    url,
    clock,
    records,
    sessions,
    runtime,
    async stop() {
      await server.close()
      await runtime.stop()
      records.close()
      if (folder) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What depends on how it was started is written anew at each start. */
function settle(records: Records, options: SimulatorOptions, url: string): void {
  setProperty(records, 'glide.servlet.uri', `${url}/`)
  if (options.instanceName || records.property('instance_name') === null)
    setProperty(records, 'instance_name', options.instanceName ?? 'simulator')
  if (options.instanceId || records.property('instance_id') === null)
    setProperty(records, 'instance_id', options.instanceId ?? randomBytes(16).toString('hex'))
  if (options.basicAuth)
    setProperty(records, 'glide.authenticate.basic_auth.enforce', String(options.basicAuth === 'restricted'))
  for (const limit of options.rateLimits ?? []) {
    const user = records.find('sys_user', `user_name=${limit.userName ?? ' '}`, { limit: 1 })[0]
    records.insert(
      'sys_rate_limit_rules',
      {
        name: limit.name,
        resource_path: limit.path ?? '',
        method: limit.method ?? '',
        type: limit.userName ? 'user' : 'all',
        user: user?.sys_id ?? '',
        request_limit_per_hour: String(limit.requestsPerHour),
      },
      system,
    )
  }
}

export function setProperty(records: Records, name: string, value: string): void {
  const row = records.find('sys_properties', `name=${name}`, { limit: 1 })[0]
  if (row) records.update('sys_properties', row.sys_id ?? '', { value }, system)
  else records.insert('sys_properties', { name, value }, system)
}

function baseUrlOf(records: Records): Service['baseUrl'] {
  return (request) => {
    const known = records.property('glide.servlet.uri')
    return known ? known.replace(/\/$/, '') : `${request.protocol}://${request.host}`
  }
}
