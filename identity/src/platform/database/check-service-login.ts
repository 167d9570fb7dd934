import pg from 'pg'

/**
 * Throws a sentence unless the login that an operator gave the service has the rights of `hallpass_service`: asked before
 * the tables are made, as the migrations give rights only to a role that is there.
 */
export async function refuseLoginWithoutRole(urls: { serviceUrl: string; ownerUrl: string }): Promise<void> {
  const owner = await ask<{ login: string }>(urls.ownerUrl, 'select current_user as login')
  const service = await ask<{ login: string; name: string; exists: boolean; may: boolean }>(
    urls.serviceUrl,
    `select current_user as login, quote_ident(current_user) as name, role.oid is not null as exists,
      coalesce(pg_has_role(current_user, role.oid, 'usage'), false) as may
    from (select) one left join pg_roles role on role.rolname = 'hallpass_service'`,
  )
  if (service.may || service.login === owner.login) return
  const statements = [
    ...(service.exists ? [] : ['create role hallpass_service nologin;']),
    `grant hallpass_service to ${service.name};`,
  ]
  throw new Error(
    `The login ${service.login} of DATABASE_URL has not the rights of the service. As an administrator of the database server run: ${statements.join(' ')}`,
  )
}

/** Tables that were made before the role was there gave it nothing. */
export async function refuseTablesWithoutRights(serviceUrl: string): Promise<void> {
  const { may } = await ask<{ may: boolean }>(
    serviceUrl,
    `select has_table_privilege('public.installation', 'select') as may`,
  )
  if (may) return
  throw new Error(
    'The tables were made before the role hallpass_service was there, and give it no rights. Make a backup without DATABASE_ADMIN_URL and with the owner as DATABASE_URL, and restore it into an empty database.',
  )
}

async function ask<Row>(url: string, text: string): Promise<Row> {
  const client = new pg.Client({ connectionString: url, application_name: 'hallpass check' })
  client.on('error', () => {}) // the statement in flight rejects with the same error
  await client.connect()
  try {
    return (await client.query(text)).rows[0]
  } finally {
    await client.end()
  }
}
