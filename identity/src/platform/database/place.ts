/** Where the database is, once as the owner of the tables (migrations, backup) and once as the running service. */
export type DatabasePlace = { ownerUrl: string; serviceUrl: string }

/**
 * A server named by the operator. Its one login owns the tables; the service works in the role `hallpass_service`,
 * taken when a connection opens, when the migrations could create it.
 */
export function externalPlace(url: string, hasServiceRole: boolean): DatabasePlace {
  return { ownerUrl: url, serviceUrl: hasServiceRole ? withOption(url, 'role', 'hallpass_service') : url }
}

/** The same server and login with one more session setting. */
export function withOption(url: string, name: string, value: string): string {
  const [base = url, query = ''] = url.split('?', 2)
  const params = new URLSearchParams(query)
  params.set('options', [params.get('options'), `-c ${name}=${value}`].filter(Boolean).join(' '))
  return `${base}?${params.toString().replaceAll('+', '%20')}`
}

/** The same server and login, another database of it. */
export function withDatabase(url: string, database: string): string {
  const [base = url, query] = url.split('?', 2)
  const named = base.replace(/^(\w+:\/\/[^/]*)(\/.*)?$/, `$1/${encodeURIComponent(database)}`)
  return query === undefined ? named : `${named}?${query}`
}
