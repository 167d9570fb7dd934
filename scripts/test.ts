import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findNeeds, isSambaLeftOut } from './needs.ts'
import { cloneFolder } from './service-process.ts'

/**
 * `npm test`: what this machine needs, the checks, unit and conformance tests on real servers, the stories in a browser,
 * and beside them, as they wait more than they work, ten kills and four more in the middle of orders in ServiceNow. Every
 * part runs even when one before it failed; the last line is `N passed, N failed`.
 */
const results = mkdtempSync(join(tmpdir(), 'hallpass-results-'))
/** Node's own cache; it notices what has changed since. */
const compiled = join(cloneFolder, 'node_modules/.cache/hallpass/compiled')
const tally = { passed: 0, failed: 0 }

type Counts = { passed: number; failed: number }
type Part = { name: string; command: string[]; environment?: Record<string, string>; counts: (code: number) => Counts }

const node = (script: string, ...rest: string[]) => [process.execPath, join(cloneFolder, script), ...rest]
const resultFile = (name: string) => join(results, `${name}.json`)

const checks: Part = {
  name: 'checks',
  command: node('scripts/check.ts'),
  counts: (code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
}

const unit: Part = {
  name: 'unit and conformance',
  command: node(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${resultFile('vitest')}`,
  ),
  counts: () => vitestCounts(resultFile('vitest')),
}

const stories: Part = {
  name: 'stories',
  command: node('stories/run.ts'),
  environment: { HALLPASS_STORIES_RESULT: resultFile('stories') },
  counts: () => ownCounts(resultFile('stories')),
}

const kills: Part = {
  name: 'kills',
  command: node('scripts/kill.ts', '10'),
  environment: { HALLPASS_KILL_RESULT: resultFile('kills') },
  counts: () => ownCounts(resultFile('kills')),
}

const servicenowKills: Part = {
  name: 'kills with ServiceNow',
  command: node('scripts/kill-servicenow.ts', '4'),
  environment: { HALLPASS_KILL_RESULT: resultFile('kills-servicenow') },
  counts: () => ownCounts(resultFile('kills-servicenow')),
}

await meetNeeds()
await perform(checks)
await perform(unit)
await Promise.all([perform(stories), performQuietly(kills, servicenowKills)])
rmSync(results, { recursive: true, force: true })
console.log(`\n${tally.passed} passed, ${tally.failed} failed`)
process.exitCode = tally.failed > 0 ? 1 : 0

/** What is missing is said in a sentence, and counts as a failure. */
async function meetNeeds(): Promise<void> {
  try {
    await findNeeds({ install: process.env.CI === 'true' || process.getuid?.() === 0, isRequired: true })
  } catch (error) {
    console.log(`${error instanceof Error ? error.message : error}\n\n0 passed, 1 failed`)
    process.exit(1)
  }
}

async function perform(part: Part): Promise<void> {
  console.log(`\n— ${part.name}`)
  const startedAt = Date.now()
  count(part, await run(part, 'inherit'), startedAt)
}

/** One after the other beside something else; what each says is kept until it has ended. */
async function performQuietly(...parts: Part[]): Promise<void> {
  for (const part of parts) {
    const startedAt = Date.now()
    const said = resultFile(`${part.name} said`)
    const output = openSync(said, 'w')
    const code = await run(part, output)
    closeSync(output)
    console.log(`\n— ${part.name}\n${readFileSync(said, 'utf8').trimEnd()}`)
    count(part, code, startedAt)
  }
}

function count(part: Part, code: number, startedAt: number): void {
  const counts = part.counts(code)
  // A part that broke without counting a failure has failed all the same.
  const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed
  tally.passed += counts.passed
  tally.failed += failed
  console.log(`— ${part.name}: ${counts.passed} good, ${failed} bad, ${Math.round((Date.now() - startedAt) / 1000)} s`)
}

function run(part: Part, output: 'inherit' | number): Promise<number> {
  const [command = '', ...rest] = part.command
  const child = spawn(command, rest, {
    cwd: cloneFolder,
    stdio: ['ignore', output, output],
    // Hundreds of processes load the same code: what the first one compiled the others take as it is.
    env: { NODE_COMPILE_CACHE: compiled, ...process.env, ...part.environment },
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

function vitestCounts(path: string): Counts {
  const report = readJson<{
    numPassedTests: number
    numFailedTests: number
    numTotalTests: number
    numFailedTestSuites: number
  }>(path)
  if (!report) return { passed: 0, failed: 1 }
  const skipped = report.numTotalTests - report.numPassedTests - report.numFailedTests
  const leavesOut = isSambaLeftOut() && skipped > 0
  if (leavesOut) console.log(`${skipped} tests are left out, because Samba cannot run here.`)
  // Elsewhere a skipped test is a promise nobody checked, and a file that could not be loaded ran none of its tests.
  const unchecked = leavesOut ? 0 : skipped
  const broken = report.numFailedTests === 0 ? report.numFailedTestSuites : 0
  return { passed: report.numPassedTests, failed: report.numFailedTests + unchecked + broken }
}

function ownCounts(path: string): Counts {
  return readJson<Counts>(path) ?? { passed: 0, failed: 1 }
}

function readJson<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return null
  }
}
