/** Records of an instance, made or changed in the name of an administrator of it. */
import type { AdminSession } from '@hallpass/servicenow-client/admin-session'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'

export type Values = Record<string, string>

/** The one record with these values, made or changed; its sys_id. Secrets are given as people type them, so that they are sealed. */
export async function putRecord({ table }: AdminSession, name: string, key: Values, values: Values): Promise<string> {
  const where = Object.entries(key).map(([field, value]) => ({ field, op: '=', value }) as const)
  const found = await table.list(name, { where, fields: [] })
  if (found.length > 1)
    throw new ServiceNowFailure(
      'rejected',
      `There are several records of ${name} that could be meant; clear them up first.`,
    )
  const sysId = found[0]?.sys_id
  const options = { byDisplayValue: Object.keys(values).some((field) => field.includes('secret')) }
  if (sysId === undefined) return (await table.insert(name, { ...key, ...values }, [], options)).sys_id ?? ''
  if (Object.keys(values).length > 0) await table.update(name, sysId, values, [], options)
  return sysId
}

export async function setProperty(session: AdminSession, name: string, value: string): Promise<void> {
  await putRecord(session, 'sys_properties', { name }, { value })
}
