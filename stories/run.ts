import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPortal } from '../scripts/build-portal.ts'
import { isSambaLeftOut } from '../scripts/needs.ts'
import { startSampleCompany } from '../scripts/sample-company.ts'
import { startServiceNow } from '../scripts/servicenow-company.ts'
import { startChromium } from './browser.ts'
import { runStory, type Story, type StoryResult } from './story.ts'
import { linesWithSecrets } from './typed-secrets.ts'

/**
 * `npm run stories` runs all, `npm run story -- NAME …` those; each on a company and a browser of its own, one more at a time
 * than there are processors, as each of them waits now and then; never more than three. Closes with `N passed, N failed`.
 */
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const all = await loadStories()
const unknown = wanted.find((name) => !all.some((story) => story.name === name))
if (unknown !== undefined) throw new Error(`There is no story named ${unknown}.`)
const named = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const stories = named.filter((story) => !story.withWindows || !isSambaLeftOut())
for (const { name } of named.filter((story) => !stories.includes(story))) {
  console.log(`${name} is left out: Samba cannot run here.`)
}

await buildPortal()
const atOnce = Number(process.env.HALLPASS_STORIES_AT_ONCE ?? Math.min(3, availableParallelism() + 1))
const results: StoryResult[] = []
// The longest begin first, so that none is left to run alone at the end.
const waiting = stories.toSorted((a, b) => (b.seconds ?? 60) - (a.seconds ?? 60))
await Promise.all(Array.from({ length: Math.max(1, atOnce) }, takeTurns))

async function takeTurns(): Promise<void> {
  for (let story = waiting.shift(); story; story = waiting.shift()) {
    const begun = performance.now()
    const result = await inItsOwnCompany(story)
    const seconds = Math.round((performance.now() - begun) / 1000)
    console.log(`${story.name}: ${result.steps} steps in ${seconds} s`)
    if (result.failure) console.log(`${story.name} FAILED at ${result.failure}`)
    results.push(result)
  }
}

const failed = results.filter((result) => result.failure !== null).length
const resultPath = process.env.HALLPASS_STORIES_RESULT
if (resultPath) await writeFile(resultPath, JSON.stringify({ passed: results.length - failed, failed }))
console.log(`${results.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

async function inItsOwnCompany(story: Story): Promise<StoryResult> {
  const folder = mkdtempSync(join(tmpdir(), 'hallpass-story-'))
  const prepared = await story.prepare?.()
  const [company, chromium] = await Promise.all([
    startSampleCompany({ folder, withWindows: story.withWindows ?? false, environment: prepared?.environment ?? {} }),
    startChromium(),
  ])
  let servicenow: Awaited<ReturnType<typeof startServiceNow>> | null = null
  try {
    if (story.withServiceNow) servicenow = await startServiceNow(company, { folder })
    const told = await runStory(story, { company, servicenow, chromium })
    const [leak] = linesWithSecrets(company.logPath, chromium.secrets)
    console.log(`${story.name}: ${chromium.secrets.size} passwords and tokens looked for in the log`)
    const result = { ...told, failure: told.failure ?? leak ?? null }
    if (result.failure) console.log(`  the service's log is ${company.logPath}`)
    return result
  } finally {
    await chromium.close()
    await company.stop()
    await servicenow?.stop()
    await prepared?.stop()
    if (!process.env.HALLPASS_KEEP) rmSync(folder, { recursive: true, force: true })
  }
}

async function loadStories(): Promise<Story[]> {
  const folder = new URL('./', import.meta.url)
  const files = (await readdir(folder)).filter((name) => name.endsWith('.story.ts')).sort()
  return Promise.all(files.map(async (name) => ((await import(new URL(name, folder).href)) as { story: Story }).story))
}
