/** Writes what the suite found into docs/app-connectors.md: one table, a row a case, a column a server. */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { ConformanceResult } from './conformance.ts'

const path = fileURLToPath(new URL('../../../../docs/app-connectors.md', import.meta.url))

const heading = `# App connectors: what holds where

Written by the conformance suite (\`identity/src/provisioning/connectors/conformance.ts\`) when it is green on every server
below. Do not edit: \`npm test\` fails when this page and the suite differ. *Better Auth* is a SCIM server that nobody here
wrote; *ServiceNow* is the simulator of an instance, by its Table API and by its SCIM; the others are ours and have one bad habit each. A dot means that the case holds; a word, that the server has no such thing.
`

/** The same results always write the same text; where it differs, continuous integration fails. */
export async function writeReport(results: readonly ConformanceResult[]): Promise<void> {
  const [first] = results
  const titles = [...(first?.cases.keys() ?? [])]
  const rows = titles.map((title) => {
    const cells = results.map(({ cases }) => (cases.get(title) === true ? '·' : `no ${cases.get(title)}`))
    return `| ${title.replaceAll('|', '\\\\|')} | ${cells.join(' | ')} |`
  })
  const table = [
    `| It holds that… | ${results.map((result) => result.target).join(' | ')} |`,
    `| --- |${results.map(() => ' --- |').join('')}`,
    ...rows,
  ].join('\n')
  const after = `${heading}\n${table}\n`
  if (after === (await readFile(path, 'utf8').catch(() => ''))) return
  if (process.env.CI) {
    throw new Error('docs/app-connectors.md is not what the suite says; run it here and commit the page.')
  }
  await writeFile(path, after)
}
