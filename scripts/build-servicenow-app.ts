import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeReproducible, writeZip } from './pack-servicenow-app.ts'
import { cloneFolder } from './service-process.ts'

/**
 * Builds the app for ServiceNow with ServiceNow's own tool and packs it, so that the same sources give the same bytes.
 * Nothing of it needs a network, except the first `npm ci` in servicenow/app.
 *
 *   node scripts/build-servicenow-app.ts             build what is newer than the last zip
 *   node scripts/build-servicenow-app.ts --new-keys  after adding records: writes their sys_ids into keys.ts
 *   node scripts/build-servicenow-app.ts --accept    and take the listing of what was built as the one to hold
 */
const app = join(cloneFolder, 'servicenow/app')
const tool = join(app, 'node_modules/@servicenow/sdk/bin/index.js')
/** Listing of what a build gives, committed: a build that gives something else is noticed. */
export const acceptedInventory = join(app, 'package-inventory.csv')
/** Outside the app's own folder: its tool empties `dist` and `target` whenever it builds. */
const output = join(cloneFolder, '.tmp/servicenow-app')
const zip = join(output, 'hallpass-for-servicenow.zip')
const listing = join(output, 'package_inventory.csv')
const project = join(output, 'project')
const sources = ['src', 'package.json', 'package-lock.json', 'now.config.json'].map((name) => join(app, name))

export type BuiltApp = {
  readonly zip: string
  readonly inventory: string
  /** Where `now-sdk install` can be run: what was built, without its sources, and left alone by the next build. */
  readonly project: string
  readonly tool: string
}

/** @returns the packed app and the listing of its files by SHA-256; built only when a source is newer than the zip */
export async function buildServicenowApp({ newKeys = false } = {}): Promise<BuiltApp> {
  await withLock(async () => {
    if (!newKeys && newest(zip) > Math.max(...sources.map(newest))) return
    if (!existsSync(tool)) run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
    run(process.execPath, [tool, 'build', ...(newKeys ? [] : ['--frozenKeys'])])
    const { version } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8')) as { version: string }
    makeReproducible(join(app, 'dist/app'), version)
    copyFileSync(join(app, 'dist/app/package_inventory.csv'), listing)
    rmSync(project, { recursive: true, force: true })
    cpSync(join(app, 'dist/app'), join(project, 'dist/app'), { recursive: true })
    mkdirSync(join(project, 'src/fluent/generated'), { recursive: true })
    // The tool publishes the flows and actions that stand in the registry of keys.
    for (const name of ['now.config.json', 'package.json', 'src/fluent/generated/keys.ts'])
      copyFileSync(join(app, name), join(project, name))
    writeZip(join(app, 'dist/app'), zip)
  })
  return { zip, inventory: readFileSync(listing, 'utf8'), project, tool }
}

function run(command: string, args: readonly string[]): void {
  // NODE_ENV=test is what keeps the tool from reporting home.
  const env = { ...process.env, NODE_ENV: 'test', npm_config_update_notifier: 'false' }
  const result = spawnSync(command, args, { cwd: app, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (result.status !== 0)
    throw new Error(`The app for ServiceNow could not be built:\n${result.stdout}${result.stderr}`)
}

/** Two test files may want the zip at once; the second waits for the first, whose process id is in the lock. */
async function withLock(act: () => Promise<void>): Promise<void> {
  const lock = join(output, 'building')
  mkdirSync(output, { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch {
      if (!isAlive(Number(readFileSync(lock, { encoding: 'utf8', flag: 'a+' })))) rmSync(lock, { force: true })
      else await sleep(500)
    }
  }
  try {
    await act()
  } finally {
    rmSync(lock, { force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}

function newest(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0)
}

if (import.meta.main) {
  const built = await buildServicenowApp({ newKeys: process.argv.includes('--new-keys') })
  if (process.argv.includes('--accept')) {
    writeFileSync(acceptedInventory, built.inventory)
  }
  console.log(built.zip)
}
