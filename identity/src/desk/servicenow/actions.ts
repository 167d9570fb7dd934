/** What the app of an instance may ask of us, each as one function: the same whether it calls, or Hallpass comes and asks. */
import type { ConnectionAnswer, PostFulfilment } from '@hallpass/contract/servicenow'
import type { Fulfilment } from '@hallpass/contract/servicenow-shapes'
import type { DecideOrderDeps } from './decide-order.ts'
import { describeOrder } from './describe-order.ts'
import { orderNotFound } from './errors.ts'
import { firstNamed } from './in-language.ts'
import type { NamedPerson } from './match-person.ts'
import { receiveAndTakeUp } from './receive-order.ts'
import { type RevokeOrderDeps, revokeOrder } from './revoke-order.ts'
import { type ShowAppsDeps, showApps } from './show-apps.ts'
import { type ShowPolicyDeps, showPolicy } from './show-policy.ts'
import { findOrder } from './store-orders.ts'
import type { Connection } from './types.ts'

export type ActionDeps = DecideOrderDeps & RevokeOrderDeps & ShowAppsDeps & ShowPolicyDeps

export type Door = { connection: Connection; by: 'push' | 'pull' }

export async function listApps(deps: ActionDeps, { connection }: Door, asked: AskedAbout) {
  return { version: connection.catalogVersion, apps: await showApps(deps, deps.db, connection, personOf(asked)) }
}

export function getPolicy(deps: ActionDeps, { connection }: Door, asked: AskedAbout & { roleId: string }) {
  const requestedFor = personOf(asked) ?? { userName: '', email: '' }
  const language = firstNamed(asked.language, connection.language)
  return showPolicy(deps, deps.db, connection, { roleId: asked.roleId, requestedFor, language })
}

/** As the query of a call names somebody: everything a connection may match people by. */
export type AskedAbout = { requestedFor?: string; email?: string; employeeNumber?: string; language?: string }

/** An app that names them by one word only means whatever the connection matches by. */
function personOf({ requestedFor, email, employeeNumber }: AskedAbout): NamedPerson | undefined {
  if (requestedFor === undefined) return undefined
  const isPlain = email === undefined && employeeNumber === undefined
  if (isPlain) return { userName: requestedFor, email: requestedFor, employeeNumber: requestedFor }
  return { userName: requestedFor, email: email ?? '', employeeNumber: employeeNumber ?? '' }
}

export async function fulfil(deps: ActionDeps, { connection, by }: Door, body: PostFulfilment): Promise<Fulfilment> {
  const order = await deps.db.transaction((tx) =>
    receiveAndTakeUp(deps, tx, connection, {
      ritm: body.ritm,
      requestSysId: body.request.sysId,
      door: by,
      requestedFor: body.requestedFor.sysId,
      language: body.requestedFor.language,
    }),
  )
  return describeOrder(deps, deps.db, order)
}

export async function getFulfilment(deps: ActionDeps, { connection }: Door, ritmSysId: string): Promise<Fulfilment> {
  const order = await findOrder(deps.db, { connectionId: connection.id, ritmSysId })
  if (!order) throw orderNotFound()
  return describeOrder(deps, deps.db, order)
}

export async function revoke(
  deps: ActionDeps,
  { connection, by }: Door,
  body: { ritm: { sysId: string; number: string }; reason: string },
): Promise<Fulfilment> {
  return describeOrder(deps, deps.db, await revokeOrder(deps, connection, { ...body, door: by }))
}

export function getConnection(
  deps: ActionDeps,
  { connection }: Door,
  call: { scopes: ConnectionAnswer['scopes']; offsetSeconds: number },
): ConnectionAnswer {
  return {
    connectionId: connection.id,
    name: connection.name,
    scopes: call.scopes,
    mode: connection.settings.mode,
    time: Math.floor(deps.clock.now().getTime() / 1000),
    clockOffsetSeconds: call.offsetSeconds,
    catalogVersion: connection.catalogVersion,
  }
}
