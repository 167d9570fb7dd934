import { mkdtempSync, readdirSync, readlinkSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What Linux keeps in memory; containers often give it no more than 64 MB. */
const memory = '/dev/shm'
const bytesMin = 2 * 1024 ** 3
/** From statfs(2). */
const tmpfs = 0x01021994

/**
 * A new temporary folder for whoever writes a lot that nobody wants back, such as a database of a test: in memory where
 * there is room for it, so that nothing waits for the disk, and among the other temporary folders where there is not.
 * It is gone when this process exits, also where a run is broken off: what is left in memory nobody else can use. Whoever
 * is killed cannot tidy up; the next one with the same prefix does it for them.
 */
export function makeQuickFolder(prefix: string, { preferred = memory } = {}): string {
  const parent = hasRoom(preferred) ? preferred : tmpdir()
  clearLeftovers(parent, prefix)
  const folder = mkdtempSync(join(parent, `${prefix}${process.pid}-${pidNamespace()}-`))
  process.once('exit', () => remove(folder))
  return folder
}

/** Folders whose name says that a process made them that is no more. */
function clearLeftovers(parent: string, prefix: string): void {
  for (const name of readdirSync(parent).filter((each) => each.startsWith(prefix))) {
    const [pid, namespace] = name.slice(prefix.length).split('-')
    if (/^\d+$/.test(pid ?? '') && namespace === pidNamespace() && !isAlive(Number(pid))) remove(join(parent, name))
  }
}

/** Containers may share a folder and not their processes: the same number is somebody else there. */
function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid').replaceAll(/\D/g, '')
  } catch {
    return '0'
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A server that works in it ends a moment after us, and writes until then. */
function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}

function hasRoom(folder: string): boolean {
  try {
    const { type, bavail, bsize } = statfsSync(folder)
    return type === tmpfs && bavail * bsize >= bytesMin
  } catch {
    return false
  }
}
