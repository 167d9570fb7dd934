/** What mails about requests say, in the reader's language: English, or German where the directory says so. */
import type { News } from './decide.ts'
import { type Outcome, reasonInGerman } from './outcomes.ts'

/** What a mail is about, in words. Times are shown in UTC: a mail does not know where it is read. */
export type MailFacts = {
  requester: string
  beneficiary: string
  isForOther: boolean
  isExtension: boolean
  role: string
  durationDays: number | null
  reason: string
  /** Name of the stage it is at. */
  stage: string
  denyAt: Date | null
  /** Who did it: approved the stage, wrote the comment. */
  by: string
  outcome: Outcome
  /** What was said in a comment or question. */
  text: string
  link: string
}

export type Asking = 'asked' | 'reminded' | 'escalated'
export type Words = { subject: string; text: string }
type Texts = {
  ask(why: Asking, facts: MailFacts): Words
  tell(news: News, facts: MailFacts): Words
  comment(isQuestion: boolean, facts: MailFacts): Words
}

export function textsFor(locale: string | null): Texts {
  return locale?.toLowerCase().startsWith('de') ? german : english
}

const english: Texts = {
  ask(why, f) {
    const wish = englishWish(f)
    const subject = {
      asked: `Please decide: ${f.role} for ${f.beneficiary}`,
      reminded: `Reminder: ${f.role} for ${f.beneficiary} waits for you`,
      escalated: `Escalated to you: ${f.role} for ${f.beneficiary}`,
    }[why]
    const deadline = f.denyAt ? `\n\nIf nobody decides, it is denied on ${time(f.denyAt, 'en-GB')}.` : ''
    return {
      subject,
      text: `${wish}\n\nReason: ${f.reason}\n\nIt is at the stage “${f.stage}”. Approve or deny it in your inbox:\n${f.link}${deadline}\n`,
    }
  },
  tell(news, f) {
    const role = `“${f.role}”`
    const because = `\n\nReason: ${f.outcome.reason}`
    const [subject, sentence] = {
      stage_approved: [`One step further: ${f.role}`, `${f.by} approved your request for ${role}.`],
      approved: [`Approved: ${f.role}`, `Your request for ${role} is approved. The access is being made.`],
      lapsed: [
        `Asked again: ${f.role}`,
        `An approval of your request for ${role} no longer counts, because whoever gave it may not give it any more. Somebody else is asked.`,
      ],
      by_hand: [
        `Being made by hand: ${f.role}`,
        `Your request for ${role} is approved. A person makes the access now.`,
      ],
      fulfilled: f.isExtension
        ? [`Extended: ${f.role}`, `You keep ${role} for longer, as you asked.`]
        : [`Ready: ${f.role}`, `You have ${role} now. You find it among your apps.`],
      denied: [`Denied: ${f.role}`, `Your request for ${role} was denied.${because}`],
      cancelled: [`Cancelled: ${f.role}`, `Your request for ${role} was cancelled.${because}`],
    }[news] as [string, string]
    return { subject, text: `${sentence}\n\n${f.link}\n` }
  },
  comment(isQuestion, f) {
    const subject = isQuestion ? `${f.by} asks about ${f.role}` : `${f.by} wrote about ${f.role}`
    return {
      subject,
      text: `${f.by} wrote about the request for “${f.role}”:\n\n${f.text}\n\nAnswer here:\n${f.link}\n`,
    }
  },
}

function englishWish(f: MailFacts): string {
  const days = f.durationDays === null ? '' : ` for ${f.durationDays} ${f.durationDays === 1 ? 'day' : 'days'}`
  if (f.isExtension) return `${f.requester} asks to keep “${f.role}”${days} more.`
  return f.isForOther
    ? `${f.requester} asks for “${f.role}”${days}, for ${f.beneficiary}.`
    : `${f.requester} asks for “${f.role}”${days}.`
}

const german: Texts = {
  ask(why, f) {
    const subject = {
      asked: `Bitte entscheiden: ${f.role} für ${f.beneficiary}`,
      reminded: `Erinnerung: ${f.role} für ${f.beneficiary} wartet auf Sie`,
      escalated: `An Sie weitergeleitet: ${f.role} für ${f.beneficiary}`,
    }[why]
    const deadline = f.denyAt ? `\n\nEntscheidet niemand, wird der Antrag am ${time(f.denyAt, 'de-DE')} abgelehnt.` : ''
    return {
      subject,
      text: `${germanWish(f)}\n\nGrund: ${f.reason}\n\nDer Antrag ist in der Stufe „${f.stage}“. In Ihrem Eingang können Sie zustimmen oder ablehnen:\n${f.link}${deadline}\n`,
    }
  },
  tell(news, f) {
    const role = `„${f.role}“`
    const because = `\n\nGrund: ${reasonInGerman({ ...f.outcome, stage: f.stage })}`
    const [subject, sentence] = {
      stage_approved: [`Einen Schritt weiter: ${f.role}`, `${f.by} hat Ihrem Antrag auf ${role} zugestimmt.`],
      approved: [`Genehmigt: ${f.role}`, `Ihr Antrag auf ${role} ist genehmigt. Der Zugang wird gerade eingerichtet.`],
      lapsed: [
        `Erneut angefragt: ${f.role}`,
        `Eine Zustimmung zu Ihrem Antrag auf ${role} zählt nicht mehr, weil die Person sie nicht mehr geben darf. Jemand anderes wird gefragt.`,
      ],
      by_hand: [
        `Wird von Hand eingerichtet: ${f.role}`,
        `Ihr Antrag auf ${role} ist genehmigt. Eine Person richtet den Zugang jetzt ein.`,
      ],
      fulfilled: f.isExtension
        ? [`Verlängert: ${f.role}`, `Sie behalten ${role} länger, wie gewünscht.`]
        : [`Bereit: ${f.role}`, `Sie haben jetzt ${role}. Sie finden es unter Ihren Apps.`],
      denied: [`Abgelehnt: ${f.role}`, `Ihr Antrag auf ${role} wurde abgelehnt.${because}`],
      cancelled: [`Abgebrochen: ${f.role}`, `Ihr Antrag auf ${role} wurde abgebrochen.${because}`],
    }[news] as [string, string]
    return { subject, text: `${sentence}\n\n${f.link}\n` }
  },
  comment(isQuestion, f) {
    const subject = isQuestion ? `${f.by} fragt zu ${f.role}` : `${f.by} schreibt zu ${f.role}`
    return {
      subject,
      text: `${f.by} schreibt zum Antrag auf „${f.role}“:\n\n${f.text}\n\nHier antworten:\n${f.link}\n`,
    }
  },
}

function germanWish(f: MailFacts): string {
  const days = f.durationDays === null ? '' : ` für ${f.durationDays} ${f.durationDays === 1 ? 'Tag' : 'Tage'}`
  if (f.isExtension) return `${f.requester} möchte „${f.role}“${days} länger behalten.`
  return f.isForOther
    ? `${f.requester} bittet um „${f.role}“${days}, für ${f.beneficiary}.`
    : `${f.requester} bittet um „${f.role}“${days}.`
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs more than everything else in a mail, so each language keeps its own. */
function time(at: Date, locale: string): string {
  const known = formats.get(locale)
  const format = known ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
  if (!known) formats.set(locale, format)
  return `${format.format(at)} UTC`
}
