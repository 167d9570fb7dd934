import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cloneFolder } from './service-process.ts'

const portal = join(cloneFolder, 'portal')

/** Builds the portal when its sources are newer than what was built last. */
export async function buildPortal(): Promise<void> {
  if (newest(join(portal, 'dist')) > Math.max(newest(join(portal, 'src')), newest(join(portal, 'vite.config.ts'))))
    return
  const vite = join(cloneFolder, 'node_modules/vite/bin/vite.js')
  const result = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: portal, stdio: 'inherit' })
  if (result.status !== 0) throw new Error('The portal could not be built.')
}

function newest(path: string): number {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0)
}
