import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type MovableClock, movableClock } from './clock.ts'
import { openRecords } from './open-records.ts'
import type { Records } from './records.ts'

/** Empty records of base tables in a folder of their own, for tests; the clock stands at 2026-03-02 09:00 UTC. */
export function openTestRecords(): { records: Records; clock: MovableClock; file: string; close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'))
  const file = join(folder, 'instance.db')
  const clock = movableClock({ start: new Date('2026-03-02T09:00:00Z') })
  const records = openRecords({ file, clock })
  return {
    records,
    clock,
    file,
    close: () => {
      records.close()
      rmSync(folder, { recursive: true })
    },
  }
}
