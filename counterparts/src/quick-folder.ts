import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
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
 * It is gone when this process exits, also where a run is broken off: what is left in memory nobody else can use.
 */
export function makeQuickFolder(prefix: string, { preferred = memory } = {}): string {
  const folder = mkdtempSync(join(hasRoom(preferred) ? preferred : tmpdir(), prefix))
  // A server that works in it ends a moment after us, and writes until then.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }))
  return folder
}

function hasRoom(folder: string): boolean {
  try {
    const { type, bavail, bsize } = statfsSync(folder)
    return type === tmpfs && bavail * bsize >= bytesMin
  } catch {
    return false
  }
}
