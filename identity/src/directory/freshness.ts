import type { DirectoryRow } from './store/tables.ts'

const staleMs = 15 * 60_000

/** What freshness follows from. */
export type DirectoryFacts = Pick<DirectoryRow, 'kind' | 'sync' | 'last_sync_at'>

/** Whether a directory was read well not too long ago; one that lives in our own database always was. Pure. */
export function isDirectoryFresh(directory: DirectoryFacts, now: Date): boolean {
  if (directory.kind === 'built-in') return true
  if (directory.last_sync_at === null) return false
  const allowedMs = Math.max(staleMs, directory.sync.syncEverySeconds * 3000)
  return now.getTime() - directory.last_sync_at.getTime() <= allowedMs
}
