import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildPortal } from '../scripts/build-portal.ts'
import { startSampleCompany } from '../scripts/sample-company.ts'
import { startServiceNow } from '../scripts/servicenow-company.ts'
import { startChromium } from './browser.ts'
import { runStory, type Story, type StoryResult } from './story.ts'

/** `npm run stories` runs all, `npm run story -- NAME` one; each on a company of its own. Closes with `N passed, N failed`. */
const [wanted] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const stories = (await loadStories()).filter((story) => wanted === undefined || story.name === wanted)
if (stories.length === 0) throw new Error(`There is no story named ${wanted}.`)

await buildPortal()
const results: StoryResult[] = []
for (const story of stories) {
  console.log(story.name)
  const begun = performance.now()
  const result = await inItsOwnCompany(story)
  console.log(`  ${result.steps} steps in ${Math.round((performance.now() - begun) / 1000)} s`)
  results.push(result)
  if (result.failure) console.log(`  FAILED at ${result.failure}`)
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
    const result = await runStory(story, { company, servicenow, chromium })
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
