import type { Answer } from './callbacks.ts'
import type { Glide } from './ports.ts'
import { appVersion, properties, tables } from './tables.ts'

/** What an administrator of the instance enters, or `hallpass servicenow connect` enters in their name. */
export type ConnectInput = {
  readonly hallpassUrl: string
  readonly mode: 'push' | 'pull'
  readonly keys: readonly {
    readonly keyId: string
    readonly direction: 'inbound' | 'outbound'
    readonly secret: string
  }[]
  /** The three OAuth clients, by the name of their registry record. */
  readonly clients?: readonly {
    readonly name: string
    readonly clientId: string
    readonly clientSecret: string
    readonly tokenUrl: string
  }[]
}

/**
 * Binds this instance: notes its own id and address, takes the keys in and retires those of before, and fills in the
 * OAuth clients. What the instance did not let this app write is named in the answer, to be entered by hand.
 */
export function connect(glide: Glide, input: Partial<ConnectInput>): Answer {
  const fault = faultOf(input)
  if (fault !== '') return refuse(fault)
  const { hallpassUrl, mode, keys, clients = [] } = input as ConnectInput
  const instanceId = glide.property(properties.instanceId)
  const instanceUrl = glide.property(properties.instanceUrl).replace(/\/+$/, '')

  for (const direction of ['inbound', 'outbound']) {
    const before = glide.tables.find(tables.key, [
      ['direction', direction],
      ['state', 'live'],
    ])
    for (const key of before) glide.tables.update(tables.key, key.id, { state: 'retired' })
  }
  const notWritten: string[] = []
  for (const { keyId, direction, secret } of keys) {
    const id = glide.tables.insert(tables.key, { key_id: keyId, direction, state: 'live' })
    if (id === null || !glide.tables.setSecret(tables.key, id, 'secret', secret)) notWritten.push(`key ${keyId}`)
  }
  for (const client of clients) if (!fillIn(glide, client)) notWritten.push(client.name)
  glide.setProperty(properties.hallpassUrl, hallpassUrl.replace(/\/+$/, ''))
  glide.setProperty(properties.mode, mode)
  glide.setProperty(properties.boundInstanceId, instanceId)
  glide.setProperty(properties.boundInstanceUrl, instanceUrl)
  return { status: 200, body: { result: { instanceId, instanceUrl, version: appVersion, notWritten } } }
}

type Client = NonNullable<ConnectInput['clients']>[number]
function fillIn(glide: Glide, client: Client): boolean {
  const [row] = glide.tables.find('oauth_entity', [['name', client.name]], { limit: 1 })
  if (row === undefined) return false
  const values = { client_id: client.clientId, token_url: client.tokenUrl }
  return (
    glide.tables.update('oauth_entity', row.id, values) &&
    glide.tables.setSecret('oauth_entity', row.id, 'client_secret', client.clientSecret)
  )
}

/** Name of the field that is not what it has to be; '' when all are. */
function faultOf({ hallpassUrl, mode, keys, clients }: Partial<ConnectInput>): string {
  if (!/^https?:\/\/[\w.:[\]-]+\/?$/.test(String(hallpassUrl))) return 'hallpassUrl'
  if (mode !== 'push' && mode !== 'pull') return 'mode'
  if (!Array.isArray(keys) || !keys.every(isKey)) return 'keys'
  if (!['inbound', 'outbound'].every((direction) => keys.some((key) => key.direction === direction))) return 'keys'
  if (clients !== undefined && !Array.isArray(clients)) return 'clients'
  return ''
}

/** Shorter than 256 bits is no key. */
function isKey(key: Partial<ConnectInput['keys'][number]>): boolean {
  return /^[\w.-]{1,64}$/.test(String(key?.keyId)) && /^[A-Za-z0-9+/]{43,}={0,2}$/.test(String(key?.secret))
}

function refuse(field: string): Answer {
  const detail = `The field ${field} is missing or not what it has to be`
  return { status: 400, body: { error: { message: 'bad_body', detail }, status: 'failure' } }
}
