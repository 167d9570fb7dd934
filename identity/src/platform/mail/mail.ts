import nodemailer, { type TransportOptions } from 'nodemailer'
import type { Keyring } from '../crypto/keyring.ts'
import type { Database, Tx } from '../database/database.ts'
import type { Ids } from '../ids.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { Secret } from '../secret.ts'

/** One mail to one address: plain text, because every client shows it and nothing in it can load or run. */
export type Mail = {
  to: string
  /** What sort of mail it is, for limits, metrics and tests: `request_waiting`, `reset_code`, … */
  kind: string
  subject: string
  text: string
  /** False for news that may wait while accounts are made; codes and links may not. True when left out. */
  isUrgent?: boolean
}

export type Mailer = {
  /** Queues a mail in the caller's transaction; it leaves from a job after commit, never inside the request. */
  send(tx: Tx, mail: Mail): Promise<void>
}

/** Hands a mail to the mail server; throws when it was not accepted. */
export type MailTransport = { deliver(mail: Mail, messageId: string): Promise<void> }

export type MailDeps = {
  db: Pick<Database, 'transaction'>
  jobs: Pick<Jobs, 'enqueue' | 'register'>
  keys: Pick<Keyring, 'seal' | 'open'>
  ids: Ids
  transport: MailTransport
}

type Queued = { id: string; mail: Mail }
type Sealed = { id: string; sealed: string }

const task = 'mail.deliver'
const queuedKey = Symbol('mails')
const triesMax = 12

/**
 * Mails are sealed while they wait: a code or link in a job row would be a secret in the database. Those of one transaction
 * are one job; those that the server does not take become jobs of their own, so that the others are not sent again.
 * The message id is made with the job, so that a mail sent twice (killed between hand-over and commit) is one for the reader.
 */
export function createMailer(deps: MailDeps): Mailer {
  async function enqueue(tx: Tx, queued: readonly Queued[]): Promise<void> {
    const id = deps.ids.next()
    const sealed = deps.keys.seal('mail-body', `mail:${id}`, new Secret(JSON.stringify(queued)))
    const isUrgent = queued.some(({ mail }) => mail.isUrgent !== false)
    const kinds = queued.map(({ mail }) => mail.kind)
    await deps.jobs.enqueue(tx, { task, payload: { id, sealed, kinds }, isUrgent, maxAttempts: triesMax })
  }

  function open({ id, sealed }: Sealed): Queued[] {
    const text = JSON.parse(deps.keys.open('mail-body', `mail:${id}`, sealed).reveal()) as Queued[] | Mail
    // Before, each mail was a job of its own.
    return Array.isArray(text) ? text : [{ id, mail: text }]
  }

  deps.jobs.register(task, async (payload) => {
    const queued = open(payload as Sealed)
    const sent = await Promise.allSettled(queued.map(({ id, mail }) => deps.transport.deliver(mail, id)))
    const refused = queued.filter((_mail, index) => sent[index]?.status === 'rejected')
    if (refused.length === queued.length) throw sent.find((each) => each.status === 'rejected')?.reason
    if (refused.length === 0) return
    await deps.db.transaction(async (tx) => {
      for (const each of refused) await enqueue(tx, [each])
    })
  })
  return {
    async send(tx, mail) {
      const queued = tx.memo<Queued[]>(queuedKey, () => [])
      queued.push({ id: deps.ids.next(), mail: clean(mail) })
      tx.beforeCommit('mails', () => enqueue(tx, queued.splice(0)))
    },
  }
}

/** A line break in an address or subject would start a new header. */
function clean(mail: Mail): Mail {
  const line = (value: string) => value.replaceAll(/\p{Cc}+/gu, ' ').trim()
  return { ...mail, to: line(mail.to), subject: line(mail.subject) }
}

/** What nodemailer is told of a mail server, for one connection unless `more` asks for a pool. */
export function smtpOptions(settings: Omit<SmtpSettings, 'from'>, more: object = {}): TransportOptions {
  return {
    url: settings.url.reveal(),
    connectionTimeout: settings.timeoutMs,
    greetingTimeout: settings.timeoutMs,
    socketTimeout: settings.timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...more,
  } as TransportOptions
}

export type SmtpSettings = { url: Secret; from: string; timeoutMs: number }

/** SMTP through nodemailer; `smtp://` or `smtps://`, credentials in the URL, time-outs on every step. */
export function smtpTransport(settings: SmtpSettings): MailTransport {
  const transport = nodemailer.createTransport(smtpOptions(settings, { pool: true, maxConnections: 4 }))
  return {
    async deliver(mail, messageId) {
      await transport.sendMail({
        from: settings.from,
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        messageId: `<${messageId}@hallpass>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Hallpass-Kind': mail.kind },
      })
    },
  }
}

/** For an operator without a mail server yet: every delivery fails visibly, so that nothing looks sent that was not. */
export function noTransport(): MailTransport {
  return {
    async deliver() {
      throw new Error('No mail server is configured (HALLPASS_SMTP_URL).')
    },
  }
}
