import type { Tx } from '../../platform/database/database.ts'
import type { ServiceNowDeps } from './deps.ts'

export type TellAdministratorsDeps = Pick<ServiceNowDeps, 'mail' | 'publicUrl' | 'directory' | 'access'>

type Text = { en: string; de: string }

/** What administrators must know of a connection, each in their own language, in the transaction of the fact. */
export async function tellAdministrators(
  deps: TellAdministratorsDeps,
  tx: Tx,
  news: { kind: string; subject: Text; text: Text },
): Promise<void> {
  const people = await deps.directory.people(tx, await deps.access.administrators(tx))
  const link = new URL('/admin/servicenow', deps.publicUrl).href
  for (const { mail, state, locale } of people) {
    if (state !== 'active' || mail === null) continue
    const language = /^de\b/i.test(locale ?? '') ? 'de' : 'en'
    const text = `${news.text[language]}\n\n${link}\n`
    await deps.mail.send(tx, { to: mail, kind: news.kind, subject: news.subject[language], text })
  }
}
