import type { Mail, MailTransport } from './mail.ts'
import { sentence } from './server-words.ts'

/** Sends one mail at once, outside the queue, and says in a sentence what the mail server answered. */
export async function sendTestMail(
  transport: MailTransport,
  to: string,
  companyName: string,
): Promise<{ ok: boolean; detail: string }> {
  const mail: Mail = {
    to,
    kind: 'test',
    subject: `Test mail from ${companyName}`,
    text: `This is a test mail from ${companyName}. If you can read it, mails from Hallpass reach you.\n`,
  }
  try {
    await transport.deliver(mail, `test-${Date.now()}`)
    return { ok: true, detail: 'The mail server took the mail.' }
  } catch (error) {
    return { ok: false, detail: `The mail server did not take it: ${sentence(error)}` }
  }
}
