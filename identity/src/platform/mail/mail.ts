import nodemailer, { type TransportOptions } from 'nodemailer'
import type { Keyring } from '../crypto/keyring.ts'
import type { Tx } from '../database/database.ts'
import type { Ids } from '../ids.ts'
import type { JobPayload, Jobs } from '../jobs/jobs.ts'
import { Secret } from '../secret.ts'

/** One mail to one address: plain text, because every client shows it and nothing in it can load or run. */
export type Mail = {
  to: string
  /** What sort of mail it is, for limits, metrics and tests: `request_waiting`, `reset_code`, … */
  kind: string
  subject: string
  text: string
}

export type Mailer = {
  /** Queues a mail in the caller's transaction; it leaves from a job after commit, never inside the request. */
  send(tx: Tx, mail: Mail): Promise<void>
}

/** Hands a mail to the mail server; throws when it was not accepted. */
export type MailTransport = { deliver(mail: Mail, messageId: string): Promise<void> }

export type MailDeps = {
  jobs: Pick<Jobs, 'enqueue' | 'register'>
  keys: Pick<Keyring, 'seal' | 'open'>
  ids: Ids
  transport: MailTransport
}

/**
 * Mails are sealed while they wait: a code or link in a job row would be a secret in the database.
 * The message id is made with the job, so that a mail sent twice (killed between hand-over and commit) is one for the reader.
 */
export function createMailer(deps: MailDeps): Mailer {
  deps.jobs.register('mail.deliver', async (payload) => {
    const { id, sealed } = payload as { id: string; sealed: string }
    const mail = JSON.parse(deps.keys.open('mail-body', `mail:${id}`, sealed).reveal()) as Mail
    await deps.transport.deliver(mail, id)
  })
  return {
    async send(tx, mail) {
      const id = deps.ids.next()
      const sealed = deps.keys.seal('mail-body', `mail:${id}`, new Secret(JSON.stringify(clean(mail))))
      const payload: JobPayload = { id, sealed, kind: mail.kind }
      await deps.jobs.enqueue(tx, { task: 'mail.deliver', payload, maxAttempts: 12 })
    },
  }
}

/** A line break in an address or subject would start a new header. */
function clean(mail: Mail): Mail {
  const line = (value: string) => value.replaceAll(/\p{Cc}+/gu, ' ').trim()
  return { ...mail, to: line(mail.to), subject: line(mail.subject) }
}

export type SmtpSettings = { url: Secret; from: string; timeoutMs: number }

/** SMTP through nodemailer; `smtp://` or `smtps://`, credentials in the URL, time-outs on every step. */
export function smtpTransport(settings: SmtpSettings): MailTransport {
  const transport = nodemailer.createTransport({
    url: settings.url.reveal(),
    pool: true,
    maxConnections: 4,
    connectionTimeout: settings.timeoutMs,
    greetingTimeout: settings.timeoutMs,
    socketTimeout: settings.timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as TransportOptions)
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
