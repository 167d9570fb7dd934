import type { ServiceNowClient } from '@hallpass/servicenow-client/client'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { Row } from '@hallpass/servicenow-client/query'
import { fromServiceNowTime } from '@hallpass/servicenow-client/times'

/** Entries of a row that is written again and again are no approval of people. */
const entriesMax = 1000

/**
 * Who set approver rows to "approved" last, and when, from the history the platform keeps (`sys_audit`) and nobody but it
 * writes. Only rows whose last change of state is an approval. Empty where the instance keeps none of these rows, or does
 * not let this user read it: what cannot be seen is not made up.
 */
export async function readHistory(
  client: ServiceNowClient,
  approvalSysIds: readonly string[],
): Promise<Map<string, { by: string; at: Date }>> {
  if (approvalSysIds.length === 0) return new Map()
  const last = new Map<string, { by: string; at: Date; value: string }>()
  for (const row of await entries(client, approvalSysIds)) {
    const at = fromServiceNowTime(row.sys_created_on ?? '')
    const known = last.get(row.documentkey ?? '')
    // Of two in one second the one that is no approval counts.
    const isLater = at !== null && (!known || at > known.at || (+at === +known.at && row.newvalue !== 'approved'))
    if (isLater) last.set(row.documentkey ?? '', { by: row.user ?? '', at, value: row.newvalue ?? '' })
  }
  return new Map([...last].filter(([, { value }]) => value === 'approved'))
}

async function entries(client: ServiceNowClient, approvalSysIds: readonly string[]): Promise<Row[]> {
  const where = [
    { field: 'tablename', op: '=', value: 'sysapproval_approver' },
    { field: 'documentkey', op: 'IN', value: approvalSysIds },
    { field: 'fieldname', op: '=', value: 'state' },
  ] as const
  try {
    const fields = ['user', 'newvalue', 'sys_created_on']
    return await client.table.list('sys_audit', { where, fields, rowsMax: entriesMax })
  } catch (error) {
    if (error instanceof ServiceNowFailure && !error.isRetryable) return []
    throw error
  }
}
