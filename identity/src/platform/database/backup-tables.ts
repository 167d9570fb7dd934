import type pg from 'pg'

export type BackupTable = { schema: string; name: string; columns: string[] }

/** Rows that only mean something to running processes. */
const transient = new Set([
  'public.migrations',
  'public.nodes',
  'public.sweeps',
  'public.rate_counters',
  'public.restoring',
])

/** Our tables, and the engine's jobs, parents before the tables that refer to them. */
export async function listBackupTables(client: pg.Client): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable & { parents: string[] }>(`
    select n.nspname as schema, c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select distinct pn.nspname || '.' || p.relname from pg_constraint f
        join pg_class p on p.oid = f.confrelid join pg_namespace pn on pn.oid = p.relnamespace
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as parents
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and (n.nspname = 'public' or n.nspname = 'graphile_worker' and c.relname like '\\_private\\_%')
    order by 1, 2`)
  const tables = rows.filter((row) => !transient.has(fullName(row)))
  return inOrder(tables).map(({ schema, name, columns }) => ({ schema, name, columns }))
}

export function fullName({ schema, name }: { schema: string; name: string }): string {
  return `${schema}.${name}`
}

/** As SQL writes it, whatever the names. */
export function quoted(table: BackupTable): { table: string; columns: string } {
  const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
  return { table: `${quote(table.schema)}.${quote(table.name)}`, columns: table.columns.map(quote).join(', ') }
}

function inOrder<T extends BackupTable & { parents: string[] }>(tables: T[]): T[] {
  const ordered: T[] = []
  const done = new Set<string>()
  for (let left = tables; left.length > 0; ) {
    const ready = left.filter((table) => table.parents.every((parent) => done.has(parent)))
    if (ready.length === 0)
      throw new Error(`These tables refer to each other in a circle: ${left.map(fullName).join(', ')}.`)
    for (const table of ready) done.add(fullName(table))
    ordered.push(...ready)
    left = left.filter((table) => !ready.includes(table))
  }
  return ordered
}
