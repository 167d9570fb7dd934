import { randomBytes } from 'node:crypto'
import { dateTimeMs } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import { isPassword } from '../store/passwords.ts'
import type { Records, Row, Who } from '../store/records.ts'
import { noteActivity } from './activity.ts'
import { isLocalStore, outcomeOf, type StoreAct, startStoreFlow, storeOf } from './credential-store.ts'
import { countFailure, openRequest } from './open-request.ts'
import { setting } from './settings.ts'
import { isVerifiedEnough } from './verify-person.ts'

export type ActInput = { requestId: string; password?: string; oldPassword?: string }
export type RequestState = {
  requestId: string
  status: 'in_progress' | 'pending' | 'success' | 'failure' | 'expired' | 'locked'
  message: string
  isLocked: boolean | null
  /** How long to wait before asking again. */
  refreshMs: number
}

/**
 * Does what a verified request is for, by the credential store's subflow in the background; ask `requestState` how it
 * goes. The password is handed to the flow sealed and is kept nowhere else.
 */
export function actOnRequest(
  records: Records,
  input: ActInput,
  act: 'reset' | 'change' | 'unlock',
  who: Who,
): RequestState | { refused: string } {
  const open = openRequest(records, input.requestId)
  if ('refused' in open) return open
  const { request } = open
  const process = records.get('pwd_process', request.process ?? '')
  if (!process) return { refused: 'The process is gone.' }
  // To change a password one proves to know the old one; for all else the process says what is proof.
  if (act !== 'change' && !isVerifiedEnough(records, request, process))
    return { refused: 'You have not been verified.' }
  if (act === 'change' && who.userId !== request.user && !who.isSystem)
    return { refused: 'Only you change your password.' }
  if (request.execution_context) return { refused: 'It is being done already.' }
  const password = input.password || (process.auto_gen_password === 'true' ? randomBytes(12).toString('base64url') : '')
  if (act !== 'unlock' && password === '') return { refused: 'A new password is needed.' }
  const store = storeOf(records, process.sys_id ?? '')
  const secrets = { password, ...(input.oldPassword ? { oldPassword: input.oldPassword } : {}) }
  noteActivity(records, input.requestId, 'Reset', act)
  if (!store || isLocalStore(records, store)) settle(records, request, actLocally(records, request, act, secrets))
  else begin(records, request, store, act, secrets)
  return requestState(records, input.requestId)
}

function begin(
  records: Records,
  request: Row,
  store: Row,
  act: StoreAct,
  secrets: { password: string; oldPassword?: string },
): void {
  try {
    const context = startStoreFlow(records, store, act, { request: request.sys_id ?? '', ...secrets })
    records.update(
      'pwd_reset_request',
      request.sys_id ?? '',
      { execution_context: context, credential_store: store.sys_id ?? '' },
      system,
    )
  } catch (error) {
    settle(records, request, { status: 'failure', message: (error as Error).message })
  }
}

/** How a request stands. Looking is what moves it on, as the page that polls does. */
export function requestState(records: Records, requestId: string): RequestState {
  const request = records.get('pwd_reset_request', requestId)
  if (request?.status === 'in_progress' && request.execution_context) {
    const outcome = outcomeOf(records, request.execution_context)
    const started = dateTimeMs(records.get('sys_flow_context', request.execution_context)?.sys_created_on ?? '')
    const isLate = records.clock.now().getTime() - started > setting(records, 'password_reset.wf.timeout')
    if (outcome?.status === 'pending')
      records.update(
        'pwd_reset_request',
        requestId,
        { status: 'pending', message: 'Pending With External System' },
        system,
      )
    else if (outcome)
      settle(records, request, {
        status: outcome.status === 'success' ? 'success' : 'failure',
        message: outcome.message,
        isLocked: outcome.isLocked,
      })
    else if (isLate)
      settle(records, request, { status: 'failure', message: 'It took too long. Try again, or call the service desk.' })
  }
  const now = records.get('pwd_reset_request', requestId)
  return {
    requestId,
    status: (now?.status ?? 'failure') as RequestState['status'],
    message: now?.status === 'failure' ? (now.error_message ?? '') : (now?.message ?? ''),
    isLocked: now?.lock_state ? now.lock_state === 'locked' : null,
    refreshMs: setting(records, 'password_reset.wf.refresh_rate'),
  }
}

type Settled = { status: 'success' | 'failure'; message: string; isLocked?: boolean | null }

/** Ends a request; also what an external system says later by the subflow Update Password Reset Request Status. */
export function settle(records: Records, request: Row, { status, message, isLocked }: Settled): void {
  if (request.status === 'success' || request.status === 'failure') return
  const text = status === 'success' ? { message } : { error_message: message || 'It could not be done.' }
  const lock = isLocked === null || isLocked === undefined ? {} : { lock_state: isLocked ? 'locked' : 'unlocked' }
  records.update('pwd_reset_request', request.sys_id ?? '', { status, ...text, ...lock }, system)
  noteActivity(
    records,
    request.sys_id ?? '',
    status === 'success' ? 'Completed With Success' : 'Completed With Failure',
    message,
  )
  const now = records.get('pwd_reset_request', request.sys_id ?? '')
  if (status === 'failure' && now && request.action_type !== 'lock_state') countFailureOf(records, now)
}

/** A failure counts as an attempt, and the request stays closed with it. */
function countFailureOf(records: Records, request: Row): void {
  const { attemptsLeft } = countFailure(records, request)
  if (attemptsLeft === 0) records.update('pwd_reset_request', request.sys_id ?? '', { status: 'failure' }, system)
}

/** The store every instance has: its own accounts. */
function actLocally(
  records: Records,
  request: Row,
  act: string,
  secrets: { password: string; oldPassword?: string },
): Settled {
  const user = records.get('sys_user', request.user ?? '')
  if (!user) return { status: 'failure', message: 'The account is gone.' }
  if (act === 'change' && !isPassword(secrets.oldPassword ?? '', user.user_password ?? ''))
    return { status: 'failure', message: 'The old password is wrong.' }
  const unlocked = { locked_out: 'false', failed_attempts: '0' }
  const values =
    act === 'unlock' ? unlocked : { ...unlocked, user_password: secrets.password, password_needs_reset: 'false' }
  records.update('sys_user', user.sys_id ?? '', values, system)
  return { status: 'success', message: act === 'unlock' ? 'The account is unlocked.' : 'The password is set.' }
}

/** Asks the store whether the account is locked; answered by `requestState` of the request it makes. */
export function askLockState(
  records: Records,
  input: { requestId: string },
): { context: string } | { isLocked: boolean } | { refused: string } {
  const request = records.get('pwd_reset_request', input.requestId)
  if (!request) return { refused: 'There is no such request.' }
  const store = storeOf(records, request.process ?? '')
  if (!store || isLocalStore(records, store))
    return { isLocked: records.get('sys_user', request.user ?? '')?.locked_out === 'true' }
  return { context: startStoreFlow(records, store, 'lock_state', { request: input.requestId }) }
}

/** Runs a store's Connection Test; answered by `storeState` of the context. */
export function testStore(
  records: Records,
  input: { store: string },
): { context: string } | { status: 'success' } | { refused: string } {
  const store = records.get('pwd_cred_store', input.store)
  if (!store) return { refused: 'There is no such credential store.' }
  if (isLocalStore(records, store)) return { status: 'success' }
  return { context: startStoreFlow(records, store, 'test', { request: '' }) }
}
