import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Capability, Case } from './stage.ts'

const path = fileURLToPath(new URL('../../../../../docs/connectors.md', import.meta.url))

const heading = `# Directory connectors: who can do what

Written by the conformance suite (\`identity/src/directory/connectors/conformance.ts\`); each part by a whole green run of
its connector against a real server. Do not edit: \`npm run check\` fails when this page and the suite differ.
`

/** Replaces this connector's part and leaves those of the others; the same run always writes the same text. */
export async function writeReport(run: {
  name: string
  capabilities: readonly Capability[]
  cases: readonly Case[]
}): Promise<void> {
  const before = await readFile(path, 'utf8').catch(() => '')
  const sections = before.split(/^(?=## )/m).slice(1)
  const parts = new Map(sections.map((text) => [/^## (.+)/.exec(text)?.[1] ?? '', text.trim()]))
  parts.set(run.name, section(run))
  const sorted = [...parts.entries()].sort(([one], [other]) => one.localeCompare(other, 'en'))
  const after = `${[heading.trim(), ...sorted.map(([, text]) => text)].join('\n\n')}\n`
  if (after === before) return
  if (process.env.CI) throw new Error('docs/connectors.md is not what the suite says; run it here and commit the page.')
  await writeFile(path, after)
}

function section(run: { name: string; capabilities: readonly Capability[]; cases: readonly Case[] }): string {
  const rows = run.cases.map((item) => {
    const missing = item.needs.filter((need) => !run.capabilities.includes(need))
    return `| ${item.title} | ${missing.length === 0 ? 'yes' : `has no ${missing.join(', ')}`} |`
  })
  const able = run.capabilities.length === 0 ? 'the core only' : [...run.capabilities].sort().join(', ')
  return [`## ${run.name}`, '', `Declares: ${able}.`, '', '| It holds that… | |', '| --- | --- |', ...rows].join('\n')
}
