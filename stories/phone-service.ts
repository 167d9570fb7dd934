import { createHmac, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The operator's own service for text messages and prompts: what Hallpass calls, and the phones at the other end of it. */
export type PhoneService = {
  /** Settings of the service that point to it. */
  environment: Record<string, string>
  /** The newest text to a number, once it is there. */
  textTo(number: string): Promise<string>
  /** Types a number on the phone of a person, at the newest prompt. */
  type(login: string, number: string): Promise<void>
  stop(): Promise<void>
}

type Call =
  | { type: 'sms'; to: string; text: string }
  | { type: 'prompt'; id: string; person: { login: string } }
  | { type: 'answer'; id: string }

const secret = 'acme-phone-service-secret-0123456789'

export async function startPhoneService(): Promise<PhoneService> {
  const calls: Call[] = []
  const typed = new Map<string, string>()
  const waiting = new Set<() => void>()
  const server: Server = createServer((request, response) => {
    void readCall(request).then((call) => {
      response.statusCode = call === null ? 401 : 200
      if (call?.type === 'answer') {
        const number = typed.get(call.id)
        response.end(JSON.stringify(number === undefined ? { state: 'waiting' } : { state: 'answered', number }))
        return
      }
      if (call) calls.unshift(call)
      for (const look of [...waiting]) look()
      response.end('{}')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

  function newest<T extends Call['type']>(type: T, fits: (call: Extract<Call, { type: T }>) => boolean) {
    return new Promise<Extract<Call, { type: T }>>((resolve) => {
      const look = () => {
        const found = calls.find(
          (call): call is Extract<Call, { type: T }> => call.type === type && fits(call as never),
        )
        if (!found) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  }

  return {
    environment: { HALLPASS_SMS_URL: url, HALLPASS_PUSH_URL: url, HALLPASS_WEBHOOK_SECRET: secret },
    textTo: async (number) => (await newest('sms', ({ to }) => to === number)).text,
    async type(login, number) {
      const { id } = await newest('prompt', ({ person, id }) => person.login === login && !typed.has(id))
      typed.set(id, number)
    },
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Null for a call that is not signed with our key. */
async function readCall(request: IncomingMessage): Promise<Call | null> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const body = Buffer.concat(parts).toString()
  const [, at = '', signature = ''] =
    /^t=(\d+),v1=([0-9a-f]+)$/.exec(String(request.headers['hallpass-signature'])) ?? []
  const right = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')
  if (signature.length !== right.length || !timingSafeEqual(Buffer.from(signature), Buffer.from(right))) return null
  return JSON.parse(body) as Call
}
