import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { answerMailboxPage } from './mailbox-page.ts'
import type { MailQuery, ReceivedMail } from './received-mail.ts'

/** An SMTP server that delivers to nobody and shows what it got, on a page and as JSON. */
export type Mailbox = {
  readonly smtpUrl: string
  readonly smtpPort: number
  readonly url: string
  /** Newest first. */
  mails(query?: MailQuery): ReceivedMail[]
  /** The newest mail that fits, waiting for it if need be. */
  waitFor(query: MailQuery, timeoutMs?: number): Promise<ReceivedMail>
  /** Refuses the next mails with this SMTP code, e.g. 451 "try again later". */
  refuse(code: number, times?: number): void
  clear(): void
  stop(): Promise<void>
}

const keptMax = 2000

export async function startMailbox(options: { smtpPort?: number; httpPort?: number } = {}): Promise<Mailbox> {
  const mails: ReceivedMail[] = []
  const waiting = new Set<() => void>()
  let lastId = 0
  let refusals = { code: 451, left: 0 }

  const smtp = new SMTPServer({
    // On loopback there is nobody to hide from; a certificate here would only be one more thing to trust.
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? '' }),
    onData(stream, session, done) {
      receive(stream, session).then(() => done(), done)
    },
  })
  smtp.on('error', () => {})

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const parsed = await simpleParser(stream)
    if (refusals.left > 0) {
      refusals.left--
      throw Object.assign(new Error('Not now.'), { responseCode: refusals.code })
    }
    mails.unshift(asReceived(parsed, session, ++lastId))
    mails.length = Math.min(mails.length, keptMax)
    for (const notice of [...waiting]) notice()
  }

  const find = (query: MailQuery = {}) => mails.filter((mail) => fits(mail, query))
  const http = createServer((request, response) =>
    answerMailboxPage(request, response, { find, clear: () => void mails.splice(0) }),
  )

  await new Promise<void>((resolve, reject) => {
    smtp.once('error', reject)
    smtp.listen(options.smtpPort ?? 0, '127.0.0.1', resolve)
  })
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject)
    http.listen(options.httpPort ?? 0, '127.0.0.1', resolve)
  })
  const smtpPort = (smtp.server.address() as AddressInfo).port
  const httpPort = (http.address() as AddressInfo).port

  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    smtpPort,
    url: `http://127.0.0.1:${httpPort}`,
    mails: find,
    waitFor: (query, timeoutMs = 10_000) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const [found] = find(query)
          if (!found) return
          clearTimeout(timer)
          waiting.delete(look)
          resolve(found)
        }
        const timer = setTimeout(() => {
          waiting.delete(look)
          const seen = mails.map((mail) => `${mail.to.join(', ')}: ${mail.subject}`).join('; ') || 'none at all'
          reject(new Error(`No such mail within ${timeoutMs} ms; there were: ${seen}`))
        }, timeoutMs)
        waiting.add(look)
        look()
      }),
    refuse: (code, times = 1) => {
      refusals = { code, left: times }
    },
    clear: () => void mails.splice(0),
    async stop() {
      http.closeAllConnections()
      await new Promise<void>((resolve) => http.close(() => resolve()))
      await new Promise<void>((resolve) => smtp.close(() => resolve()))
    },
  }
}

function asReceived(parsed: ParsedMail, session: SMTPServerSession, id: number): ReceivedMail {
  const text = parsed.text ?? ''
  return {
    id,
    messageId: parsed.messageId ?? null,
    from: addressText(parsed.from) || (session.envelope.mailFrom ? session.envelope.mailFrom.address : ''),
    to: session.envelope.rcptTo.map((recipient) => recipient.address),
    subject: parsed.subject ?? '',
    text,
    links: text.match(/https?:\/\/[^\s<>"]+/g) ?? [],
    receivedAt: new Date().toISOString(),
    headers: Object.fromEntries(
      parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]),
    ),
  }
}

function fits(mail: ReceivedMail, query: MailQuery): boolean {
  if (query.afterId !== undefined && mail.id <= query.afterId) return false
  if (query.to && !mail.to.some((address) => address.toLowerCase() === query.to?.toLowerCase())) return false
  if (query.subject === undefined) return true
  return typeof query.subject === 'string' ? mail.subject.includes(query.subject) : query.subject.test(mail.subject)
}

function addressText(address: AddressObject | undefined): string {
  return address?.text ?? ''
}
