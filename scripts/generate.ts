import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allClientRoutes } from '@hallpass/contract/all-client-routes'
import { allRoutes } from '@hallpass/contract/all-routes'
import { buildOpenApi } from '@hallpass/contract/openapi'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { describeSettings } from '../identity/src/config.ts'

/**
 * `npm run generate` writes what follows from other files: the OpenAPI document from the contract, the portal's types
 * from that document, the table of settings from the settings. With `--check` nothing is written; a difference fails.
 */
const clone = join(dirname(fileURLToPath(import.meta.url)), '..')
const { version } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8')) as { version: string }
const openApi = buildOpenApi([...allRoutes, ...allClientRoutes], version)

const generated: Record<string, string> = {
  'contract/openapi.json': `${JSON.stringify(openApi, null, 2)}\n`,
  'portal/src/api/schema.gen.ts': await portalTypes(),
  'docs/settings.md': settingsPage(),
}

const isCheck = process.argv.includes('--check')
for (const [path, text] of Object.entries(generated)) {
  if (current(path) === text) continue
  if (isCheck) {
    console.log(`${path} is out of date: npm run generate`)
    process.exitCode = 1
    continue
  }
  writeFileSync(join(clone, path), text)
  console.log(`wrote ${path}`)
}

function current(path: string): string | null {
  try {
    return readFileSync(join(clone, path), 'utf8')
  } catch {
    return null
  }
}

async function portalTypes(): Promise<string> {
  // Through JSON, so that the portal sees exactly what any other client sees.
  const types = await openapiTypescript(JSON.stringify(openApi))
  return `// Written by "npm run generate" from contract/openapi.json.\n${astToString(types)}`
}

function settingsPage(): string {
  const rows = describeSettings().map(({ name, meaning, fallback, isSecret }) => {
    const value = fallback === null ? '–' : fallback === '' ? 'empty' : `\`${fallback}\``
    return `| \`${name}\` | ${cell(meaning)}${isSecret ? ' Secret.' : ''} | ${cell(value)} |`
  })
  return `# Settings

Read from the environment when the service starts. Every setting may also be given as \`NAME_FILE\`, the path of a file that
holds the value: the way to hand over secrets. All faults are reported at once, and the service does not start with any.

| Name | Meaning | When not given |
|---|---|---|
${rows.join('\n')}
`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
