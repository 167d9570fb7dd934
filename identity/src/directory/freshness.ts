import type { DirectoryRow } from './store/tables.ts'

const staleMs = 15 * 60_000
/** How far the clocks of nodes may differ. */
const aheadMs = 60_000

/** What freshness follows from. */
export type DirectoryFacts = Pick<DirectoryRow, 'kind' | 'sync' | 'last_sync_at' | 'paused_at'>

/**
 * Whether a directory was read well not too long ago; one that lives in our own database always was, and one that is
 * paused is not read any more. A time to come, from before
 * the clock was set back, says nothing about when that was. Pure.
 */
export function isDirectoryFresh(directory: DirectoryFacts, now: Date): boolean {
  if (directory.paused_at !== null) return false
  if (directory.kind === 'built-in') return true
  if (directory.last_sync_at === null) return false
  const allowedMs = Math.max(staleMs, directory.sync.syncEverySeconds * 3000)
  const agoMs = now.getTime() - directory.last_sync_at.getTime()
  return agoMs >= -aheadMs && agoMs <= allowedMs
}
