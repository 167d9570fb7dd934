import { castPerson, employees, ldapPassword } from '@hallpass/counterparts/acme'
import { Client } from 'ldapts'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { withCompany } from './company.ts'
import { cpuBetween, isPostgres, markCpu } from './cpu.ts'
import { fastClient } from './fast-client.ts'
import { type Bench, type Figure, figure, inTurn, load, percentile } from './figure.ts'

const atOnce = 8
/** What LemonLDAP::NG 2.16.1 does on such a machine: a bind and a session. */
const lemonPerSecond = 161
const logins = employees.map((person) => castPerson(person.login).login)

/** Signing in with the LDAP password, session and trail included: the one call of a page that is open, and all three. */
export const bench: Bench = {
  name: 'sign-ins',
  run: () =>
    withCompany({}, async (company) => {
      const raw = await rawBinds(company)
      const pages = await openPages(company)
      const signIn = async (n: number) => {
        const page = pages[n % pages.length] as (typeof pages)[number]
        await page.postAlone('/api/session', { login: loginOf(n), password: ldapPassword }, n)
      }
      const whole = (n: number) => fastClient(company.url, n).signIn(loginOf(n), ldapPassword)
      const measured = await inTurn({ signIn, raw: raw.bind, whole }, { rounds: 8, each: 100, atOnce })
      const cpu = await cpuOf(company, signIn)
      await raw.stop()
      return figures(measured, cpu)
    }),
}

type Rates = Record<'signIn' | 'raw' | 'whole', { perSecond: number; milliseconds: number[] }>

function figures({ signIn, raw, whole }: Rates, cpu: string): Figure[] {
  const p95 = percentile(signIn.milliseconds, 0.95).toFixed(0)
  const note = `p95 ${p95} ms at ${atOnce} at once; ${cpu}; with the page before and after it ${whole.perSecond.toFixed(0)}/s`
  return [
    figure({
      name: 'ldap-sign-ins',
      value: signIn.perSecond,
      limit: lemonPerSecond,
      goal: 2,
      unit: '/s',
      note: `${note}; the limit was measured once for LemonLDAP::NG 2.16.1 on such a machine when it was quiet`,
    }),
    figure({
      name: 'ldap-sign-ins-of-binds',
      value: signIn.perSecond,
      limit: raw.perSecond,
      goal: 0.05,
      unit: '/s',
      note: 'bare ldapts binds on kept TLS connections, in turn',
    }),
  ]
}

/** CPU of each process a sign-in, the load generator apart. */
async function cpuOf(company: SampleCompany, signIn: (n: number) => Promise<void>): Promise<string> {
  const count = 400
  const before = markCpu()
  const own = process.cpuUsage()
  await load(count, atOnce, (n) => signIn(n + 10_000))
  const { user, system } = process.cpuUsage(own)
  const after = markCpu()
  const of = (isMeant: (command: string) => boolean) =>
    `${(cpuBetween(before, after, company.service.pid, isMeant) / count).toFixed(1)} ms`
  const service = of((command) => !isPostgres(command))
  const generator = ((user + system) / 1000 / count).toFixed(1)
  return `CPU each: service ${service}, PostgreSQL ${of(isPostgres)}, load generator ${generator} ms`
}

async function rawBinds({ slapd }: SampleCompany) {
  if (!slapd) throw new Error('This bench needs OpenLDAP: apt-get install slapd ldap-utils')
  const free = Array.from(
    { length: atOnce },
    () => new Client({ url: slapd.ldapsUrl, tlsOptions: { ca: [slapd.caPem] } }),
  )
  return {
    async bind(n: number): Promise<void> {
      const connection = free.pop() as Client
      await connection.bind(`uid=${loginOf(n)},ou=people,${slapd.baseDn}`, ldapPassword)
      free.push(connection)
    },
    stop: () => Promise.all(free.map((connection) => connection.unbind())),
  }
}

function openPages(company: SampleCompany) {
  return Promise.all(
    Array.from({ length: atOnce }, async (_, n) => {
      const page = fastClient(company.url, n + 1)
      await page.open()
      return page
    }),
  )
}

const loginOf = (n: number): string => logins[n % logins.length] as string
