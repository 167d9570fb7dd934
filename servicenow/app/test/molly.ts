import type { PolicyStage } from '../src/server/wire.ts'
import { decide, type Instance, orderApps } from './instance.ts'

/** Molly's story, as the tests of the built app tell it: what she orders, who has to approve, how it ends. */
export const stage = (kind: PolicyStage['kind'], label: string, ...names: string[]): PolicyStage => ({
  kind,
  label,
  quorum: 1,
  approvers: names.map((userName) => ({
    userName,
    email: '',
    name: userName,
    match: { field: 'user_name' as const, value: userName },
  })),
  problem: null,
})
export const manager = stage('manager', 'Manager', 'marcus')
const finance = stage('group', 'Finance', 'fiona', 'frank')

export const fulfilled = {
  state: 'fulfilled',
  message: 'You can use Salesforce now',
  workNote: 'Account made',
  version: 2,
}

/** Policies as they are before each test, and nothing that Hallpass answers otherwise than usual. */
export function begin({ hallpass }: Instance): void {
  hallpass.policies = { 'role-sf': [manager, finance], 'role-wiki': [manager] }
  hallpass.held = {}
  hallpass.answers.clear()
}

export const item = (instance: Instance, id: string) => instance.row('sc_req_item', `sys_id=${id}`)
export const call = (instance: Instance, id: string, kind: string) =>
  instance.row('x_hlps_access_call', `request_item=${id}^kind=${kind}`)
/** What was written on the ticket. */
export const journal = (instance: Instance, id: string, element: 'comments' | 'work_notes' = 'comments') =>
  instance.rows('sys_journal_field', `element_id=${id}^element=${element}`).map((row) => row.value)
export const heard = (instance: Instance, method: string, path: string) =>
  instance.hallpass.heard.filter((each) => each.method === method && each.path === path)

/** Molly's order for Salesforce, approved by everybody the policy names. */
export async function approvedOrder(instance: Instance): Promise<string> {
  const id = await orderApps(instance, 'molly', ['role-sf'])
  await decide(instance, id, 'marcus', 'approved')
  await decide(instance, id, 'fiona', 'approved')
  return id
}
