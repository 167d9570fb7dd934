import { createHash, randomInt } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { acmeWindows } from './acme-windows.ts'
import { answersTls } from './answers-tls.ts'
import { makeCertificates } from './certificates.ts'
import { findProgram } from './find-program.ts'
import { isPortFree } from './free-port.ts'
import { tryCommand } from './run-command.ts'
import { baseDnOf, kerberosConfig, type SambaPlace, sambaConfig } from './samba-config.ts'
import { openSambaConsole, systemPython } from './samba-console.ts'
import { sambaData, serviceDn } from './samba-data.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

export type SambaOptions = {
  /** Where it lives. A folder that already holds a domain is started as it is; without one, a temporary folder is used and removed. */
  dir?: string
  /** A loopback address of its own, such as 127.0.0.53; without one, any that is free. */
  address?: string
  realm?: string
  domain?: string
  /** So many people beyond the cast: `person-000001`, … */
  extraPeople?: number
  /** How long the password before the present one still binds; Windows and Samba: 60. */
  oldPasswordMinutes?: number
  certificateHosts?: readonly string[]
}

/** A private Active Directory domain with one controller, holding Acme's people who work on Windows. */
export type Samba = {
  readonly host: string
  readonly port: 389
  readonly tlsPort: 636
  readonly kdcPort: 88
  readonly url: string
  readonly ldapsUrl: string
  readonly caFile: string
  readonly caPem: string
  readonly baseDn: string
  readonly realm: string
  readonly domain: string
  readonly serviceDn: string
  readonly servicePassword: string
  readonly adminDn: string
  readonly adminPassword: string
  /** For kinit and its relatives: KRB5_CONFIG. */
  readonly kerberosFile: string
  readonly configFile: string
  readonly dir: string
  readonly pid: number
  stop(): Promise<void>
  kill(): Promise<void>
  restart(): Promise<void>
}

const adminPassword = 'Acme-domain-admin-1'
const servicePassword = 'Hallpass-at-Acme-1'

/** What is missing for `startSamba` on this machine, as a sentence; null when nothing is. */
export function whySambaCannotRun(): string | null {
  if (!['samba', 'samba-tool', 'openssl'].every((name) => findProgram(name) !== null) || !existsSync(systemPython)) {
    return `The Active Directory counterpart is missing: apt-get install ${sambaPackages.join(' ')}`
  }
  // Its ports are below 1024 and its files have attributes that only root writes.
  if (process.getuid?.() !== 0) return 'The Active Directory counterpart runs as root only; run the tests as root.'
  return null
}

/** Whether tests may start one: says why not, and on the build server that is a failure. */
export function canRunSamba(): boolean {
  const lack = whySambaCannotRun()
  if (lack === null) return true
  if (process.env.CI === 'true') throw new Error(lack)
  console.warn(`${lack} Tests of Active Directory are left out.`)
  return false
}

const sambaPackages = [
  'samba',
  'samba-ad-dc',
  'samba-ad-provision',
  'samba-dsdb-modules',
  'samba-vfs-modules',
  'python3-samba',
  'openssl',
]

export async function startSamba(options: SambaOptions = {}): Promise<Samba> {
  const lack = whySambaCannotRun()
  if (lack !== null) throw new Error(lack)
  const dir = options.dir ? resolve(options.dir) : mkdtempSync(join(tmpdir(), 'hallpass-samba-'))
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const address = options.address ?? (await addressOf(dir))
  const place: SambaPlace = {
    dir,
    address,
    realm: options.realm ?? acmeWindows.realm,
    domain: options.domain ?? acmeWindows.domain,
    oldPasswordMinutes: options.oldPasswordMinutes ?? 60,
  }
  if (!existsSync(join(dir, 'provisioned'))) await takeTemplate(place, options.extraPeople ?? 0)
  writeConfig(place)
  const certificates = await makeCertificates(
    join(dir, 'tls'),
    options.certificateHosts ?? [address, '127.0.0.1', 'dc1.win.acme.example'],
  )
  let server: ServerProcess = await run(place)
  const baseDn = baseDnOf(place.realm)
  // Its own children hold the ports for a moment longer, and the next one would start without them.
  const end = async (signal: () => Promise<void>) => {
    await signal()
    while (!(await isAddressFree(address))) await sleep(20)
  }
  return {
    host: address,
    port: 389,
    tlsPort: 636,
    kdcPort: 88,
    url: `ldap://${address}:389`,
    ldapsUrl: `ldaps://${address}:636`,
    caFile: certificates.caFile,
    caPem: certificates.caPem,
    baseDn,
    realm: place.realm,
    domain: place.domain,
    serviceDn: serviceDn(baseDn),
    servicePassword,
    adminDn: `CN=Administrator,CN=Users,${baseDn}`,
    adminPassword,
    kerberosFile: join(dir, 'krb5.conf'),
    configFile: join(dir, 'smb.conf'),
    dir,
    get pid() {
      return server.pid
    },
    async stop() {
      await end(() => server.stop())
      // Its own children write for a moment longer.
      if (!options.dir) rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
    },
    kill: () => end(() => server.kill()),
    async restart() {
      await end(() => server.stop())
      server = await run(place)
    },
  }
}

