import type { Tx } from '../platform/database/database.ts'
import type { SsoDeps } from './deps.ts'

export type TellAdministratorsDeps = Pick<SsoDeps, 'mail' | 'publicUrl'> & {
  directory: Pick<SsoDeps['directory'], 'people'>
  access: Pick<SsoDeps['access'], 'administrators'>
}

export type News = {
  kind: string
  /** Who did it; null for the command line or a part of the service. */
  authorId: string | null
  subject: { en: string; de: string }
  text: { en(author: string): string; de(author: string): string }
  /** Why to look; left out where it was somebody's doing, which nobody else may have expected. */
  look?: { en: string; de: string }
  /** The page of the portal to look at. */
  path: string
}

/** What nobody may do in silence (security C.19) is mailed to every administrator, its author too, in the same transaction. */
export async function tellAdministrators(deps: TellAdministratorsDeps, tx: Tx, news: News): Promise<void> {
  const ids = await deps.access.administrators(tx)
  const people = await deps.directory.people(tx, [...new Set([...ids, ...(news.authorId ? [news.authorId] : [])])])
  const author = people.find(({ id }) => id === news.authorId)?.displayName
  const link = new URL(news.path, deps.publicUrl).href
  const look = news.look ?? {
    en: 'If you did not expect this, please look at it:',
    de: 'Wenn Sie das nicht erwartet haben, sehen Sie bitte nach:',
  }
  for (const { id, mail, state, locale } of people) {
    if (!ids.includes(id) || state !== 'active' || mail === null) continue
    const isGerman = /^de\b/i.test(locale ?? '')
    const text = isGerman
      ? `${news.text.de(author ?? 'Die Kommandozeile')}\n\n${look.de}\n${link}\n`
      : `${news.text.en(author ?? 'The command line')}\n\n${look.en}\n${link}\n`
    await deps.mail.send(tx, { to: mail, kind: news.kind, subject: isGerman ? news.subject.de : news.subject.en, text })
  }
}
