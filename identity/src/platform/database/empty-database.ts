import type pg from 'pg'

/** A restore overwrites everything, so it only works on a database nobody has used, or one it was interrupted on. */
export async function refuseUsedDatabase(client: pg.Client, isUnused: string): Promise<void> {
  if (await exists(client, 'restoring')) return
  if (!(await exists(client, 'migrations'))) return refuseForeignTables(client)
  const { rows } = await client.query({ text: isUnused, rowMode: 'array' })
  if (rows[0]?.[0] === true) return
  throw new Error('This database is in use; a backup is restored into an empty one. Nothing was changed.')
}

/** Without our tables there must be none at all: what another program keeps here would be dropped with the rest. */
async function refuseForeignTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select relname as name from pg_class c where relnamespace = 'public'::regnamespace and ${isOfNoExtension('c')}
    union all
    select proname from pg_proc p where pronamespace = 'public'::regnamespace and ${isOfNoExtension('p')}
    limit 1`)
  const [found] = rows
  if (!found) return
  throw new Error(
    `This database is not empty: "${found.name}" in it is not of Hallpass. A backup is restored into a database of its own. Nothing was changed.`,
  )
}

const isOfNoExtension = (row: string) =>
  `not exists (select from pg_depend d where d.objid = ${row}.oid and d.deptype = 'e')`

/** Takes our tables and functions away and leaves the mark that a restore is under way. */
export async function emptyDatabase(client: pg.Client): Promise<void> {
  await client.query('begin')
  await client.query('create table if not exists restoring (since_backup boolean)')
  const { rows } = await client.query<{ statement: string }>(`
    select format('drop table public.%I cascade', tablename) as statement from pg_tables
      where schemaname = 'public' and tablename <> 'restoring'
    union all
    select format('drop function %s cascade', p.oid::regprocedure) from pg_proc p
      where p.pronamespace = 'public'::regnamespace
        and ${isOfNoExtension('p')}`)
  for (const { statement } of rows) await client.query(statement)
  await client.query('commit')
}

/** Rows came with their numbers; new ones must go on after them. */
export async function fixSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(`
    select format('select setval(%L, coalesce(max(%I), 1), max(%I) is not null) from %I.%I',
      pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname), a.attname, a.attname, n.nspname, c.relname)
      as statement
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker') and a.attnum > 0 and not a.attisdropped
      and pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) is not null`)
  for (const { statement } of rows) await client.query(statement)
}

async function exists(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query('select to_regclass($1) is not null as found', [`public.${table}`])
  return rows[0]?.found === true
}
