import { castPerson, employees, ldapPassword } from '@hallpass/counterparts/acme'
import { Client } from 'ldapts'
import { withCompany } from './company.ts'
import { fastClient } from './fast-client.ts'
import { type Bench, figure, load, percentile } from './figure.ts'

const atOnce = 8
const total = 800
const logins = employees.map((person) => castPerson(person.login).login)

/** Signing in with the LDAP password, session and trail included, against bare binds of ldapts on kept TLS connections. */
export const bench: Bench = {
  name: 'sign-ins',
  run: () =>
    withCompany({}, async (company) => {
      const { slapd } = company
      if (!slapd) throw new Error('This bench needs OpenLDAP: apt-get install slapd ldap-utils')
      const connections = Array.from(
        { length: atOnce },
        () => new Client({ url: slapd.ldapsUrl, tlsOptions: { ca: [slapd.caPem] } }),
      )
      const dn = (n: number) => `uid=${logins[n % logins.length]},ou=people,${slapd.baseDn}`
      const free = [...connections]
      const bind = async (n: number) => {
        const connection = free.pop() as Client
        await connection.bind(dn(n), ldapPassword)
        free.push(connection)
      }
      const signIn = (n: number) => fastClient(company.url, n).signIn(logins[n % logins.length] as string, ldapPassword)
      await load(80, atOnce, bind)
      await load(80, atOnce, signIn)
      const raw = await load(total * 2, atOnce, bind)
      const cpuBefore = process.cpuUsage()
      const ours = await load(total, atOnce, signIn)
      const cpu = process.cpuUsage(cpuBefore)
      await Promise.all(connections.map((connection) => connection.unbind()))
      const generatorMs = (cpu.user + cpu.system) / 1000 / total
      return [
        figure({
          name: 'ldap-sign-ins',
          value: total / ours.seconds,
          limit: (total * 2) / raw.seconds,
          goal: 0.1,
          unit: '/s',
          note: `p95 ${percentile(ours.milliseconds, 0.95).toFixed(0)} ms at ${atOnce} at once; three calls a sign-in; the load generator took ${generatorMs.toFixed(1)} ms of CPU each, on the same two cores`,
        }),
      ]
    }),
}
