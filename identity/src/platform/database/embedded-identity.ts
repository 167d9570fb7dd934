import { execFileSync, type SpawnOptions } from 'node:child_process'
import { chownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'

/** How to start a program as a user PostgreSQL accepts (it refuses root), so that it dies with this process. */
export type ServerIdentity = {
  mode: 'self' | 'user_namespace' | 'setuid'
  wrap(program: string, args: string[]): [string, string[]]
  spawnOptions: Pick<SpawnOptions, 'uid' | 'gid'>
  /** Gives the folder to that user: one we have just made, or root's own that an earlier start used in another way. */
  adopt(folder: string): void
}

type Owner = { uid: number; gid: number }

/** Ask the kernel for SIGINT (fast shutdown) when the thread that started the server is gone, however it went. */
const dieWithParent = ['--pdeathsig', 'INT', '--']

/** `folder` is the data to be served, or where it will be made: what belongs to another user stays that user's. */
export function serverIdentity(folder: string): ServerIdentity {
  if (process.getuid?.() !== 0) return asOneself()
  const { uid, gid } = statSync(folder)
  // A number without a name, as on a volume of the host, cannot run PostgreSQL; root keeps the data then.
  if (uid !== 0 && passwdEntries().some((entry) => entry.uid === uid)) return asUser({ uid, gid })
  return canMakeUserNamespace() ? inUserNamespace() : asUser(passwdEntry('nobody'))
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
    adopt: (folder) => chownTree(folder, { uid: 0, gid: 0 }),
  }
}

/**
 * For root: the user whose data it is, so that the service, which runs as that user, finds it as it was; or `nobody`
 * where user namespaces are refused (some containers). Either must be able to reach the folder.
 */
function asUser(owner: Owner): ServerIdentity {
  return {
    mode: 'setuid',
    wrap: (program, args) => (hasSetpriv() ? ['setpriv', [...dieWithParent, program, ...args]] : [program, args]),
    spawnOptions: owner,
    adopt: (folder) => {
      chownTree(folder, owner)
      refuseClosedPath(dirname(folder), owner)
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

function passwdEntry(name: string): Owner {
  const found = passwdEntries().find((entry) => entry.name === name)
  if (found) return { uid: found.uid, gid: found.gid }
  throw new Error(`PostgreSQL refuses to run as root, and there is no user ${name}. Set DATABASE_URL.`)
}

function passwdEntries(): (Owner & { name: string })[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}

function chownTree(path: string, owner: Owner): void {
  const entry = lstatSync(path)
  if (entry.isDirectory()) for (const name of readdirSync(path)) chownTree(join(path, name), owner)
  if (entry.uid !== owner.uid || entry.gid !== owner.gid) chownSync(path, owner.uid, owner.gid)
}

function refuseClosedPath(folder: string, { uid, gid }: Owner): void {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    const entry = statSync(at)
    const enter = entry.uid === uid ? 0o100 : entry.gid === gid ? 0o010 : 0o001
    if ((entry.mode & enter) !== 0) continue
    throw new Error(
      `PostgreSQL refuses to run as root, and user number ${uid}, who runs it instead, cannot enter ${at}. Open that folder to the user, choose another data folder, or set DATABASE_URL.`,
    )
  }
}
