/** The stages of a requested item's flow, as whoever asked sees them: each with its state, and who was asked in it. */
import type { Records, Row } from '../store/records.ts'
import { type RunData, readRun } from './run-data.ts'

export type StageState = 'pending' | 'in_progress' | 'complete' | 'error' | 'skipped'

export type ShownStage = {
  value: string
  label: string
  state: StageState
  /** The flow's own words for the state. */
  words: string
  /** When it was entered; '' when it was not. */
  at: string
  /** Rows of sysapproval_approver. */
  approvals: readonly Row[]
}

/** What Flow Designer calls the states where a stage has no words of its own. */
const usual: Readonly<Record<StageState, string>> = {
  pending: 'Pending - has not started',
  in_progress: 'In progress',
  complete: 'Completed',
  error: 'Error',
  skipped: 'Skipped',
}

/** Stages that were entered, and those that always show; empty where the item has no flow, or that has no stages. */
export function stagesOfItem(records: Records, item: Row): ShownStage[] {
  const context = records.get('sys_flow_context', item.flow_context ?? '')
  if (!context) return []
  const data = readRun(context)
  const approvals = records.find('sysapproval_approver', `document_id=${item.sys_id}^ORDERBYsys_created_on`)
  return records.find('sys_hub_flow_stage', `flow=${context.flow}^ORDERBYorder`).flatMap((row) => {
    const value = row.value ?? ''
    const at = data.entered?.find((one) => one.stage === value)?.at ?? ''
    if (at === '' && row.always_show !== 'true') return []
    const state = stateOf(data, context.state ?? '', value, at !== '')
    const own = approvals.filter((one) => stageOfApproval(records, context, data, one) === value)
    return { value, label: row.label ?? value, state, words: wordsOf(row, state), at, approvals: own }
  })
}

/** The stage of its flow that an item stands in; null where it has none. */
export function stageOfItem(records: Records, item: Row): { label: string } | null {
  const context = records.get('sys_flow_context', item.flow_context ?? '')
  if (!context) return null
  const [row] = records.find('sys_hub_flow_stage', `flow=${context.flow}^value=${item.stage}`, { limit: 1 })
  return row ? { label: row.label ?? '' } : null
}

function stateOf(data: RunData, run: string, value: string, isEntered: boolean): StageState {
  const isOver = ['COMPLETE', 'ERROR', 'CANCELLED'].includes(run)
  if (!isEntered) return isOver ? 'skipped' : 'pending'
  if (data.stage !== value || run === 'COMPLETE') return 'complete'
  if (run === 'ERROR') return 'error'
  return run === 'CANCELLED' ? 'skipped' : 'in_progress'
}

function wordsOf(row: Row, state: StageState): string {
  const own = JSON.parse(row.states || '{}') as Partial<Record<StageState, string>>
  return own[state] || usual[state]
}

/** An approval names the run that asked for it, which may be a subflow of this one, or of that. */
function stageOfApproval(records: Records, context: Row, data: RunData, approval: Row): string | undefined {
  const source = approval.approval_source ?? ''
  if (source.startsWith(`${context.sys_id}:`)) return data.inStage?.[source]
  let [run = ''] = source.split(':')
  for (let parent = run; parent !== '' && parent !== context.sys_id; ) {
    run = parent
    parent = records.get('sys_flow_context', run)?.parent_context ?? ''
  }
  return data.inStage?.[run]
}
