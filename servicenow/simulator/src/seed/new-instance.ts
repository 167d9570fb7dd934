import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { movableClock } from '../store/clock.ts'
import { openRecords } from '../store/open-records.ts'
import { platformRules } from '../store/platform-rules.ts'
import { seedBaseSystem } from './base-system.ts'
import { seedCompany } from './company.ts'

/** How long an image of an earlier version is kept. */
const keptMs = 3_600_000

/** When everything a new instance brings was made, by its own account. */
const builtAt = new Date('2026-01-01T00:00:00Z')

/**
 * Puts a new instance at a path, with a company or without. Building one takes a while, so the result is kept in the
 * folder for temporary files, under a name that changes with this program, and copied the next time.
 */
export function placeNewInstance(dataFile: string, people: 'company' | 'none'): void {
  const kept = join(tmpdir(), `servicenow-simulator-${people}-${version()}.db`)
  if (!isOurs(kept)) build(kept, people)
  copyFileSync(kept, dataFile)
}

function build(path: string, people: 'company' | 'none'): void {
  const folder = mkdtempSync(join(tmpdir(), 'servicenow-simulator-'))
  const file = join(folder, 'instance.db')
  const records = openRecords({ file, clock: movableClock({ start: builtAt }) })
  for (const rules of platformRules) records.useRules(rules)
  seedBaseSystem(records)
  if (people === 'company') seedCompany(records)
  // The last to close a file writes its log into it, so that one file is all of it.
  records.close()
  renameSync(file, path)
  removeOlder(path, people)
  rmSync(folder, { recursive: true, force: true })
}

/** Those of earlier versions of this program go, once nobody starts from them any more. */
function removeOlder(path: string, people: string): void {
  for (const name of readdirSync(tmpdir())) {
    const other = join(tmpdir(), name)
    if (
      !name.startsWith(`servicenow-simulator-${people}-`) ||
      !name.endsWith('.db') ||
      other === path ||
      !isOurs(other)
    )
      continue
    if (Date.now() - statSync(other).mtimeMs > keptMs) rmSync(other, { force: true })
  }
}

/** A file that somebody else put there is not trusted. */
function isOurs(path: string): boolean {
  return existsSync(path) && statSync(path).uid === (process.getuid?.() ?? statSync(path).uid)
}

function version(): string {
  const folder = fileURLToPath(new URL('..', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ts|txt|jsonl)$/.test(name),
  )
  const hash = createHash('sha256')
  for (const name of files.sort()) {
    const { size, mtimeMs } = statSync(join(folder, name))
    hash.update(`${name} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}