/**
 * Making a domain takes seconds, copying one a moment. Nothing in its database knows where it lives, so that one made
 * with the same software and the same data is kept in the temporary folder and copied.
 */
async function takeTemplate(place: SambaPlace, extraPeople: number): Promise<void> {
  const sources = ['samba.ts', 'samba-data.ts', 'samba-console.py', 'acme-windows.ts'].map((name) =>
    readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8'),
  )
  const { stdout: version } = await tryCommand(findProgram('samba') ?? 'samba', ['--version'])
  const key = createHash('sha256')
    .update(JSON.stringify([version, sources, place.realm, place.domain, extraPeople]))
    .digest('hex')
    .slice(0, 16)
  const template = join(tmpdir(), `hallpass-samba-template-${key}`)
  if (!existsSync(join(template, 'provisioned'))) {
    const made = mkdtempSync(join(tmpdir(), 'hallpass-samba-'))
    await provision({ ...place, dir: made }, extraPeople)
    try {
      renameSync(made, template)
    } catch {
      // Somebody else was faster; theirs is as good.
      rmSync(made, { recursive: true, force: true })
    }
  }
  cpSync(template, place.dir, { recursive: true, preserveTimestamps: true })
}

async function provision(place: SambaPlace, extraPeople: number): Promise<void> {
  const { dir, realm, domain, address } = place
  const made = await tryCommand('samba-tool', [
    ...['domain', 'provision', '--configfile=/dev/null', `--targetdir=${dir}`, '--server-role=dc'],
    ...[`--realm=${realm}`, `--domain=${domain}`, '--host-name=dc1', `--host-ip=${address}`, '--dns-backend=NONE'],
    ...[`--adminpass=${adminPassword}`, '--option=ldb:nosync=true'],
  ])
  if (made.code !== 0) throw new Error(`The domain could not be made: ${(made.stderr || made.stdout).slice(-1500)}`)
  writeConfig(place)
  const console = openSambaConsole(join(dir, 'smb.conf'))
  try {
    const baseDn = baseDnOf(realm)
    for (const changes of sambaData({ baseDn, realm, servicePassword, extraPeople })) await console.runAll(changes)
  } finally {
    await console.close()
  }
  writeFileSync(join(dir, 'provisioned'), '')
}

function writeConfig(place: SambaPlace): void {
  const inside = (name: string) => join(place.dir, name)
  for (const name of ['cache', 'lock', 'log', 'run/ncalrpc', 'state']) mkdirSync(inside(name), { recursive: true })
  writeFileSync(inside('smb.conf'), sambaConfig(place))
  writeFileSync(inside('krb5.conf'), kerberosConfig(place))
}

function run({ dir, address }: SambaPlace): Promise<ServerProcess> {
  return startServerProcess({
    name: 'samba',
    command: findProgram('samba') ?? 'samba',
    // In the foreground, as our child: its own children end with it.
    args: ['--foreground', '--no-process-group', '-M', 'prefork', '--configfile', join(dir, 'smb.conf')],
    cwd: dir,
    logFile: join(dir, 'log', 'samba.log'),
    isReady: () => answersTls(address, 636),
    readyMsMax: 60_000,
  })
}

/** A domain keeps its address over restarts where it can. */
async function addressOf(dir: string): Promise<string> {
  const file = join(dir, 'address')
  const kept = existsSync(file) ? readFileSync(file, 'utf8') : null
  const address = kept !== null && (await isAddressFree(kept)) ? kept : await freeAddress()
  writeFileSync(file, address)
  return address
}

/** The ports that Samba opens; somebody else on one of them is somebody else on this address. */
const ports = [88, 389, 636]

async function freeAddress(): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const address = `127.${randomInt(20, 250)}.${randomInt(1, 250)}.${randomInt(2, 250)}`
    if (await isAddressFree(address)) return address
  }
  throw new Error('No free loopback address was found in 100 tries.')
}

async function isAddressFree(address: string): Promise<boolean> {
  const free = await Promise.all(ports.map((port) => isPortFree(port, address)))
  return free.every(Boolean)
}
