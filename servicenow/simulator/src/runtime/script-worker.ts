import { parentPort, workerData } from 'node:worker_threads'
import '../app/install-operation.ts'
import '../catalog/cart.ts'
import '../catalog/order-items.ts'
import '../catalog/produce-record.ts'
import '../atf/server-script.ts'
import '../password-reset/operations.ts'
import './background-operations.ts'
import './ui-actions.ts'
import './widget-server.ts'
import './scripted-rest.ts'
import { openAccess } from '../auth/access.ts'
import { flowRules, resumeRules } from '../flow/flow-rules.ts'
import { repeatSteps } from '../flow/repeated-steps.ts'
import { useAccessCheck } from '../glide/access.ts'
import { scopeGlobals } from '../glide/scope-globals.ts'
import { openSharedClock } from '../store/clock.ts'
import type { Task } from '../store/executor.ts'
import { inProcessExecutor } from '../store/in-process-executor.ts'
import { openRecords } from '../store/open-records.ts'
import { platformRules } from '../store/platform-rules.ts'
import { aclScripts } from './acl-script.ts'
import { businessRules } from './business-rules.ts'
import { openCallOut } from './call-out.ts'
import { propertyRules } from './property-rules.ts'
import { onQueued } from './queue.ts'
import { scheduleRules } from './schedule.ts'
import { useScopeGlobals } from './scope-context.ts'
import { inSession, newSession, onNewSession } from './session.ts'

/** A thread that does writes, so that the scripts they run may take their time. One task at a time. */
export type WorkerInput = { file: string; clock: SharedArrayBuffer; trusted: string; repeatsSteps: boolean }
export type Asked = { id: number; task: Task }
export type Told =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; name: string; message: string; more: object }
  | 'ready'
  | 'wake'

const input = workerData as WorkerInput
const records = openRecords({ file: input.file, clock: openSharedClock(input.clock) })
const callOut = openCallOut(input.trusted)
const access = openAccess(records, aclScripts(records))
const executor = inProcessExecutor(records)
const tell = (told: Told) => parentPort?.postMessage(told)

if (input.repeatsSteps) repeatSteps()
for (const rules of platformRules) records.useRules(rules)
for (const rules of [propertyRules, businessRules, scheduleRules, flowRules, resumeRules]) records.useRules(rules)
onNewSession((ofRecords, who) => newSession({ records: ofRecords, who, callOut }))
useScopeGlobals(scopeGlobals)
onQueued(() => tell('wake'))
useAccessCheck((_records, who, operation, table, row, column) => {
  if (!access.mayTouchRecord(operation, table, row, who)) return false
  if (column === undefined) return true
  return operation === 'read'
    ? access.mayReadField(table, column, row, who)
    : access.mayWriteField(table, column, row, who)
})

parentPort?.on('message', ({ id, task }: Asked) => {
  perform(task).then(
    (value) => tell({ id, ok: true, value }),
    (error: unknown) => tell({ id, ok: false, ...described(error) }),
  )
})
tell('ready')

async function perform(task: Task): Promise<unknown> {
  access.refresh()
  const session = newSession({ records, who: task.who, callOut })
  try {
    return await inSession(session, () => executor.perform(task))
  } finally {
    const count = session.afterwards.length
    for (const act of session.afterwards) act()
    if (count > 0) tell('wake')
  }
}

/** An error as it can cross threads: its name, its words, and what fields of it are plain. */
function described(error: unknown): { name: string; message: string; more: object } {
  const { name, message } = error as Error
  const plain = Object.entries(error as object).filter(
    ([, value]) => ['string', 'number', 'boolean'].includes(typeof value) || value === null,
  )
  return { name: name ?? 'Error', message: message ?? String(error), more: Object.fromEntries(plain) }
}
