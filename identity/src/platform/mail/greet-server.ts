import nodemailer from 'nodemailer'
import { type SmtpSettings, smtpOptions } from './mail.ts'
import { sentence } from './server-words.ts'

/**
 * Says hello to the mail server, secures the connection and signs in as a delivery would, and sends nothing.
 * @returns null when it would take mails, else one line of what went wrong.
 */
export async function greetMailServer(settings: Omit<SmtpSettings, 'from'>): Promise<string | null> {
  const transport = nodemailer.createTransport(smtpOptions(settings))
  try {
    await transport.verify()
    return null
  } catch (error) {
    return sentence(error)
  } finally {
    transport.close()
  }
}
