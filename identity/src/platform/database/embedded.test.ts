import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client, Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { isAlive, processesIn } from './embedded-leftovers.ts'

const log = { debug() {}, info() {}, warn() {}, error() {} }
const program = fileURLToPath(new URL('./testing-service.ts', import.meta.url))
const isRoot = process.getuid?.() === 0

// Real servers start and are killed here, on machines that are busy with other tests too.
vi.setConfig({ testTimeout: 60_000 })

/** A data folder that a service has used before; making one takes a second or more. */
let cluster: string
let dataFolder: string
let servers: EmbeddedServer[]
let children: ChildProcess[]

beforeAll(async () => {
  cluster = mkdtempSync(join(tmpdir(), 'hallpass-pg-'))
  const server = await startEmbedded({ dataFolder: cluster, log })
  await server.stop()
})
afterAll(() => rmSync(cluster, { recursive: true, force: true }))

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'hallpass-pg-'))
  servers = []
  children = []
})
afterEach(async () => {
  for (const server of servers) await server.stop()
  for (const child of children) child.kill('SIGKILL')
  await expect.poll(() => processesIn(join(dataFolder, 'postgres')), { timeout: 10_000 }).toEqual([])
  rmSync(dataFolder, { recursive: true, force: true })
})

function useExistingData(): void {
  cpSync(cluster, dataFolder, { recursive: true })
}

async function start(more: Partial<Parameters<typeof startEmbedded>[0]> = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataFolder, log, ...more })
  servers.push(server)
  return server
}

type Told = { pid?: number; isJoined?: boolean; url?: string; error?: string }

async function startProcess(
  args: string[] = [],
  wrapper: string[] = [],
  env = {},
): Promise<{ child: ChildProcess; told: Told }> {
  const [command = '', ...rest] = [...wrapper, process.execPath, program, dataFolder, ...args]
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })
  children.push(child)
  const [line] = await once(child.stdout as NodeJS.EventEmitter, 'data')
  return { child, told: JSON.parse(String(line)) }
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

test('it listens on a private socket only, with checksums, in a locale that no library upgrade changes', async () => {
  useExistingData()
  const server = await start()
  const [facts] = await query(
    server.place.ownerUrl,
    `select current_setting('listen_addresses') as listen, current_setting('data_checksums') as checksums,
      current_setting('unix_socket_permissions') as socket, current_setting('fsync') as fsync,
      (select datlocprovider::text from pg_database where datname = 'hallpass') as locale`,
  )
  expect(facts).toEqual({ listen: '', checksums: 'on', socket: '0700', fsync: 'on', locale: 'b' })
  expect(statSync(join(dataFolder, 'postgres')).mode & 0o777).toBe(0o700)
  expect(tcpListenersOf(server.pid())).toEqual([])
})

test('the service logs in as a role that owns nothing', async () => {
  useExistingData()
  const server = await start()
  const [who] = await query(
    server.place.serviceUrl,
    'select current_user, rolsuper from pg_roles where rolname = current_user',
  )
  expect(who).toEqual({ current_user: 'hallpass_service', rolsuper: false })
})

