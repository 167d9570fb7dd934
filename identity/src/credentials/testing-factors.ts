/** People with factors, for tests: what the portal does to add one, without the portal. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Secret as OtpSecret, TOTP } from 'otpauth'
import { Secret } from '../platform/secret.ts'
import { addFactor } from './add-factor.ts'
import { makeRecoveryCodes } from './make-recovery-codes.ts'
import type { Messages } from './offers.ts'
import { startPasskey, startTotp } from './start-enrolment.ts'
import { type Authenticator, openAuthenticator } from './testing-authenticator.ts'
import type { CredentialsHouse } from './testing-credentials.ts'
import type { Factor } from './types.ts'

const actorOf = (personId: string) => ({ kind: 'person' as const, personId })

/** The code an app shows now, or some steps of thirty seconds later. */
export function codeAt(house: CredentialsHouse, secret: string, steps = 0): string {
  const totp = new TOTP({ secret: OtpSecret.fromBase32(secret) })
  return totp.generate({ timestamp: house.clock.now().getTime() + steps * 30_000 })
}

/** An app that was added; the code that proved it is used up, so the clock is moved to the next one. */
export async function addApp(
  house: CredentialsHouse,
  personId: string,
  name = 'My app',
): Promise<{ factor: Factor; secret: string }> {
  const { enrolmentId, secret } = await startTotp(house.deps, personId)
  const code = codeAt(house, secret)
  const factor = await addFactor(house.deps, { personId, enrolmentId, name, code, actor: actorOf(personId) })
  house.clock.advance(60_000)
  return { factor, secret }
}

export async function addPasskey(
  house: CredentialsHouse,
  personId: string,
  name = 'My key',
): Promise<{ factor: Factor; device: Authenticator }> {
  const device = openAuthenticator()
  const { enrolmentId, options } = await startPasskey(house.deps, personId)
  const response = device.create(options)
  const factor = await addFactor(house.deps, { personId, enrolmentId, name, response, actor: actorOf(personId) })
  return { factor, device }
}

export const addCodes = (house: CredentialsHouse, personId: string) =>
  makeRecoveryCodes(house.deps, { personId, actor: actorOf(personId) })

export type MessageService = {
  messages: Messages
  sent: { type: string; id?: string; to?: string; text?: string; signature: string; body: string }[]
  /** What the person types on the phone for the newest prompt; null for "no". */
  type(number: string | null): void
  close(): Promise<void>
}

export const messageSecret = 'a secret of the webhooks, long enough'

/** The operator's own service for text messages and prompts: a real server that keeps what it was sent. */
export async function openMessageService(): Promise<MessageService> {
  const sent: MessageService['sent'] = []
  const answers = new Map<string, object>()
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const message = JSON.parse(body)
      if (message.type === 'answer') {
        response.end(JSON.stringify(answers.get(message.id) ?? { state: 'waiting' }))
        return
      }
      sent.push({ ...message, signature: String(request.headers['hallpass-signature']), body })
      response.end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  const hook = { url, secret: new Secret(messageSecret) }
  return {
    messages: { sms: hook, push: hook },
    sent,
    type(number) {
      const id = sent.findLast((message) => message.type === 'prompt')?.id ?? ''
      answers.set(id, number === null ? { state: 'denied' } : { state: 'answered', number })
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
