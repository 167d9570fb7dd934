import type { AdminSession } from '@hallpass/servicenow-client/admin-session'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { Row } from '@hallpass/servicenow-client/query'
import type { ServiceNowSide } from '../../sso/module.ts'
import { fieldsOf, property, providersOf } from './enter-sign-on.ts'

/** What of the sign-on an administrator of the instance can see. A field that an access rule silences is missing from its row. */
export type SeenSignOn = {
  /** Value of the property; null where it was never set, undefined where it is hidden. */
  property: string | null | undefined
  /** Records that name us; empty where there is none, or none to be seen. */
  providers: readonly Row[]
  /** Certificates tied to the one record; null where some of them, or which they are, cannot be seen. */
  certificates: readonly Row[] | null
}

/** Reads only. What cannot be read is told apart from what is not there. */
export async function readSignOn(session: AdminSession, side: ServiceNowSide): Promise<SeenSignOn> {
  const { table } = session
  const [set] = await table.list('sys_properties', {
    where: [{ field: 'name', op: '=', value: property }],
    fields: [],
    further: ['value'],
  })
  const fields = [...Object.keys(fieldsOf(side)), 'active', 'test_connection_result']
  const found = await providersOf(session, side.entityId, fields)
  const one = found.length === 1 ? found[0]?.sys_id : undefined
  return {
    property: set ? set.value : null,
    providers: found,
    certificates: one === undefined ? [] : await certificatesOf(session, one),
  }
}

async function certificatesOf({ table }: AdminSession, provider: string): Promise<readonly Row[] | null> {
  try {
    const links = await table.list('saml2_idp_certificate', {
      where: [{ field: 'idp', op: '=', value: provider }],
      fields: ['certificate'],
    })
    const ids = links.flatMap(({ certificate = '' }) => (certificate === '' ? [] : [certificate]))
    if (ids.length === 0) return []
    const rows = await table.list('sys_certificate', {
      where: [{ field: 'sys_id', op: 'IN', value: ids }],
      fields: ['pem_certificate'],
      further: ['active'],
    })
    return rows.length < new Set(ids).size ? null : rows
  } catch (error) {
    if (error instanceof ServiceNowFailure && ['field_hidden', 'forbidden', 'not_found'].includes(error.code))
      return null
    throw error
  }
}
