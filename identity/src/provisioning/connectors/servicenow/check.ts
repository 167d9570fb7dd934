import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { Table } from '@hallpass/servicenow-client/table'
import type { CheckFinding } from '../connector.ts'
import type { ScimStanding } from './instance-scim.ts'
import { userFields } from './users.ts'

const looked: readonly { table: string; fields: readonly string[]; subject: CheckFinding['subject'] }[] = [
  {
    table: 'sys_user',
    fields: userFields,
    subject: 'users',
  },
  { table: 'sys_user_group', fields: ['name'], subject: 'groups' },
  { table: 'sys_user_grmember', fields: ['group', 'user'], subject: 'groups' },
]

const waySaid: Readonly<Record<ScimStanding, string>> = {
  scim: 'The SCIM plugin is there: accounts are made by SCIM.',
  no_plugin: 'There is no SCIM plugin: accounts are made by the Table API.',
  no_role: 'The SCIM plugin wants the role scim_admin: accounts are made by the Table API.',
}

/** Whether the instance lets us read what we would change. Writing is tried when there is something to write. */
export async function checkInstance(table: Table, stand: () => Promise<ScimStanding>): Promise<CheckFinding[]> {
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
  const way = { level: 'ok', subject: 'users', message: waySaid[await stand()] } as const
  return [{ level: 'ok', subject: 'address', message: 'The instance answers.' }, ...findings, way]
}
