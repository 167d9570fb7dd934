/** Our side of ServiceNow, wired: what its app may call, what it is told, and who looks for what was lost. */
import type { SnowSignOn } from '@hallpass/contract/servicenow-set-up'
import type { FastifyInstance } from 'fastify'
import { appRetired, grantEnded, offerChanged, roleChanged } from '../../access/module.ts'
import type { Actor } from '../../audit/module.ts'
import { recoveryFinished } from '../../credentials/module.ts'
import { gather } from '../../platform/database/gather.ts'
import { policySet, requestChanged } from '../../requests/module.ts'
import { type ConnectInstance, connectInstance } from './connect-instance.ts'
import { createConnection } from './create-connection.ts'
import type { ServiceNowDeps } from './deps.ts'
import { listConnections } from './describe-connection.ts'
import { lookForNewApps } from './note-app-version.ts'
import { createOpenClient } from './open-client.ts'
import { endOldLinks, hasLinks, settleLinks, tellPassword, tellPasswordTask } from './password-links.ts'
import { poll, pollDue } from './poll.ts'
import { takeUpTask } from './receive-order.ts'
import { refreshOrder, refreshOrdersOfRequest, refreshTask } from './refresh-order.ts'
import { tellRefusal } from './refused-by-instance.ts'
import { servicenowDoor } from './routes.ts'
import { servicenowAdmin } from './routes-admin.ts'
import { servicenowSetUp } from './routes-set-up.ts'
import { checkSignOn, type SignOnInput, setUpSignOn } from './set-up-sign-on.ts'
import { allConnections } from './store-connections.ts'
import { forgetEndedKeys, forgetNonces } from './store-keys.ts'
import { lateOrders, noteTold, orderIdsOfGrant, type Told } from './store-orders.ts'
import { forgetPasswords } from './store-passwords.ts'
import { enqueueSync, syncCatalog, syncTask } from './sync-catalog.ts'
import { takeUpOrders } from './take-up-orders.ts'
import { tellJob, tellOrder, tellTask, type WithoutApp } from './tell-order.ts'
import { testConnection } from './test-connection.ts'
import { keepTickets } from './tickets.ts'

export type { ServiceNowDeps } from './deps.ts'

export type ServiceNow = {
  routes(server: FastifyInstance): void
  create(input: Parameters<typeof createConnection>[1], actor: Actor): ReturnType<typeof createConnection>
  /** Sets up both sides with an administrator of the instance; nothing is shown to anybody. */
  connect(input: ConnectInstance, actor: Actor): ReturnType<typeof connectInstance>
  /** Makes Hallpass an identity provider of the instance that an app is, with an administrator of it. */
  setUpSignOn(input: SignOnInput, actor: Actor): Promise<SnowSignOn>
  /** Reads that back; nothing changes. */
  checkSignOn(input: SignOnInput, actor: Actor): Promise<SnowSignOn>
  list(): ReturnType<typeof listConnections>
  test(connectionId: string): ReturnType<typeof testConnection>
  /** Looks now for what is new in an instance. */
  poll(connectionId: string): Promise<void>
  readonly deps: ServiceNowDeps & { openClient: ReturnType<typeof createOpenClient> }
}

const minuteMs = 60_000

