import { Failure } from '../platform/errors.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import type { Passwords } from './connectors/connector.ts'
import { DirectoryFailure } from './connectors/failures.ts'
import type { SliceDeps } from './deps.ts'
import { expiryMail } from './expiry-mail.ts'
import { allDirectories } from './store/directories.ts'
import { type Ending, passwordsEnding, putReminder, setPasswordEnd } from './store/reminders.ts'
import type { DirectoryRow } from './store/tables.ts'

type Deps = SliceDeps & { mail: Mailer; publicUrl: URL }

const usualDays = [14, 7, 3, 1]
/** Nobody is told before eight in the morning or after eight in the evening, where they live. */
const [dayBegins, dayEnds] = [8, 20]

/**
 * Tells people that their password ends soon, once for each of the days that their directory says: a row for each is
 * written with the mail. Whoever was not told in time is told the nearest one only. The directory is asked once more
 * before, so that nobody is told about a password that was changed an hour ago.
 */
export async function remindOfExpiry(deps: Deps, now: Date): Promise<void> {
  for (const directory of await allDirectories(deps.db)) {
    const days = directory.sync.remindDays ?? usualDays
    if (days.length === 0 || directory.paused_at !== null) continue
    try {
      await remindIn(deps, directory, days, now)
    } catch (error) {
      if (error instanceof Failure && error.code === 'database_unavailable') throw error
      // Whatever is wrong with one directory, its secret included, people of the others are told.
      deps.log.warn({ err: error, directoryId: directory.id }, 'nobody was reminded of their password')
    }
  }
}

export function scheduleReminders(deps: SliceDeps, jobs: Pick<Jobs, 'schedule'>): void {
  const { mail, publicUrl } = deps
  if (mail === undefined || publicUrl === undefined) return
  const run = (now: Date) => remindOfExpiry({ ...deps, mail, publicUrl }, now)
  jobs.schedule({ name: 'directory.remind-expiry', everySeconds: 300, run })
}

async function remindIn(deps: Deps, directory: DirectoryRow, days: readonly number[], now: Date): Promise<void> {
  const { passwords } = deps.connectors.of(directory)
  if (passwords === undefined) return
  for (const ending of await passwordsEnding(deps.db, directory.id, days, now)) {
    const zone = ending.timeZone ?? directory.sync.timeZone ?? 'UTC'
    if (!isDay(now, zone)) continue
    const found = await endOf(passwords, ending)
    if (found instanceof DirectoryFailure) {
      deps.log.warn({ err: found, personId: ending.personId }, 'somebody was not reminded of their password')
      continue
    }
    if (found?.getTime() !== ending.expiresAt.getTime()) {
      await deps.db.transaction((tx) => setPasswordEnd(tx, ending.personId, found))
      continue
    }
    await tell(deps, ending, zone, now)
  }
}

/** When it ends by now; null where it does not, or the person is gone. What the directory refuses is about this person alone. */
async function endOf(passwords: Passwords, { ref }: Ending): Promise<Date | null | DirectoryFailure> {
  try {
    return (await passwords.state({ key: ref })).expiresAt
  } catch (error) {
    if (!(error instanceof DirectoryFailure) || error.retryable) throw error
    return error.kind === 'not_found' ? null : error
  }
}

async function tell(deps: Deps, ending: Ending, zone: string, now: Date): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const { personId, expiresAt, days } = ending
    // Another node may be telling the same person at this moment; whoever writes the row sends the mail.
    if (!(await putReminder(tx, { person_id: personId, expires_at: expiresAt, days, sent_at: now }))) return
    const link = new URL('/password', deps.publicUrl)
    await deps.mail.send(tx, expiryMail({ ...ending, zone, link }))
    deps.audit.record(tx, {
      action: 'password.expiry_told',
      actor: { kind: 'system', name: 'directory.remind-expiry' },
      subjects: { personId },
      after: { days, expiresAt: expiresAt.toISOString() },
    })
  })
}

/** A zone that this machine does not know is taken for UTC: an odd setting must not silence a directory. */
export function isDay(now: Date, timeZone: string): boolean {
  const hour = hourIn(now, timeZone) ?? now.getUTCHours()
  return hour >= dayBegins && hour < dayEnds
}

function hourIn(now: Date, timeZone: string): number | null {
  try {
    return Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now))
  } catch {
    return null
  }
}
