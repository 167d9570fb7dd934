import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tryCommand } from '@hallpass/counterparts/run-command'
import { checkDependencies } from './dependencies.ts'
import { allLints } from './lints/all-lints.ts'
import { isGenerated, listSourceFiles } from './source-files.ts'

/**
 * `npm run check`: everything that can be said about the code without running it, one line each, in under a minute.
 * With names as arguments only those: `npm run check -- types lints`.
 */
const clone = join(dirname(fileURLToPath(import.meta.url)), '..')

type Outcome = { isGood: boolean; summary: string; details: string }
type Check = { name: string; run(): Promise<Outcome> }

const checks: Check[] = [
  { name: 'types', run: () => types('.', 'service') },
  { name: 'types of the portal', run: () => types('portal', 'portal') },
  { name: 'types of the app', run: () => types('servicenow/app', 'servicenow-app') },
  {
    name: 'format and lint',
    run: () => tool('@biomejs/biome/bin/biome', ['ci', '--colors=off', '--max-diagnostics=50']),
  },
  { name: 'dependencies', run: dependencies },
  { name: 'unused code', run: () => tool('knip/bin/knip.js', ['--no-progress']) },
  { name: 'generated files', run: () => script('generate.ts', '--check') },
  { name: 'lints', run: lints },
]

const asked = process.argv.slice(2)
const chosen = asked.length > 0 ? checks.filter(({ name }) => asked.some((one) => name.startsWith(one))) : checks
const startedAt = Date.now()
const outcomes = await twoAtATime(chosen)
const failed = outcomes.filter(({ isGood }) => !isGood)
console.log(
  `${failed.length === 0 ? 'All checks are good' : `${failed.length} of ${outcomes.length} checks failed`}, ${seconds(startedAt)}`,
)
process.exitCode = failed.length > 0 ? 1 : 0

/** The tools keep one core busy each; more at once would only make each slower. */
async function twoAtATime(queue: readonly Check[]): Promise<Outcome[]> {
  const waiting = [...queue]
  const results: Outcome[] = []
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await report(check))
  }
  await Promise.all([work(), work()])
  return results
}

async function report(check: Check): Promise<Outcome> {
  const from = Date.now()
  const outcome = await check.run()
  console.log(
    `${outcome.isGood ? 'ok  ' : 'BAD '} ${check.name.padEnd(20)} ${outcome.summary.padEnd(36)} ${seconds(from)}`,
  )
  if (!outcome.isGood) console.log(outcome.details.trimEnd().replace(/^/gm, '     '))
  return outcome
}

async function dependencies(): Promise<Outcome> {
  const { modules, faults } = await checkDependencies(clone)
  return { isGood: faults.length === 0, summary: `${modules} modules read`, details: faults.join('\n') }
}

async function lints(): Promise<Outcome> {
  const files = listSourceFiles(clone)
  const faults = Object.entries(allLints).flatMap(([name, lint]) =>
    lint(files).map(({ path, line, message }) => `${path}${line ? `:${line}` : ''} (${name}) ${message}`),
  )
  const ours = files.filter(({ path }) => !isGenerated(path)).length
  return {
    isGood: faults.length === 0,
    summary: `${Object.keys(allLints).length} rules, ${ours} files`,
    details: faults.join('\n'),
  }
}

/** What was found out last time is kept, so that only what changed is looked at again. */
function types(project: string, name: string): Promise<Outcome> {
  const kept = join('node_modules', '.cache', 'hallpass', `${name}.tsbuildinfo`)
  const args = ['-p', project, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', kept]
  return tool('typescript/bin/tsc', args)
}

function script(name: string, ...args: string[]): Promise<Outcome> {
  return run([join('scripts', name), ...args])
}

function tool(path: string, args: string[]): Promise<Outcome> {
  return run([join('node_modules', path), ...args])
}

async function run(args: string[]): Promise<Outcome> {
  const result = await tryCommand(process.execPath, args, { cwd: clone })
  return { isGood: result.code === 0, summary: '', details: `${result.stdout}${result.stderr}` }
}

function seconds(from: number): string {
  return `${((Date.now() - from) / 1000).toFixed(1)} s`
}
