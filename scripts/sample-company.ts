import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { acme, contractorPassword, contractors, employees, ldapPassword, parts } from '@hallpass/counterparts/acme'
import { acmeWindows } from '@hallpass/counterparts/acme-windows'
import { freePort } from '@hallpass/counterparts/free-port'
import { type Mailbox, startMailbox } from '@hallpass/counterparts/mailbox'
import { type Samba, startSamba, whySambaCannotRun } from '@hallpass/counterparts/samba'
import { type ScimApp, startScimApp } from '@hallpass/counterparts/scim-app'
import { isSlapdInstalled, type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { type ServiceProcess, startService } from './service-process.ts'

export type SampleCompany = {
  url: string
  mailbox: Mailbox
  scimApp: ScimApp
  /** Null where OpenLDAP is not installed: everybody then lives in built-in directories. */
  slapd: Slapd | null
  /** The Windows part of Acme in Active Directory, where it was asked for and Samba can run. */
  samba: Samba | null
  service: ServiceProcess
  /** The settings of the service, for commands of `hallpass` beside it. */
  environment: Record<string, string>
  logPath: string
  /** Moves the service's clock forward; it stays moved. */
  advanceClock(milliseconds: number): void
  /** Starts the service again on the same data, after a stop or a kill. */
  restartService(): Promise<void>
  stop(): Promise<void>
}

export type SampleOptions = {
  /** Where all of it lives; used again as it is when it was started before. */
  folder: string
  port?: number
  mailboxPort?: number
  environment?: Record<string, string>
  /** With the Windows part of Acme in an Active Directory domain, where this machine can run one. */
  withWindows?: boolean
  /** So many people in OpenLDAP beyond the cast. */
  extraPeople?: number
  /** So many people in the Windows domain beyond the cast. */
  extraWindowsPeople?: number
  /** Another SCIM server to make the Salesforce accounts in. */
  scim?: { baseUrl: string; token: string }
  /** How long the service may take to be ready: it reads all people of the directory first. */
  readyWithinMs?: number
}

/** Acme on loopback: service with its database, mailbox, an app with SCIM, and OpenLDAP where this machine has it. */
export async function startSampleCompany(options: SampleOptions): Promise<SampleCompany> {
  const at = (name: string) => join(options.folder, name)
  mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  const clockPath = at('clock')
  const ports = await rememberedPorts(at('ports.json'), { port: options.port, mailbox: options.mailboxPort })
  const { port, mailboxPort, appPort, ldapPort, ldapsPort } = ports
  const [mailbox, scimApp, slapd, samba] = await Promise.all([
    startMailbox({ httpPort: mailboxPort }),
    startScimApp({
      port: appPort,
      title: 'Salesforce at Acme',
      dataFile: at('salesforce.db'),
      signOn: { issuer: `http://localhost:${port}/oidc`, ...salesforceClient },
    }),
    isSlapdInstalled()
      ? startSlapd({ dir: at('openldap'), port: ldapPort, tlsPort: ldapsPort, extraPeople: options.extraPeople ?? 0 })
      : null,
    options.withWindows && whySambaCannotRun() === null
      ? startSamba({ dir: at('samba'), extraPeople: options.extraWindowsPeople ?? 0 })
      : null,
  ])
  writeFileSync(at('company.json'), JSON.stringify(describe({ ...scimApp, ...options.scim }, slapd, samba), null, 2), {
    mode: 0o600,
  })
  const logPath = at('hallpass.log')
  const environment = {
    HALLPASS_DATA_DIR: at('data'),
    HALLPASS_MASTER_KEY_PATH: at('master.key'),
    HALLPASS_RECENT_PASSWORDS_PATH: at('recent'),
    HALLPASS_SMTP_URL: `smtp://127.0.0.1:${mailbox.smtpPort}`,
    HALLPASS_MAIL_FROM: 'Acme access <access@acme.example>',
    HALLPASS_COMPANY_NAME: acme.name,
    HALLPASS_INTERNAL_HOSTS: ['127.0.0.1', 'localhost', ...(samba ? [samba.host] : [])].join(','),
    HALLPASS_SAMPLE_CLOCK: clockPath,
    HALLPASS_NODE_LEASE_SECONDS: '3',
    ...options.environment,
  }
  const { readyWithinMs = 120_000 } = options
  const start = () =>
    startService({ port, logPath, arguments: ['--sample', at('company.json')], environment, readyWithinMs })
  const company: SampleCompany = {
    url: `http://localhost:${port}`,
    mailbox,
    scimApp,
    slapd,
    samba,
    environment,
    logPath,
    service: await start(),
    advanceClock: (milliseconds) => writeFileSync(clockPath, String(readOffset(clockPath) + milliseconds)),
    async restartService() {
      if (!company.service.hasEnded()) await company.service.stop()
      company.service = await start()
    },
    async stop() {
      if (!company.service.hasEnded()) await company.service.stop()
      await Promise.all([mailbox.stop(), scimApp.stop(), slapd?.stop(), samba?.stop()])
    },
  }
  return company
}

/** Removes what an earlier start left, so that the next one begins anew. */
export function forgetSampleCompany(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

function readOffset(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8')) || 0
  } catch {
    return 0
  }
}

type Ports = { port: number; mailboxPort: number; appPort: number; ldapPort: number; ldapsPort: number }

/** The directory and the app are configured by address, so a folder keeps the ports it was given first. */
async function rememberedPorts(
  path: string,
  wanted: { port: number | undefined; mailbox: number | undefined },
): Promise<Ports> {
  try {
    return { ...(JSON.parse(readFileSync(path, 'utf8')) as Ports), ...(wanted.port ? { port: wanted.port } : {}) }
  } catch {
    const ports: Ports = {
      port: wanted.port ?? (await freePort()),
      mailboxPort: wanted.mailbox ?? (await freePort()),
      appPort: await freePort(),
      ldapPort: await freePort(),
      ldapsPort: await freePort(),
    }
    writeFileSync(path, JSON.stringify(ports))
    return ports
  }
}

/** Both sides know these before either starts; the app is reached on this machine only. */
const salesforceClient = { clientId: 'salesforce-at-acme', clientSecret: 'acme-sample-client-secret-0123456789abcdef' }

/** The company as data for `hallpass serve --sample`: the service itself knows nothing of Acme. */
function describe(
  scimApp: Pick<ScimApp, 'baseUrl' | 'token' | 'signInUrl' | 'redirectUri'>,
  slapd: Slapd | null,
  samba: Samba | null,
): object {
  return {
    company: acme.name,
    mailDomain: acme.mailDomain,
    ldap: slapd && {
      name: 'Acme people',
      host: '127.0.0.1',
      port: slapd.tlsPort,
      caPem: slapd.caPem,
      baseDn: slapd.baseDn,
      bindDn: slapd.serviceDn,
      bindPassword: slapd.servicePassword,
      defaultPolicyDn: `cn=default,ou=policies,${slapd.baseDn}`,
    },
    windows: samba && {
      name: acmeWindows.name,
      host: samba.host,
      port: samba.tlsPort,
      kdcPort: samba.kdcPort,
      caPem: samba.caPem,
      baseDn: samba.baseDn,
      bindName: samba.serviceDn,
      bindPassword: samba.servicePassword,
      mailDomain: acmeWindows.mailDomain,
    },
    employees: slapd ? [] : employees,
    employeePassword: ldapPassword,
    contractors,
    contractorPassword,
    roles: { admin: [parts.administrator], auditor: [parts.auditor], desk_agent: [parts.deskAgent] },
    salesforce: {
      baseUrl: scimApp.baseUrl,
      token: scimApp.token,
      signOnUrl: scimApp.signInUrl,
      oidc: { ...salesforceClient, redirectUri: scimApp.redirectUri },
    },
  }
}
