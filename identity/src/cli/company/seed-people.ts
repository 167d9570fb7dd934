import type { App } from '../../app.ts'
import { Secret } from '../../platform/secret.ts'
import type { CompanyFile, CompanyPerson } from './company-file.ts'
import { seedActor } from './seed-actor.ts'

/** Finds people of the company by login, and its groups by name. */
export type SeededPeople = { idOf(login: string): Promise<string>; groupId(name: string): Promise<string | null> }

type NewDirectory = Parameters<App['directory']['connect']>[2]

export async function seedPeople(app: App, company: CompanyFile): Promise<SeededPeople> {
  const { foundation, directory } = app
  const idOf = async (login: string): Promise<string> => {
    const [person] = await directory.findByLogin(foundation.db, login)
    if (!person) throw new Error(`The company has nobody called ${login}.`)
    return person.id
  }
  if (company.ldap) await seedLdap(app, company)
  else await seedBuiltIn(app, 'Acme people', company.employees, company.employeePassword, idOf)
  await seedWindows(app, company)
  await seedBuiltIn(app, 'Contractors', company.contractors, company.contractorPassword, idOf)
  return {
    idOf,
    async groupId(name) {
      const [holder] = await directory.findByLogin(foundation.db, 'fiona')
      if (!holder) return null
      return (await directory.groupsOf(foundation.db, holder.id)).find((group) => group.name === name)?.id ?? null
    },
  }
}

async function seedLdap(app: App, { ldap, mailDomain }: CompanyFile): Promise<void> {
  if (!ldap) return
  const directoryId = await ensureDirectory(app, {
    name: ldap.name,
    bindPassword: ldap.bindPassword,
    settings: {
      kind: 'ldap',
      host: ldap.host,
      port: ldap.port,
      security: 'ldaps',
      caPem: ldap.caPem,
      baseDn: ldap.baseDn,
      bindDn: ldap.bindDn,
      defaultPolicyDn: ldap.defaultPolicyDn ?? null,
    },
    sync: { syncEverySeconds: ldap.syncEverySeconds ?? 2, sweepEverySeconds: 10, ownMailDomains: [mailDomain] },
  })
  const run = await app.directory.syncNow(directoryId, seedActor)
  if (run.state === 'failed') throw new Error(`${ldap.name} could not be read: ${JSON.stringify(run)}`)
}

async function seedWindows(app: App, { windows }: CompanyFile): Promise<void> {
  if (!windows) return
  const { name, host, port, kdcPort, caPem, baseDn, bindName, bindPassword, mailDomain } = windows
  const directoryId = await ensureDirectory(app, {
    name,
    bindPassword,
    settings: {
      kind: 'active-directory',
      controllers: [{ host, port, kdcPort }],
      security: 'ldaps',
      caPem,
      baseDn,
      bindName,
    },
    sync: { syncEverySeconds: 2, sweepEverySeconds: 10, ownMailDomains: [mailDomain] },
  })
  const run = await app.directory.syncNow(directoryId, seedActor)
  if (run.state === 'failed') throw new Error(`${name} could not be read: ${JSON.stringify(run)}`)
}

async function seedBuiltIn(
  app: App,
  name: string,
  people: CompanyPerson[],
  password: string,
  idOf: (login: string) => Promise<string>,
): Promise<void> {
  const { db } = app.foundation
  const directoryId = await ensureDirectory(app, { name, settings: { kind: 'built-in' } })
  for (const person of people) {
    const [known] = await app.directory.findByLogin(db, person.login)
    const managerId = person.manager === null ? undefined : await idOf(person.manager)
    const { login, displayName, givenName, familyName, title, department, mail, locale } = person
    const draft = { directoryId, login, displayName, givenName, familyName, title, department, mail, locale, managerId }
    const { id } = known ?? (await db.transaction((tx) => app.directory.createPerson(tx, seedActor, draft)))
    const home = await app.directory.connectorOf(db, id)
    if (!(await home.connector.passwords?.state(home.ref))?.present) {
      await home.connector.passwords?.reset(home.ref, new Secret(password))
    }
  }
}

async function ensureDirectory(app: App, directory: NewDirectory): Promise<string> {
  const { db } = app.foundation
  const known = (await app.directory.directories(db)).find((row) => row.name === directory.name)
  if (known) return known.id
  const made = await db.transaction((tx) => app.directory.connect(tx, seedActor, directory))
  return made.id
}
