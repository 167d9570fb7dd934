import { currentSession } from '../runtime/session.ts'
import type { Records, Row } from '../store/records.ts'

/** One of the instance's credentials; attributes are columns, password2 ones in clear, for scripts only. */
class StandardCredential {
  readonly #records: Records
  readonly #row: Row
  constructor(records: Records, row: Row) {
    this.#records = records
    this.#row = row
  }
  getAttribute(name: string): string {
    const value = this.#row[name] ?? ''
    return value.startsWith('sealed:') ? this.#records.secrets.open(value) : value
  }
  getAttributeByName(name: string): string {
    return this.getAttribute(name)
  }
  getID(): string {
    return this.#row.sys_id ?? ''
  }
  getName(): string {
    return this.#row.name ?? ''
  }
  getType(): string {
    return this.#row.sys_class_name ?? ''
  }
  getUsername(): string {
    return this.#row.user_name ?? ''
  }
  getPassword(): string {
    return this.getAttribute('password')
  }
  getKey(): string {
    return this.getAttribute('api_key')
  }
}

/** sn_cc.StandardCredentialsProvider. */
export class StandardCredentialsProvider {
  getCredentialByID(id: string): StandardCredential | null {
    const records = recordsNow()
    const row = records.get('discovery_credentials', id)
    return row ? new StandardCredential(records, row) : null
  }
  getCredentialByAliasID(alias: string): StandardCredential | null {
    const connection = connectionOf(recordsNow(), alias)
    return connection?.credential ? this.getCredentialByID(connection.credential) : null
  }
}

class Connection {
  readonly #row: Row
  constructor(row: Row) {
    this.#row = row
  }
  getAttribute(name: string): string {
    return this.#row[name] ?? ''
  }
  getName(): string {
    return this.#row.name ?? ''
  }
  getHost(): string {
    return this.#row.host || hostOf(this.#row.connection_url ?? '')
  }
  getPort(): number {
    return Number(this.#row.port ?? 0)
  }
  getProtocol(): string {
    return this.#row.protocol || 'https'
  }
  getCredential(): StandardCredential | null {
    return new StandardCredentialsProvider().getCredentialByID(this.#row.credential ?? '')
  }
  getCredentialAttribute(name: string): string {
    return this.getCredential()?.getAttribute(name) ?? ''
  }
}

/** sn_cc.ConnectionInfoProvider and ConnectionProvider: the active connection behind an alias. */
export class ConnectionProvider {
  getConnectionInfo(alias: string): Connection | null {
    const row = connectionOf(recordsNow(), alias)
    return row ? new Connection(row) : null
  }
}

function connectionOf(records: Records, alias: string): Row | undefined {
  const id =
    records.find('sys_alias', `sys_id=${alias}^ORid=${alias}^ORname=${alias}`, { limit: 1 })[0]?.sys_id ?? alias
  return records.find('sys_connection', `connection_alias=${id}^active=true`, { limit: 1 })[0]
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}

function recordsNow(): Records {
  const session = currentSession()
  if (!session) throw new Error('credentials outside of a script')
  return session.records
}
