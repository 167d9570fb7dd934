import { castPerson, employees, ldapPassword } from '@hallpass/counterparts/acme'
import { type LemonLdap, startLemonLdap, whyLemonLdapCannotRun } from '@hallpass/counterparts/lemonldap'
import { Client } from 'ldapts'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { withCompany } from './company.ts'
import { cpuBetween, isPostgres, markCpu } from './cpu.ts'
import { fastClient } from './fast-client.ts'
import { type Bench, type Figure, figure, inTurn, load, percentile } from './figure.ts'
import { httpCall } from './http-call.ts'

const atOnce = 8
/** What LemonLDAP::NG 2.16.1 did on a quiet machine of two cores: a bind and a session. Where it cannot run, the limit. */
const lemonPerSecond = 161
const logins = employees.map((person) => castPerson(person.login).login)

/** Signing in with the LDAP password, session and trail included: the one call of a page that is open, and all three. */
export const bench: Bench = {
  name: 'sign-ins',
  run: () =>
    withCompany({}, async (company) => {
      const raw = await rawBinds(company)
      const lemon = await lemonBeside(company)
      const pages = await openPages(company)
      const signIn = async (n: number) => {
        const page = pages[n % pages.length] as (typeof pages)[number]
        await page.postAlone('/api/session', { login: loginOf(n), password: ldapPassword }, n)
      }
      const whole = (n: number) => fastClient(company.url, n).signIn(loginOf(n), ldapPassword)
      const times = { rounds: 8, each: 100, atOnce }
      const kinds = { signIn, raw: raw.bind, whole }
      const measured = lemon
        ? await inTurn({ ...kinds, lemon: (n: number) => signInAtLemon(lemon, n) }, times)
        : await inTurn(kinds, times)
      const cpu = await cpuOf([company.service.pid], 'service', signIn)
      const cpuOfLemon = lemon && (await cpuOf(lemon.pids, 'LemonLDAP::NG', (n) => signInAtLemon(lemon, n)))
      await Promise.all([raw.stop(), lemon?.stop()])
      return figures(measured, cpu, cpuOfLemon)
    }),
}

type Kind = 'signIn' | 'raw' | 'whole' | 'lemon'
type Rates = Partial<Record<Kind, Rate>> & Record<Exclude<Kind, 'lemon'>, Rate>
type Rate = { perSecond: number; milliseconds: number[] }

function figures({ signIn, raw, whole, lemon }: Rates, cpu: string, cpuOfLemon: string | null): Figure[] {
  const p95 = percentile(signIn.milliseconds, 0.95).toFixed(0)
  const note = `p95 ${p95} ms at ${atOnce} at once; ${cpu}; with the page before and after it ${whole.perSecond.toFixed(0)}/s`
  const beside = lemon
    ? `LemonLDAP::NG in turn, four FastCGI processes, no token in its form; ${cpuOfLemon}; ${lemonPerSecond}/s once on a quiet machine`
    : `the limit was measured once on a quiet machine; LemonLDAP::NG cannot run here`
  return [
    figure({
      name: 'ldap-sign-ins',
      value: signIn.perSecond,
      limit: lemon?.perSecond ?? lemonPerSecond,
      goal: 2,
      unit: '/s',
      note: `${note}; ${beside}`,
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

/** The same people of the same directory at the other product; a sentence where it cannot run. */
async function lemonBeside({ slapd }: SampleCompany): Promise<LemonLdap | null> {
  const why = await whyLemonLdapCannotRun()
  if (why !== null) console.log(why)
  return why === null && slapd ? await startLemonLdap({ slapd }) : null
}

/** As its API is used: the form's fields, answered as JSON with the id of the session. */
async function signInAtLemon({ url }: LemonLdap, n: number): Promise<void> {
  const answer = await httpCall({
    method: 'POST',
    url: `${url}/`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({ user: loginOf(n), password: ldapPassword }).toString(),
  })
  const { result } = JSON.parse(answer.text) as { result: number }
  if (answer.status !== 200 || result !== 1) throw new Error(`LemonLDAP::NG answered ${answer.status}: ${answer.text}`)
}

/** CPU of each process a sign-in, the load generator apart. */
async function cpuOf(pids: readonly number[], name: string, signIn: (n: number) => Promise<void>): Promise<string> {
  const count = 400
  const before = markCpu()
  const own = process.cpuUsage()
  await load(count, atOnce, (n) => signIn(n + 10_000))
  const { user, system } = process.cpuUsage(own)
  const after = markCpu()
  const of = (isMeant: (command: string) => boolean) =>
    `${(pids.reduce((sum, pid) => sum + cpuBetween(before, after, pid, isMeant), 0) / count).toFixed(1)} ms`
  const served = of((command) => !isPostgres(command))
  const generator = ((user + system) / 1000 / count).toFixed(1)
  const database = of(isPostgres)
  const parts = [`${name} ${served}`, ...(database === '0.0 ms' ? [] : [`PostgreSQL ${database}`])]
  return `CPU each: ${parts.join(', ')}, load generator ${generator} ms`
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
