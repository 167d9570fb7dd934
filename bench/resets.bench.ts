import { randomBytes } from 'node:crypto'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { withCompany } from './company.ts'
import { cpuBetween, isPostgres, markCpu } from './cpu.ts'
import { type FastClient, fastClient } from './fast-client.ts'
import { type Bench, type Figure, figure, inTurn, load, percentile } from './figure.ts'
import { type MailSink, startMailSink } from './mail-sink.ts'
import { makeTickets } from './open-tickets.ts'
import { rawResets } from './raw-resets.ts'

const atOnce = { ldap: 8, windows: 2, mail: 8 }
const rounds = { ldap: { rounds: 6, each: 60 }, windows: { rounds: 5, each: 12 } }
const byMail = { warmUp: 40, measured: 240 }
const goal = { ofOpenLdap: 0.7, ofSamba: 0.9, perSecond: 100, cpuMs: 5 }

/** New passwords through the API beside raw ones on the same server, and whole rounds of people who forgot theirs. */
export const bench: Bench = {
  name: 'resets',
  async run() {
    const mail = await startMailSink()
    const environment = { HALLPASS_SMTP_URL: mail.url }
    try {
      const people = (rounds.ldap.rounds + 1) * rounds.ldap.each + byMail.warmUp + byMail.measured
      const ldap = await withCompany({ extraPeople: people, environment }, async (company) => [
        await ofDirectory(company, 'openldap'),
        ...(await roundsByMail(company, mail)),
      ])
      const windowsPeople = (rounds.windows.rounds + 1) * rounds.windows.each
      const windows = { extraWindowsPeople: windowsPeople, withWindows: true, environment, readyWithinMs: 300_000 }
      return [...ldap, await withCompany(windows, (company) => ofDirectory(company, 'samba'))]
    } finally {
      await mail.stop()
    }
  },
}

/** The API's last step, which sets the password, in turn with a bare modify of the same server by as many callers. */
async function ofDirectory(company: SampleCompany, kind: 'openldap' | 'samba'): Promise<Figure> {
  const isSamba = kind === 'samba'
  const { rounds: times, each } = isSamba ? rounds.windows : rounds.ldap
  const callers = isSamba ? atOnce.windows : atOnce.ldap
  const logins = Array.from({ length: (times + 1) * each }, (_, n) => loginOf(n))
  const tickets = await makeTickets(company, logins)
  const raw = await rawResets(company, kind, callers)
  const pages = await openPages(company, callers)
  const ours = async (n: number) => {
    const page = pages.pop() as FastClient
    await page.post('/api/password/tickets/finish', { ticket: tickets[n], password: newPassword() }, n)
    pages.push(page)
  }
  const theirs = (n: number) => raw.reset(logins[n] as string, newPassword())
  const measured = await inTurn({ ours, theirs }, { rounds: times, each, atOnce: callers })
  await raw.stop()
  return figure({
    name: isSamba ? 'resets-of-samba' : 'resets-of-openldap',
    value: measured.ours.perSecond,
    limit: measured.theirs.perSecond,
    goal: isSamba ? goal.ofSamba : goal.ofOpenLdap,
    unit: '/s',
    note: `${callers} at once, in turn; p95 of ours ${percentile(measured.ours.milliseconds, 0.95).toFixed(0)} ms; ours reads the person and when the password was set, ends sessions, writes the trail and the notices`,
  })
}

/** Form, mail, link, new password, on OpenLDAP: no hash of a password is ours to make. */
async function roundsByMail(company: SampleCompany, mail: MailSink): Promise<Figure[]> {
  const first = (rounds.ldap.rounds + 1) * rounds.ldap.each
  const pages = await openPages(company, atOnce.mail)
  const round = async (n: number) => {
    const page = pages.pop() as FastClient
    const login = loginOf(first + n)
    const link = mail.link(`${login}@home.example`)
    await page.post('/api/password/resets', { login }, n)
    const { ticket } = await page.post<{ ticket: string }>('/api/password/links/verify', { token: await link }, n)
    await page.post('/api/password/tickets/finish', { ticket, password: newPassword() }, n)
    pages.push(page)
  }
  await load(byMail.warmUp, atOnce.mail, round)
  const before = markCpu()
  const measured = await load(byMail.measured, atOnce.mail, (n) => round(byMail.warmUp + n))
  const after = markCpu()
  const each = (isMeant: (command: string) => boolean) =>
    cpuBetween(before, after, company.service.pid, isMeant) / byMail.measured
  const service = each((command) => !isPostgres(command))
  const database = each(isPostgres)
  const note = `${byMail.measured} people, ${atOnce.mail} at once, on OpenLDAP; p95 ${percentile(measured.milliseconds, 0.95).toFixed(0)} ms`
  return [
    figure({
      name: 'reset-rounds-by-mail',
      value: byMail.measured / measured.seconds,
      limit: goal.perSecond,
      goal: 1,
      unit: '/s',
      note,
    }),
    figure({
      name: 'reset-round-cpu',
      value: service + database,
      limit: goal.cpuMs,
      goal: 1,
      unit: 'ms',
      lowerIsBetter: true,
      note: `service ${service.toFixed(1)} ms, PostgreSQL ${database.toFixed(1)} ms; code mail and notices included`,
    }),
  ]
}

function openPages(company: SampleCompany, count: number): Promise<FastClient[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const page = fastClient(company.url, n + 1)
      await page.open()
      return page
    }),
  )
}

const loginOf = (n: number): string => `person-${String(n + 1).padStart(6, '0')}`

/** Never the same twice: a history would refuse it. */
const newPassword = (): string => `Quiet-${randomBytes(9).toString('base64url')}-7x`
