import pg from 'pg'

/** Makes sure that the cluster has our database and the service's login; safe to repeat. */
export async function prepareCluster(sockets: string): Promise<void> {
  const client = new pg.Client({ host: sockets, user: 'hallpass', database: 'postgres' })
  await client.connect()
  try {
    const roles = await client.query(`select 1 from pg_roles where rolname = 'hallpass_service'`)
    if (roles.rowCount === 0) await client.query('create role hallpass_service login')
    const databases = await client.query(`select 1 from pg_database where datname = 'hallpass'`)
    if (databases.rowCount === 0) await client.query('create database hallpass owner hallpass')
  } finally {
    await client.end()
  }
}
