import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from './run-command.ts'

export const scimAppFolder = fileURLToPath(new URL('../scim-app', import.meta.url))

/**
 * Installs what the sample app needs, once, beside it. Its tree has needs of its own (peer dependencies that do not
 * agree), therefore it is no part of our workspaces. The folder appears in one rename: two test files that find it
 * missing at once do not disturb each other.
 */
export async function installScimApp(): Promise<void> {
  if (isInstalled()) return
  const workshop = mkdtempSync(join(scimAppFolder, '.install-'))
  try {
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
      copyFileSync(join(scimAppFolder, name), join(workshop, name))
    }
    await runCommand('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: workshop })
    writeFileSync(join(workshop, 'node_modules', stampName), lockHash())
    if (isInstalled()) return
    const target = join(scimAppFolder, 'node_modules')
    if (existsSync(target)) renameSync(target, join(workshop, 'outdated'))
    renameSync(join(workshop, 'node_modules'), target)
  } finally {
    rmSync(workshop, { recursive: true, force: true })
  }
}

const stampName = '.installed-from'

function isInstalled(): boolean {
  const stamp = join(scimAppFolder, 'node_modules', stampName)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()
}

function lockHash(): string {
  return createHash('sha256')
    .update(readFileSync(join(scimAppFolder, 'package-lock.json')))
    .digest('hex')
}
