import { startFlow } from '../flow/start-flow.ts'
import { refTo } from '../flow/values.ts'
import type { Records, Row } from '../store/records.ts'

export type StoreAct = 'reset' | 'change' | 'unlock' | 'lock_state' | 'test'

const columns: Readonly<Record<StoreAct, string>> = {
  reset: 'reset_password_subflow',
  change: 'change_password_subflow',
  unlock: 'unlock_account_subflow',
  lock_state: 'get_lock_state_subflow',
  test: 'connection_test_subflow',
}

export type StoreOutcome = {
  status: 'success' | 'failure' | 'pending'
  message: string
  isLocked: boolean | null
}

/** The credential store of a process; null where the instance's own accounts are meant. */
export function storeOf(records: Records, processId: string): Row | null {
  const link = records.find('pwd_map_proc_to_cred_store', `process=${processId}`, { limit: 1 })[0]
  return link ? records.get('pwd_cred_store', link.cred_store ?? '') : null
}

/** A store without a type that has subflows is the instance itself. */
export function isLocalStore(records: Records, store: Row | null): boolean {
  const type = store && records.get('pwd_cred_store_type', store.type ?? '')
  return type?.use_flow !== 'true'
}

/**
 * Starts the subflow a store's type has for something. Inputs are told apart by what they are: the request by its
 * reference, passwords by their type and, where there are two, by `old` in the name. @throws Error where there is none
 */
export function startStoreFlow(
  records: Records,
  store: Row,
  act: StoreAct,
  given: { request: string; password?: string; oldPassword?: string },
): string {
  const type = records.get('pwd_cred_store_type', store.type ?? '')
  const flow = records.get('sys_hub_flow', type?.[columns[act]] ?? '')
  if (!flow) throw new Error(`The credential store type "${type?.name ?? ''}" has no subflow for ${act}.`)
  const inputs: Record<string, unknown> = {}
  for (const input of records.find('sys_hub_flow_input', `model=${flow.sys_id}`)) {
    const name = input.element ?? ''
    if (input.reference === 'pwd_reset_request') inputs[name] = refTo('pwd_reset_request', given.request)
    else if (input.internal_type === 'password2')
      inputs[name] = (/old/i.test(name) ? given.oldPassword : given.password) ?? ''
  }
  const source = { table: 'pwd_reset_request', record: given.request }
  return startFlow(records, flow, { inputs }, given.request ? { source } : {})
}

/** What a store's flow has come to; null while it runs. */
export function outcomeOf(records: Records, contextId: string): StoreOutcome | null {
  const run = records.get('sys_flow_context', contextId)
  if (!run) return { status: 'failure', message: 'The flow is gone.', isLocked: null }
  if (run.state === 'ERROR' || run.state === 'CANCELLED')
    return { status: 'failure', message: run.error_message || 'The flow failed.', isLocked: null }
  if (run.state !== 'COMPLETE') return null
  const outputs = Object.entries(JSON.parse(run.outputs || '{}') as Record<string, unknown>)
  const named = (pattern: RegExp) => outputs.find(([name]) => pattern.test(name))?.[1]
  const status = String(named(/status/i) ?? '').toLowerCase()
  const locked = named(/lock/i)
  const known = status.includes('success') ? 'success' : status.includes('pending') ? 'pending' : 'failure'
  const message = String(named(/message|error/i) ?? '')
  return {
    status: known,
    message,
    isLocked: locked === undefined ? null : /^(true|1|yes|locked)$/i.test(String(locked)),
  }
}
