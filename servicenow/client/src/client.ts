/** A client of one ServiceNow instance: OAuth client credentials, at its pace, with nothing believed that can be checked. */
import { type Call, createSend, type Send } from './call.ts'
import { type Catalog, createCatalog } from './catalog.ts'
import type { Pace } from './pace.ts'
import { readAnswer } from './read-answer.ts'
import { createTable, type Table } from './table.ts'
import { createTokens, type OAuthClient } from './tokens.ts'
import type { Transport } from './transport.ts'

export type ClientOptions = {
  instanceUrl: URL
  oauth: OAuthClient
  transport: Transport
  pace: Pace
  now: () => Date
  /** For one call; 30 seconds, the instance's own limit for one transaction, when left out. */
  timeoutMs?: number
}

export type ServiceNowClient = {
  readonly instanceUrl: URL
  readonly table: Table
  readonly catalog: Catalog
  /** Any other path of the instance, such as Scripted REST of an app: the body of a good answer, else a failure. */
  call(call: Omit<Call, 'body'> & { body?: unknown; text?: string }): Promise<unknown>
  /** The same, and whatever was answered, unread: for APIs with failures of their own, such as SCIM. */
  readonly send: Send
}

export function createServiceNowClient(options: ClientOptions): ServiceNowClient {
  const { instanceUrl, transport, pace, now, timeoutMs = 30_000 } = options
  const send = createSend({ instanceUrl, transport, tokens: createTokens(options), pace, now, timeoutMs })
  const table = createTable({ send, now })
  return {
    instanceUrl,
    table,
    send,
    catalog: createCatalog({ send, table, now }),
    async call({ body, text, ...call }) {
      const sent = text ?? (body === undefined ? undefined : JSON.stringify(body))
      const answer = await send(sent === undefined ? call : { ...call, body: sent })
      return readAnswer(answer, call.subject, now())
    },
  }
}