test('killed -9 again and again under sixteen writers, it comes back and no acknowledged row is missing', async () => {
  useExistingData()
  const server = await start()
  await query(server.place.ownerUrl, 'create table written (n bigint primary key)')
  const pool = new Pool({ connectionString: server.place.ownerUrl, max: 16 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const acknowledged: number[] = []
  let next = 0
  let isOver = false
  const writers = Array.from({ length: 16 }, async () => {
    while (!isOver) {
      const n = ++next
      await pool.query('insert into written values ($1)', [n]).then(
        () => acknowledged.push(n),
        () => {},
      )
    }
  })
  for (let round = 0; round < 3; round++) {
    const before = acknowledged.length
    await expect.poll(() => acknowledged.length, { timeout: 15_000 }).toBeGreaterThan(before + 200)
    const pid = server.pid()
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => server.pid(), { timeout: 15_000 }).not.toBe(pid)
  }
  const before = acknowledged.length
  await expect.poll(() => acknowledged.length, { timeout: 15_000 }).toBeGreaterThan(before + 200)
  isOver = true
  await Promise.all(writers)
  await pool.end()
  const rows = await query(server.place.ownerUrl, 'select n from written')
  const there = new Set(rows.map((row) => Number(row.n)))
  expect(acknowledged.filter((n) => !there.has(n))).toEqual([])
})

test('when the service is killed -9 the server follows it, and the next service starts on the same data', async () => {
  useExistingData()
  const first = await startProcess()
  await query(first.told.url ?? '', 'create table kept (n integer)')
  first.child.kill('SIGKILL')
  await expect.poll(() => isAlive(first.told.pid ?? 0), { timeout: 10_000 }).toBe(false)
  const second = await startProcess()
  expect(await query(second.told.url ?? '', 'select count(*)::int as n from kept')).toEqual([{ n: 0 }])
})

test('service and server killed -9 together: the next service starts at once', async () => {
  useExistingData()
  const first = await startProcess()
  process.kill(first.told.pid ?? 0, 'SIGKILL')
  first.child.kill('SIGKILL')
  const second = await startProcess()
  expect(second.told.error).toBeUndefined()
})

test('stopped by SIGTERM, nothing stays behind', async () => {
  useExistingData()
  const { child, told } = await startProcess()
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(isAlive(told.pid ?? 0)).toBe(false)
  expect(existsSync(join(dataFolder, 'postgres', 'postmaster.pid'))).toBe(false)
})

test('a second service on the same data is refused in a sentence; a command joins it and leaves it running', async () => {
  useExistingData()
  const { child, told } = await startProcess()
  const second = await startProcess()
  expect(second.told.error).toContain(`already runs on ${dataFolder} (process ${child.pid})`)
  const joined = await start({ joinRunning: true })
  expect([joined.isJoined, joined.pid()]).toEqual([true, told.pid])
  await joined.stop()
  expect(isAlive(told.pid ?? 0)).toBe(true)
})

test('a service in another container on the same data is refused, and the first one is not disturbed', async () => {
  useExistingData()
  const first = await start()
  const container = newContainer()
  for (const args of [[], ['join']]) {
    const { told } = await startProcess(args, container)
    expect(told.error).toContain(`already runs on ${dataFolder}, in a container other than this one`)
  }
  expect(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8')).toMatch(new RegExp(`^${first.pid()}\\n`))
  expect(await query(first.place.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
})

/** Processes of its own, as a container has them: as root, else by what Linux lets everybody do unless it is told not to. */
function newContainer(): string[] {
  const asUser = isRoot ? [] : ['--user', '--map-current-user']
  const container = ['unshare', ...asUser, '--pid', '--ipc', '--fork', '--mount-proc', '--']
  const [program = '', ...rest] = [...container, 'true']
  try {
    execFileSync(program, rest, { stdio: 'pipe' })
    return container
  } catch (cause) {
    const advice = 'Run this test as root, or allow user namespaces (sysctl kernel.unprivileged_userns_clone=1).'
    throw new Error(`No container can be made here: ${String((cause as { stderr?: Buffer }).stderr)}${advice}`, {
      cause,
    })
  }
}

test('a pid file that names somebody else does not stop it', async () => {
  useExistingData()
  const server = await start()
  await server.stop()
  servers = []
  const lines = [process.pid, join(dataFolder, 'postgres'), 0, 5432, join(dataFolder, 'postgres'), '', '', 'ready']
  writeFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), `${lines.join('\n')}\n`)
  await start()
})

test('a first start that was interrupted is begun again', async () => {
  const draft = join(dataFolder, 'postgres.new')
  mkdirSync(draft)
  writeFileSync(join(draft, 'half'), 'written')
  await start()
})

test('data of another major version is refused in a sentence that says what to do', async () => {
  useExistingData()
  const server = await start()
  await server.stop()
  servers = []
  writeFileSync(join(dataFolder, 'postgres', 'PG_VERSION'), '15\n')
  await expect(start()).rejects.toThrow(/written by PostgreSQL 15 .* carries 18: make a backup/)
})

test('a data folder whose path is too long for a socket works all the same', async () => {
  const long = join(dataFolder, 'd'.repeat(60), 'e'.repeat(60))
  mkdirSync(long, { recursive: true })
  const server = await start({ dataFolder: long })
  expect(await query(server.place.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a data folder with a comma in its path works all the same', async () => {
  const server = await start({ dataFolder: join(dataFolder, 'Acme, Inc') })
  expect(await query(server.place.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
})

test.runIf(isRoot)('as root it works inside a folder that only root may enter', async () => {
  useExistingData()
  chmodSync(dataFolder, 0o700)
  const { told } = await startProcess()
  expect(told.error).toBeUndefined()
  expect(statSync(join(dataFolder, 'postgres')).uid).toBe(0)
})

test.runIf(isRoot)('without user namespaces root hands the server to nobody, whose data it then is', async () => {
  useExistingData()
  chmodSync(dataFolder, 0o755)
  const first = await startProcess([], [], { HALLPASS_PG_NO_USER_NAMESPACE: '1' })
  expect(first.told.error).toBeUndefined()
  expect(statSync(join(dataFolder, 'postgres')).uid).not.toBe(0)
  first.child.kill('SIGKILL')
  await expect.poll(() => isAlive(first.told.pid ?? 0), { timeout: 10_000 }).toBe(false)
  const second = await startProcess()
  expect(second.told.error).toBeUndefined()
})

test.runIf(isRoot)('as a normal user it works, and follows its service into death', async () => {
  const nobody = 65534
  chownSync(dataFolder, nobody, nobody)
  const { child, told } = await startProcess(
    [],
    ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--'],
  )
  expect(told.error).toBeUndefined()
  expect(statSync(join(dataFolder, 'postgres')).uid).toBe(nobody)
  child.kill('SIGKILL')
  await expect.poll(() => isAlive(told.pid ?? 0), { timeout: 10_000 }).toBe(false)
})

test.runIf(isRoot)("root works on another user's data as that user, who finds it as it was", async () => {
  useExistingData()
  execFileSync('chown', ['-R', '1:1', dataFolder])
  chmodSync(dataFolder, 0o700)
  const asDaemon = ['setpriv', '--reuid=1', '--regid=1', '--clear-groups', '--']
  const asRoot = await start()
  await query(asRoot.place.ownerUrl, 'create table kept (n integer)')
  await asRoot.stop()
  const strangers = execFileSync('find', [dataFolder, '-not', '-user', '1'], { encoding: 'utf8' })
  expect(strangers).toBe('')
  const { told } = await startProcess([], asDaemon)
  expect(told.error).toBeUndefined()
  expect(await query(told.url ?? '', 'select count(*)::int as n from kept')).toEqual([{ n: 0 }])
})

test.runIf(isRoot)("a cluster that root makes in another user's folder is that user's", async () => {
  chownSync(dataFolder, 1, 1)
  await (await start()).stop()
  expect(statSync(join(dataFolder, 'postgres')).uid).toBe(1)
  expect(statSync(join(dataFolder, 'postgres/PG_VERSION')).uid).toBe(1)
})

test.runIf(isRoot)(
  'a folder of a user number without a name, such as a volume of the host, works for root',
  async () => {
    chownSync(dataFolder, 12_345, 12_345)
    chmodSync(dataFolder, 0o755)
    const server = await start()
    expect(await query(server.place.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
  },
)

test.runIf(isRoot)('data that this user may not look at is no empty folder', async () => {
  useExistingData()
  chmodSync(dataFolder, 0o777)
  chmodSync(join(dataFolder, 'postgres'), 0o700)
  const asDaemon = ['setpriv', '--reuid=1', '--regid=1', '--clear-groups', '--']
  const { told } = await startProcess([], asDaemon)
  expect(told.error).toMatch(/may not look into .*run this as the user of the service, or as root/)
  expect(readdirSync(dataFolder)).toEqual(['postgres'])
})

test.runIf(isRoot)('a user without an entry in /etc/passwd is told to set DATABASE_URL', async () => {
  chownSync(dataFolder, 12_345, 12_345)
  const { told } = await startProcess([], ['setpriv', '--reuid=12345', '--regid=12345', '--clear-groups', '--'])
  expect(told.error).toMatch(/no entry in \/etc\/passwd.*DATABASE_URL/)
})

/** Inodes of listening TCP sockets that belong to a process. */
function tcpListenersOf(pid: number): string[] {
  const listening = ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A')
      .map((fields) => fields[9]),
  )
  return listening.filter((inode): inode is string => inode !== undefined && ownsSocket(pid, inode))
}

function ownsSocket(pid: number, inode: string): boolean {
  return readdirSync(`/proc/${pid}/fd`).some((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`) === `socket:[${inode}]`
    } catch {
      return false
    }
  })
}
