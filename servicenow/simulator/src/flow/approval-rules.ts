import { system } from '../store/open-records.ts'
import type { Records, Row } from '../store/records.ts'

export type Need = {
  kind: 'Any' | 'All' | 'Res' | 'Count' | 'Percent'
  amount: number
  isManual: boolean
  users: string[]
  groups: string[]
}
/** Rule sets are alternatives; in a set all rules must hold; of a rule any need suffices. */
export type RuleSet = { action: 'Approves' | 'Rejects' | 'ApprovesRejects'; rules: Need[][] }

/** Reads `ApprovesRejectsAnyU[a,b]|AllG[c]&50%U[d]OrRejectsAnyU[e]`, pills already replaced. @throws Error */
export function readApprovalRules(text: string): RuleSet[] {
  return text.split(/Or(?=Approves|Rejects)/).map((set) => {
    const match = /^(ApprovesRejects|Approves|Rejects)(.*)$/s.exec(set.trim())
    if (!match?.[1]) throw new Error(`Approval rules cannot be read: ${set}`)
    const rules = (match[2] ?? '').split('&').filter(Boolean)
    return {
      action: match[1] as RuleSet['action'],
      rules: rules.map((rule) => rule.split('|').filter(Boolean).map(needOf)),
    }
  })
}

function needOf(text: string): Need {
  const match = /^(Any|All|Res|(\d+)#|(\d+)%)(M?)(?:U\[([^\]]*)\])?(?:G\[([^\]]*)\])?$/.exec(text)
  if (!match) throw new Error(`Approval rule cannot be read: ${text}`)
  const list = (part: string | undefined) =>
    (part ?? '')
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean)
  const kind = match[2] ? 'Count' : match[3] ? 'Percent' : (match[1] as Need['kind'])
  const amount = Number(match[2] ?? match[3] ?? 0)
  return { kind, amount, isManual: match[4] === 'M', users: list(match[5]), groups: list(match[6]) }
}

export type Ask = { table: string; record: string; rules: readonly RuleSet[]; source: string; field: string }

/** Asks all that the rules name, each once. False when there is nobody to ask: then the approval is skipped. */
export function requestApprovals(records: Records, ask: Ask): boolean {
  const needs = ask.rules.flatMap((set) => set.rules.flat())
  if (needs.some((need) => need.isManual)) return true
  const asked = new Set<string>()
  const insert = (user: string, group: string) => {
    if (asked.has(user) || records.get('sys_user', user)?.active !== 'true') return
    asked.add(user)
    const values = {
      approver: user,
      group,
      state: 'requested',
      sysapproval: records.dictionary.ancestors(ask.table).includes('task') ? ask.record : '',
      document_id: ask.record,
      source_table: ask.table,
      approval_source: ask.source,
    }
    records.insert('sysapproval_approver', values, system)
  }
  for (const need of needs) {
    for (const user of need.users) insert(user, '')
    for (const group of need.groups) {
      const values = { parent: ask.record, assignment_group: group, approval: 'requested' }
      const made = records.insert('sysapproval_group', values, system, { withoutRules: true })
      for (const user of members(records, group)) insert(user, 'row' in made ? (made.row.sys_id ?? '') : '')
    }
  }
  return asked.size > 0
}

export type Verdict = 'requested' | 'approved' | 'rejected' | 'cancelled'

/** What the answers so far amount to. When all have answered and no rule holds, it is rejected. */
export function judge(records: Records, rules: readonly RuleSet[], source: string, record: string): Verdict {
  const rows = records
    .find('sysapproval_approver', `document_id=${record}`)
    .filter((row) => row.approval_source === source || (row.approval_source ?? '') === '')
  const own = rows.filter((row) => row.approval_source === source)
  if (own.length > 0 && own.every((row) => row.state === 'cancelled')) return 'cancelled'
  for (const set of rules) {
    const held = (state: string) => set.rules.every((rule) => rule.some((need) => holds(records, need, rows, state)))
    if (set.action !== 'Rejects' && held('approved')) return 'approved'
    if (set.action !== 'Approves' && held('rejected')) return 'rejected'
  }
  const isManual = rules.some((set) => set.rules.flat().some((need) => need.isManual))
  const isOpen = (isManual ? rows : own).some((row) => row.state === 'requested' || row.state === 'not requested')
  return isOpen || (isManual && rows.length === 0) ? 'requested' : 'rejected'
}

function holds(records: Records, need: Need, rows: readonly Row[], state: string): boolean {
  const people = need.isManual
    ? new Set(rows.map((row) => row.approver ?? ''))
    : new Set([...need.users, ...need.groups.flatMap((group) => members(records, group))])
  const mine = rows.filter((row) => people.has(row.approver ?? ''))
  const count = mine.filter((row) => row.state === state).length
  const isAnswered = mine.every((row) => row.state !== 'requested' && row.state !== 'not requested')
  switch (need.kind) {
    case 'Any':
      return count > 0
    case 'All':
      return mine.length > 0 && count === mine.length
    case 'Res':
      // One approval decides once all have answered; a rejection only where nobody approved.
      return isAnswered && count > 0 && (state === 'approved' || !mine.some((row) => row.state === 'approved'))
    case 'Count':
      return count >= need.amount
    case 'Percent':
      return mine.length > 0 && (100 * count) / mine.length >= need.amount
    default:
      return need.kind satisfies never
  }
}

/** Ends the questions that are still open, once they no longer matter. */
export function closeApprovals(records: Records, source: string, state: 'not_required' | 'cancelled'): void {
  for (const row of records.find('sysapproval_approver', `approval_source=${source}^state=requested`))
    records.update('sysapproval_approver', row.sys_id ?? '', { state }, system)
}

function members(records: Records, group: string): string[] {
  return records.find('sys_user_grmember', `group=${group}`).map((row) => row.user ?? '')
}
