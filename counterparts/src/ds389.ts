import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { acme } from './acme.ts'
import { type Certificates, makeCertificates } from './certificates.ts'
import { ds389Config, ds389TemplateFolder } from './ds389-config.ts'
import { ds389Data } from './ds389-data.ts'
import { findProgram } from './find-program.ts'
import { keepPorts, type Ports } from './keep-ports.ts'
import { answersLdap, answersTcp } from './ldap-answers.ts'
import { runCommand } from './run-command.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'
import { hashPassword } from './slapd-data.ts'

export type Ds389Options = {
  /** Where it lives. A folder that already holds a directory is started as it is; without one, a temporary folder is used and removed. */
  dir?: string
  port?: number
  tlsPort?: number
  /** So many people beyond the cast: `person-000001`, … */
  extraPeople?: number
}

/** A private 389 Directory Server holding Acme's people, under the same names as the private OpenLDAP. */
export type Ds389 = {
  readonly url: string
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
  stop(): Promise<void>
  restart(): Promise<void>
  freeze(): void
  thaw(): void
}

const adminDn = 'cn=Directory Manager'
const adminPassword = 'acme-directory-admin-1'
const serviceDn = `uid=hallpass,ou=services,${acme.baseDn}`
const servicePassword = 'hallpass-at-acme-1'

/** Whether this machine has what `startDs389` runs: 389-ds-base with the certificate tools it comes with. */
export function isDs389Installed(): boolean {
  return ['ns-slapd', 'certutil', 'pk12util', 'openssl', 'ldapmodify'].every((name) => findProgram(name) !== null)
}

export async function startDs389(options: Ds389Options = {}): Promise<Ds389> {
  if (!isDs389Installed() || !existsSync(ds389TemplateFolder)) {
    throw new Error('389 Directory Server is missing: apt-get install 389-ds-base libnss3-tools ldap-utils openssl')
  }
  const dir = options.dir ? resolve(options.dir) : mkdtempSync(join(tmpdir(), 'hallpass-ds389-'))
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const certificates = await makeCertificates(join(dir, 'tls'), ['localhost', '127.0.0.1'])
  const ports = await keepPorts(dir, options)
  if (!existsSync(join(dir, 'seeded'))) await seed(dir, ports, certificates, options.extraPeople ?? 0)
  let server = await run(dir, ports)
  return {
    url: `ldap://127.0.0.1:${ports.port}`,
    ...ports,
    caFile: certificates.caFile,
    caPem: certificates.caPem,
    baseDn: acme.baseDn,
    serviceDn,
    servicePassword,
    adminDn,
    adminPassword,
    dir,
    async stop() {
      await server.stop()
      if (!options.dir) rmSync(dir, { recursive: true, force: true })
    },
    async restart() {
      await server.stop()
      server = await run(dir, ports)
    },
    freeze: () => server.freeze(),
    thaw: () => server.thaw(),
  }
}

async function seed(dir: string, ports: Ports, certificates: Certificates, extraPeople: number): Promise<void> {
  // What a start that was cut off left half written is begun again.
  for (const name of ['config', 'lock', 'tmp', 'ldif', 'bak', 'run', 'log', 'db']) {
    rmSync(join(dir, name), { recursive: true, force: true })
    mkdirSync(join(dir, name), { mode: 0o700 })
  }
  writeSideFiles(join(dir, 'config'))
  const names = { dir, ...ports, user: userInfo().username, baseDn: acme.baseDn, adminDn, serviceDn }
  const config = ds389Config({ ...names, adminPasswordHash: hashPassword(adminPassword) })
  writeFileSync(join(dir, 'config', 'dse.ldif'), config, { mode: 0o600 })
  await keepCertificates(dir, certificates)
  const data = join(dir, 'ldif', 'seed.ldif')
  writeFileSync(data, ds389Data({ serviceDn, servicePasswordHash: hashPassword(servicePassword), extraPeople }))
  const program = findProgram('ns-slapd') ?? 'ns-slapd'
  await runCommand(program, ['ldif2db', '-D', join(dir, 'config'), '-n', 'userRoot', '-i', data])
  rmSync(data)
  writeFileSync(join(dir, 'seeded'), '')
}

/** What the server wants beside its settings. Debian's own copies are for its own user to read, so these are ours, at their shortest. */
function writeSideFiles(folder: string): void {
  mkdirSync(join(folder, 'schema'))
  writeFileSync(join(folder, 'schema', '99user.ldif'), 'dn: cn=schema\n')
  writeFileSync(join(folder, 'certmap.conf'), 'certmap default default\n')
  writeFileSync(join(folder, 'slapd-collations.conf'), 'collation "" "" "" 1 3 2.16.840.1.113730.3.3.2.0.1 default\n')
}

/** The server takes its certificate from a database of its own kind (NSS), by the name that its configuration says. */
async function keepCertificates(dir: string, certificates: Certificates): Promise<void> {
  const bundle = join(dir, 'tls', 'server.p12')
  const { keyFile, certificateFile, caFile } = certificates
  await runCommand('openssl', [
    ...['pkcs12', '-export', '-inkey', keyFile, '-in', certificateFile, '-certfile', caFile],
    ...['-name', 'Server-Cert', '-passout', 'pass:unused', '-out', bundle],
  ])
  const store = `sql:${join(dir, 'config')}`
  await runCommand('certutil', ['-N', '-d', store, '--empty-password'])
  await runCommand('pk12util', ['-i', bundle, '-d', store, '-W', 'unused', '-K', ''])
  rmSync(bundle)
}

function run(dir: string, { port, tlsPort }: Ports): Promise<ServerProcess> {
  // One that was killed leaves its mark behind and would be taken for running.
  rmSync(join(dir, 'run', 'pid'), { force: true })
  return startServerProcess({
    name: 'ns-slapd',
    command: findProgram('ns-slapd') ?? 'ns-slapd',
    // -d keeps it in the foreground, as our child.
    args: ['-D', join(dir, 'config'), '-i', join(dir, 'run', 'pid'), '-d', '0'],
    cwd: dir,
    logFile: join(dir, 'ns-slapd.log'),
    isReady: async () => (await answersLdap(port)) && (await answersTcp(tlsPort)),
    readyMsMax: 30_000,
  })
}
