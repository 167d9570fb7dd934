import { gs } from '@servicenow/glide'
import { RESTMessageV2 } from '@servicenow/glide/sn_ws'
import type { Client, HttpAnswer, HttpCall } from './ports.ts'
import { properties } from './tables.ts'

/** One REST message for each OAuth client: what may fulfil cannot reset a password, and the other way round. */
const messages: Record<Client, string> = {
  fulfil: 'Hallpass fulfilment',
  password: 'Hallpass password',
  read: 'Hallpass read',
}
/** The types of the SDK know Java's constructor only; scripts have always named message and method. */
const Message = RESTMessageV2 as unknown as new (name: string, method: string) => RESTMessageV2

/** Says one call. Everything that goes wrong on the way is an answer, never an exception. */
export function glideHttp(call: HttpCall): HttpAnswer {
  try {
    const message = new Message(messages[call.client], call.method.toLowerCase())
    message.setEndpoint(`${gs.getProperty(properties.hallpassUrl).replace(/\/+$/, '')}${call.path}`)
    message.setRequestHeader('Accept', 'application/json')
    message.setRequestHeader('X-Hallpass-Signature', call.signature)
    message.setHttpTimeout(call.timeoutMs)
    if (call.method === 'POST') {
      message.setRequestHeader('Content-Type', 'application/json')
      message.setRequestBody(call.body)
    }
    const midServer = gs.getProperty(properties.midServer, '')
    if (midServer !== '') message.setMIDServer(midServer)
    const answer = message.execute()
    const wait = Number(answer.getHeader('Retry-After') ?? '')
    return {
      status: Number(answer.getStatusCode()),
      body: String(answer.getBody() ?? ''),
      error: String(answer.getErrorMessage() ?? ''),
      retryAfter: Number.isFinite(wait) && wait > 0 ? wait : null,
    }
  } catch (error) {
    return { status: 0, body: '', error: String(error), retryAfter: null }
  }
}
