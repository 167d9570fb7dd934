import { execFileSync, type SpawnOptions } from 'node:child_process'
import { chownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'

/** How to start a program as a user PostgreSQL accepts (it refuses root), so that it dies with this process. */
export type ServerIdentity = {
  mode: 'self' | 'user_namespace' | 'setuid'
  wrap(program: string, args: string[]): [string, string[]]
  spawnOptions: Pick<SpawnOptions, 'uid' | 'gid'>
  /** Gives the data folder to that user when an earlier start used another way. */
  adopt(folder: string): void
}

/** Ask the kernel for SIGINT (fast shutdown) when the thread that started the server is gone, however it went. */
const dieWithParent = ['--pdeathsig', 'INT', '--']

export function serverIdentity(): ServerIdentity {
  if (process.getuid?.() !== 0) return asOneself()
  return canMakeUserNamespace() ? inUserNamespace() : asNobody()
}

function asOneself(): ServerIdentity {
  try {
    userInfo()
  } catch (cause) {
    throw new Error(
      `This process runs as user number ${process.getuid?.()}, which has no entry in /etc/passwd; PostgreSQL cannot start so. Add one, or set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    )
  }
  return {
    mode: 'self',
    wrap: (program, args) => (hasSetpriv() ? ['setpriv', [...dieWithParent, program, ...args]] : [program, args]),
    spawnOptions: {},
    adopt: () => {},
  }
}

/** The server sees an ordinary user while its files stay root's; so it works inside a folder only root may enter. */
function inUserNamespace(): ServerIdentity {
  const enter = ['--user', '--map-user=1', '--map-group=1', '--', 'setpriv', ...dieWithParent]
  return {
    mode: 'user_namespace',
    wrap: (program, args) => ['unshare', [...enter, program, ...args]],
    spawnOptions: {},
    adopt: (folder) => chownTree(folder, 0, 0),
  }
}

/** Where user namespaces are refused (some containers): the user `nobody`, who must be able to reach the folder. */
function asNobody(): ServerIdentity {
  const { uid, gid } = passwdEntry('nobody')
  return {
    mode: 'setuid',
    wrap: (program, args) => (hasSetpriv() ? ['setpriv', [...dieWithParent, program, ...args]] : [program, args]),
    spawnOptions: { uid, gid },
    adopt: (folder) => {
      chownTree(folder, uid, gid)
      refuseClosedPath(dirname(folder))
    },
  }
}

function canMakeUserNamespace(): boolean {
  if (process.env.HALLPASS_PG_NO_USER_NAMESPACE) return false
  return succeeds('unshare', ['--user', '--map-user=1', '--map-group=1', '--', 'setpriv', ...dieWithParent, 'true'])
}

let setprivThere: boolean | undefined
function hasSetpriv(): boolean {
  setprivThere ??= succeeds('setpriv', [...dieWithParent, 'true'])
  return setprivThere
}

function succeeds(program: string, args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore', cwd: '/' })
    return true
  } catch {
    return false
  }
}

function passwdEntry(name: string): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  if (!uid || !gid)
    throw new Error(`PostgreSQL refuses to run as root, and there is no user ${name}. Set DATABASE_URL.`)
  return { uid: Number(uid), gid: Number(gid) }
}

function chownTree(path: string, uid: number, gid: number): void {
  const entry = lstatSync(path)
  if (entry.isDirectory()) for (const name of readdirSync(path)) chownTree(join(path, name), uid, gid)
  if (entry.uid !== uid || entry.gid !== gid) chownSync(path, uid, gid)
}

function refuseClosedPath(folder: string): void {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    if ((statSync(at).mode & 0o001) !== 0) continue
    throw new Error(
      `PostgreSQL refuses to run as root and this machine has no user namespaces; the user nobody, who runs it instead, cannot enter ${at}. Choose another data folder, or set DATABASE_URL.`,
    )
  }
}
