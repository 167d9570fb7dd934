import { dateTimeText } from '../store/clock.ts'
import { system } from '../store/open-records.ts'
import type { Records, Row } from '../store/records.ts'

/** Where one thread of a run stands: a place in each block it is inside of. */
export type Frame = {
  /** ui_id of the block; '' for the flow itself. */
  block: string
  /** The next of the block's steps. */
  at: number
  /** Of the last if/else-if in this block: whether one of the chain was taken. */
  isTaken?: boolean
  isTry?: boolean
  loop?: { items: readonly unknown[]; item: number }
}

export type Wait =
  | {
      kind: 'approval'
      uiId: string
      source: string
      table: string
      record: string
      wakeAt: string
      onTime: string
      field: string
      journal: string
      rules: string
    }
  | { kind: 'message'; uiId: string; message: string; wakeAt: string }
  | { kind: 'condition'; uiId: string; table: string; record: string; query: string; wakeAt: string }
  | { kind: 'duration'; uiId: string; wakeAt: string }
  | { kind: 'closed'; uiId: string; table: string; record: string; wakeAt: string }
  | { kind: 'subflow'; uiId: string; context: string; wakeAt: string }
  | { kind: 'join'; uiId: string; threads: readonly string[]; wakeAt: string }

export type Thread = { id: string; frames: Frame[]; wait: Wait | null; isOver: boolean }

/** All of a run that must survive a restart; secrets in it are sealed. */
export type RunData = {
  trigger: Record<string, unknown>
  inputs: Record<string, unknown>
  variables: Record<string, unknown>
  outputs: Record<string, unknown>
  results: Record<string, Record<string, unknown>>
  threads: Thread[]
  stage: string
  /** Stages that were entered, in turn. */
  entered?: { stage: string; at: string }[]
  /** The stage in which an approval was asked for, or a subflow begun: by the approval's source, or the run's id. */
  inStage?: Record<string, string>
}

export type RunState = 'QUEUED' | 'IN_PROGRESS' | 'WAITING' | 'COMPLETE' | 'ERROR' | 'CANCELLED'

const quiet = { withoutRules: true }

export function readRun(context: Row): RunData {
  return JSON.parse(context.run_data ?? '{}') as RunData
}

/** Keeps where a run stands; what its threads wait for lies in sys_flow_wait, where changes look for it. */
export function saveRun(records: Records, context: Row, data: RunData, state: RunState, error = ''): void {
  const id = context.sys_id ?? ''
  const isOver = state === 'COMPLETE' || state === 'ERROR' || state === 'CANCELLED'
  const values = {
    run_data: JSON.stringify(data),
    outputs: JSON.stringify(data.outputs),
    state,
    error_message: error.slice(0, 4000),
    ...(isOver ? { ended: dateTimeText(records.clock.now()) } : {}),
  }
  records.update('sys_flow_context', id, values, system, quiet)
  const waits = isOver
    ? []
    : data.threads.flatMap((thread) => (thread.wait ? [waitRow(id, thread.id, thread.wait)] : []))
  const kept = records.find('sys_flow_wait', `context=${id}`)
  for (const row of kept) {
    const same = waits.find((wait) => sameWait(row, wait))
    if (same) waits.splice(waits.indexOf(same), 1)
    else records.remove('sys_flow_wait', row.sys_id ?? '', system, quiet)
  }
  for (const wait of waits) records.insert('sys_flow_wait', wait, system, quiet)
}

function waitRow(context: string, thread: string, wait: Wait): Record<string, string> {
  const record = 'record' in wait ? wait.record : wait.kind === 'subflow' ? wait.context : ''
  return {
    context,
    thread,
    kind: wait.kind,
    table_name: 'table' in wait ? wait.table : '',
    record,
    message: wait.kind === 'message' ? wait.message : wait.kind === 'approval' ? wait.source : '',
    wake_at: wait.wakeAt,
  }
}

function sameWait(row: Row, wait: Readonly<Record<string, string>>): boolean {
  return ['thread', 'kind', 'table_name', 'record', 'message', 'wake_at'].every(
    (name) => (row[name] ?? '') === wait[name],
  )
}
