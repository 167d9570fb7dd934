import { openApprovals } from '../src/server/open-approvals.ts'
import type { HttpCall } from '../src/server/ports.ts'
import { prepareOrder } from '../src/server/prepare-order.ts'
import { sendCall } from '../src/server/send-call.ts'
import type { PolicyStage } from '../src/server/wire.ts'
import type { Memory } from './memory-glide.ts'

const nameOf = (roleId: string) => ({ 'role-sf': 'Salesforce', 'role-wiki': 'Wiki' })[roleId] ?? roleId

/** Hallpass as it answers before approvals and after them. */
export function hallpass(
  glide: Memory,
  policies: Record<string, readonly PolicyStage[]>,
  held: readonly string[] = [],
): void {
  glide.answerWith((call: HttpCall) => {
    const role = /policies\/([^?]+)/.exec(call.path)?.[1] ?? ''
    if (role !== '') return { body: JSON.stringify({ roleId: role, version: 1, stages: policies[role] ?? [] }) }
    if (call.path.startsWith('/desk/v1/apps')) {
      const apps = Object.keys(policies).map((id) => ({
        id,
        name: nameOf(id),
        held: held.includes(id),
        requestable: true,
      }))
      return { body: JSON.stringify({ version: 1, apps }) }
    }
    return { status: 202, body: JSON.stringify({ state: 'checking', message: '', version: 1, items: [] }) }
  })
}

export function sendAll(glide: Memory): void {
  for (const call of glide.all('x_hlps_access_call')) sendCall(glide, call.id)
}

/** The flow up to its approvals. */
export function opened(glide: Memory, item: string) {
  prepareOrder(glide, item)
  sendAll(glide)
  return openApprovals(glide, item)
}
