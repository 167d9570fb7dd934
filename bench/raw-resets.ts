import { Attribute, Change, Client } from 'ldapts'
import type { SampleCompany } from '../scripts/sample-company.ts'

export type RawResets = { reset(login: string, password: string): Promise<void>; stop(): Promise<void> }

/** The service's account on bare ldapts connections, one change in flight on each: what a reset costs the server. */
export async function rawResets(
  company: SampleCompany,
  kind: 'openldap' | 'samba',
  connections: number,
): Promise<RawResets> {
  const server = kind === 'samba' ? company.samba : company.slapd
  if (!server) throw new Error(kind === 'samba' ? 'Samba cannot run here.' : 'This bench needs slapd and ldap-utils.')
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new Client({ url: server.ldapsUrl, tlsOptions: { ca: [server.caPem] } })
      await client.bind(server.serviceDn, server.servicePassword)
      return client
    }),
  )
  const dns = new Map<string, string>()
  const [any] = clients
  const filter = kind === 'samba' ? '(sAMAccountName=person-*)' : '(uid=person-*)'
  const { searchEntries } = await (any as Client).search(server.baseDn, {
    filter,
    attributes: kind === 'samba' ? ['sAMAccountName'] : ['uid'],
    paged: true,
  })
  for (const entry of searchEntries) dns.set(String(entry.sAMAccountName ?? entry.uid), entry.dn)
  const free = [...clients]
  return {
    async reset(login, password) {
      const dn = dns.get(login)
      if (dn === undefined) throw new Error(`There is no ${login}.`)
      const client = free.pop() as Client
      await client.modify(dn, kind === 'samba' ? windowsChanges(password) : [replace('userPassword', password)])
      free.push(client)
    },
    async stop() {
      await Promise.all(clients.map((client) => client.unbind()))
    },
  }
}

/** As ours writes it: the password in UTF-16LE between quotes, and the lock taken off with it. */
function windowsChanges(password: string): Change[] {
  return [replace('unicodePwd', Buffer.from(`"${password}"`, 'utf16le')), replace('lockoutTime', '0')]
}

function replace(type: string, value: string | Buffer): Change {
  const values = [value] as string[] | Buffer[]
  return new Change({ operation: 'replace', modification: new Attribute({ type, values }) })
}
