import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { acme } from './acme.ts'
import { makeCertificates } from './certificates.ts'
import { findProgram } from './find-program.ts'
import { keepPorts } from './keep-ports.ts'
import { answersLdap, answersTcp } from './ldap-answers.ts'
import { runCommand } from './run-command.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'
import { slapdConfig } from './slapd-config.ts'
import { hashPassword, slapdData } from './slapd-data.ts'

export type SlapdOptions = {
  /** Where it lives. A folder that already holds a directory is started as it is; without one, a temporary folder is used and removed. */
  dir?: string
  port?: number
  tlsPort?: number
  /** So many people beyond the cast: `person-000001`, … */
  extraPeople?: number
  /** Do not wait for the disk. For tests only: a crash of the machine may lose data. */
  noSync?: boolean
  /** The names on its certificate. */
  certificateHosts?: readonly string[]
}

/** A private OpenLDAP holding Acme's people. */
export type Slapd = {
  readonly url: string
  readonly ldapsUrl: string
  readonly port: number
  readonly tlsPort: number
  readonly caFile: string
  readonly caPem: string
  readonly baseDn: string
  readonly serviceDn: string
  readonly servicePassword: string
  readonly adminDn: string
  readonly adminPassword: string
  readonly dir: string
  readonly pid: number
  /** Ends it; a temporary folder is removed. */
  stop(): Promise<void>
  /** SIGKILL; the folder stays, `restart` goes on with its data. */
  kill(): Promise<void>
  /** Stops it if it runs and starts it again on the same ports with the same data. */
  restart(): Promise<void>
  /** Keeps connections open and answers nothing, until thawed. */
  freeze(): void
  thaw(): void
}

const adminDn = `cn=admin,${acme.baseDn}`
const adminPassword = 'acme-directory-admin-1'
const serviceDn = `uid=hallpass,ou=services,${acme.baseDn}`
const servicePassword = 'hallpass-at-acme-1'

/** Whether this machine has what `startSlapd` and `ldapAdmin` run: slapd, ldap-utils, openssl. */
export function isSlapdInstalled(): boolean {
  return ['slapd', 'slapadd', 'ldapmodify', 'openssl'].every((name) => findProgram(name) !== null)
}

export async function startSlapd(options: SlapdOptions = {}): Promise<Slapd> {
  if (!isSlapdInstalled()) throw new Error('OpenLDAP is missing: apt-get install slapd ldap-utils openssl')
  const dir = options.dir ? resolve(options.dir) : mkdtempSync(join(tmpdir(), 'hallpass-slapd-'))
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const certificates = await makeCertificates(join(dir, 'tls'), options.certificateHosts ?? ['localhost', '127.0.0.1'])
  if (!existsSync(join(dir, 'seeded'))) await seed(dir, options)
  const { port, tlsPort } = await keepPorts(dir, options)
  let server: ServerProcess = await run(dir, port, tlsPort)
  return {
    url: `ldap://127.0.0.1:${port}`,
    ldapsUrl: `ldaps://127.0.0.1:${tlsPort}`,
    port,
    tlsPort,
    caFile: certificates.caFile,
    caPem: certificates.caPem,
    baseDn: acme.baseDn,
    serviceDn,
    servicePassword,
    adminDn,
    adminPassword,
    dir,
    get pid() {
      return server.pid
    },
    async stop() {
      await server.stop()
      if (!options.dir) rmSync(dir, { recursive: true, force: true })
    },
    kill: () => server.kill(),
    async restart() {
      await server.stop()
      server = await run(dir, port, tlsPort)
    },
    freeze: () => server.freeze(),
    thaw: () => server.thaw(),
  }
}

async function seed(dir: string, options: SlapdOptions): Promise<void> {
  // What a start that was cut off left half written is begun again.
  for (const name of ['slapd.d', 'db']) {
    rmSync(join(dir, name), { recursive: true, force: true })
    mkdirSync(join(dir, name), { mode: 0o700 })
  }
  const slapadd = findProgram('slapadd') ?? 'slapadd'
  const load = async (database: number, ldif: string) => {
    writeFileSync(join(dir, 'seed.ldif'), ldif, { mode: 0o600 })
    await runCommand(slapadd, ['-q', '-n', String(database), '-F', 'slapd.d', '-l', 'seed.ldif'], { cwd: dir })
  }
  const noSync = options.noSync ?? false
  const names = { baseDn: acme.baseDn, adminDn, adminPasswordHash: hashPassword(adminPassword), serviceDn, noSync }
  await load(0, slapdConfig(names))
  const servicePasswordHash = hashPassword(servicePassword)
  await load(1, slapdData({ serviceDn, servicePasswordHash, extraPeople: options.extraPeople ?? 0 }))
  rmSync(join(dir, 'seed.ldif'))
  writeFileSync(join(dir, 'seeded'), '')
}

function run(dir: string, port: number, tlsPort: number): Promise<ServerProcess> {
  return startServerProcess({
    name: 'slapd',
    command: findProgram('slapd') ?? 'slapd',
    // -d keeps it in the foreground, as our child.
    args: ['-d', '0', '-F', 'slapd.d', '-h', `ldap://127.0.0.1:${port} ldaps://127.0.0.1:${tlsPort}`],
    cwd: dir,
    logFile: join(dir, 'slapd.log'),
    isReady: async () => (await answersLdap(port)) && (await answersTcp(tlsPort)),
    readyMsMax: 15_000,
  })
}
