import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { Table } from '@hallpass/servicenow-client/table'
import type { CheckFinding } from '../connector.ts'

const looked: readonly { table: string; fields: readonly string[]; subject: CheckFinding['subject'] }[] = [
  {
    table: 'sys_user',
    fields: ['user_name', 'name', 'email', 'title', 'active', 'locked_out', 'source'],
    subject: 'users',
  },
  { table: 'sys_user_group', fields: ['name'], subject: 'groups' },
  { table: 'sys_user_grmember', fields: ['group', 'user'], subject: 'groups' },
]

/** Whether the instance lets us read what we would change. Writing is tried when there is something to write. */
export async function checkInstance(table: Table): Promise<CheckFinding[]> {
  const findings: CheckFinding[] = []
  for (const { table: name, fields, subject } of looked) {
    try {
      await table.pages(name, { where: [], fields, pageSize: 1, rowsMax: 1 }).next()
      findings.push({ level: 'ok', subject, message: `${name} can be read.` })
    } catch (error) {
      if (!(error instanceof ServiceNowFailure)) throw error
      if (error.code === 'unauthorized') return [{ level: 'fault', subject: 'token', message: error.message }]
      if (error.code === 'unreachable' || error.code === 'misconfigured')
        return [{ level: 'fault', subject: 'address', message: error.message }]
      findings.push({
        level: 'fault',
        subject,
        message: `${error.message} Give the integration user the role user_admin.`,
      })
    }
  }
  return [{ level: 'ok', subject: 'address', message: 'The instance answers.' }, ...findings]
}