export function createServiceNow(given: ServiceNowDeps): ServiceNow {
  const deps = {
    ...given,
    openClient: createOpenClient(given),
    withoutApp: new Map() as WithoutApp,
    noteTold: gather<Told>((told) => noteTold(given.db, told)),
  }
  const { db, jobs, events } = deps
  jobs.register(takeUpTask, ({ connectionId, orderIds }) =>
    takeUpOrders(deps, { connectionId: String(connectionId), orderIds: orderIds as readonly string[] }),
  )
  jobs.register(tellTask, ({ orderId }) => tellOrder(deps, String(orderId)))
  jobs.register(syncTask, ({ connectionId, isFull }) =>
    syncCatalog(deps, { connectionId: String(connectionId), isFull: isFull === true }),
  )
  jobs.register(tellPasswordTask, (key) => tellPassword(deps, key as Parameters<typeof tellPassword>[1]))
  jobs.schedule({ name: 'servicenow.end-links', everySeconds: 600, run: (now) => endOldLinks(deps, now) })
  jobs.schedule({ name: 'servicenow.poll', everySeconds: 5, run: (now) => pollDue(deps, now) })
  jobs.schedule({ name: 'servicenow.tell-late', everySeconds: 60, run: (now) => tellLate(deps, now) })
  jobs.schedule({ name: 'servicenow.tickets', everySeconds: 10, run: (now) => keepTickets(deps, now) })
  jobs.schedule({ name: 'servicenow.compare-catalog', everySeconds: 3600, run: (now) => compareDue(deps, now) })
  jobs.schedule({ name: 'servicenow.app-version', everySeconds: 600, run: () => lookForNewApps(deps) })
  jobs.schedule({ name: 'servicenow.forget', everySeconds: minuteMs / 1000, run: (now) => forget(deps, now) })
  jobs.register(refreshTask, ({ orderId }) => refreshOrder(deps, String(orderId)))
  events.alongside(requestChanged, 'servicenow', db, (tx, { requestId }) => refreshOrdersOfRequest(deps, tx, requestId))
  events.afterCommit(
    recoveryFinished,
    'servicenow',
    (event) => settleLinks(deps, event),
    (tx, event) => hasLinks(deps, tx, event),
  )
  events.afterCommit(grantEnded, 'servicenow', async ({ grantId }) => {
    for (const orderId of await orderIdsOfGrant(db, grantId)) await refreshOrder(deps, orderId)
  })
  for (const event of [offerChanged, roleChanged, appRetired, policySet])
    events.afterCommit<{ [key: string]: string | null | readonly string[] }>(event, 'servicenow', () =>
      enqueueSync(deps, { isFull: false }),
    )
  return {
    deps,
    routes(server) {
      servicenowDoor(server, deps)
      servicenowAdmin(server, deps)
      servicenowSetUp(server, deps)
    },
    create: (input, actor) => createConnection(deps, input, actor),
    connect: (input, actor) => connectInstance(deps, input, actor),
    setUpSignOn: (input, actor) => tellRefusal(setUpSignOn(deps, input, actor)),
    checkSignOn: (input, actor) => tellRefusal(checkSignOn(deps, input, actor)),
    list: () => listConnections(deps, db),
    test: (connectionId) => testConnection(deps, connectionId),
    poll: (connectionId) => poll(deps, { id: connectionId }),
  }
}

/** What a job lost, a sweep finds: an item whose last change nobody there has taken for minutes is told again. */
async function tellLate({ db, jobs }: ServiceNowDeps, now: Date): Promise<void> {
  const ids = await lateOrders(db, new Date(now.getTime() - 2 * minuteMs), 500)
  await db.transaction(async (tx) => {
    for (const id of ids) await jobs.enqueue(tx, tellJob(id))
  })
}

/** Once a night, and whenever a day has passed without: everything is compared, whatever events were lost. */
async function compareDue(deps: ServiceNowDeps, now: Date): Promise<void> {
  for (const { id, catalogComparedAt } of await allConnections(deps.db)) {
    const ageHours = catalogComparedAt === null ? 24 : (now.getTime() - catalogComparedAt.getTime()) / 3_600_000
    const isNight = now.getUTCHours() === 2 && ageHours > 12
    if (isNight || ageHours >= 24) await enqueueSync(deps, { isFull: true, only: id })
  }
}

async function forget({ db }: ServiceNowDeps, now: Date): Promise<void> {
  await forgetNonces(db, new Date(now.getTime() - 11 * minuteMs))
  await forgetEndedKeys(db, now)
  const dayMs = 24 * 60 * minuteMs
  await forgetPasswords(db, {
    challenges: new Date(now.getTime() - dayMs),
    requests: new Date(now.getTime() - 30 * dayMs),
  })
}
