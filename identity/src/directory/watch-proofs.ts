import type { Jobs } from '../platform/jobs/jobs.ts'
import type { SliceDeps } from './deps.ts'
import { allDirectories, noteSync } from './store/directories.ts'
import type { DirectoryRow } from './store/tables.ts'

/**
 * What tells a present password from the one before (Kerberos of a domain) is needed for an hour after somebody's password
 * was set elsewhere, and seen nowhere else when it falls silent: reading goes on. So it is asked by itself, and what it
 * does not answer stands at the directory.
 */
export async function watchProofs(deps: SliceDeps, now: Date): Promise<void> {
  const asked = (await allDirectories(deps.db)).filter(({ paused_at }) => paused_at === null)
  await Promise.all(asked.map((directory) => watch(deps, directory, now)))
}

export function scheduleProofWatch(deps: SliceDeps, jobs: Pick<Jobs, 'schedule'>): void {
  jobs.schedule({ name: 'directory.watch-proofs', everySeconds: 60, run: (now) => watchProofs(deps, now) })
}

async function watch(deps: SliceDeps, directory: DirectoryRow, now: Date): Promise<void> {
  let warning: string | null
  try {
    const { proofs } = deps.connectors.of(directory)
    warning = (await proofs?.silence?.()) ?? null
  } catch {
    // The directory itself does not answer, which its reading says.
    return
  }
  if (warning === directory.warning) return
  const since = warning === null ? null : (directory.warned_at ?? now)
  await deps.db.transaction((tx) => noteSync(tx, directory.id, { warning, warned_at: since }))
  const about = { directoryId: directory.id }
  if (warning === null) deps.log.info(about, 'all of a directory answers again')
  else deps.log.warn({ ...about, warning }, 'a part of a directory does not answer')
}
