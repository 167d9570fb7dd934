import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'

export type Package = {
  /** By path without a leading slash: `update/sys_script_….xml`. */
  files: ReadonlyMap<string, Uint8Array>
  /** The head of package_inventory.csv: build, appVersion, type. */
  head: Readonly<Record<string, string>>
}

/** A package that cannot be installed, and why, for the progress the installing tool shows. */
export class BadPackage extends Error {
  override readonly name = 'BadPackage'
}

const inventoryName = 'package_inventory.csv'

/** Opens a packed app and holds every file against the inventory's SHA-256. @throws BadPackage */
export function readPackage(zip: Uint8Array): Package {
  const files = new Map<string, Uint8Array>()
  try {
    for (const [path, bytes] of Object.entries(unzipSync(zip)))
      if (!path.endsWith('/')) files.set(path.replace(/^\/+/, ''), bytes)
  } catch (error) {
    throw new BadPackage('The package is not a zip file.', { cause: error })
  }
  const inventory = files.get(inventoryName)
  if (!inventory) throw new BadPackage(`The package has no ${inventoryName}.`)
  const head: Record<string, string> = {}
  const hashes = new Map<string, string>()
  for (const line of Buffer.from(inventory).toString('utf8').split(/\r?\n/)) {
    const meta = /^#([^=]+)=(.*)$/.exec(line)
    if (meta?.[1]) head[meta[1]] = meta[2] ?? ''
    const [path, hash] = line.split(';')
    if (!meta && path && hash) hashes.set(path.replace(/^\/+/, ''), hash.trim().toLowerCase())
  }
  for (const [path, hash] of hashes) {
    const bytes = files.get(path)
    if (!bytes) throw new BadPackage(`The inventory names ${path}, which is not in the package.`)
    if (createHash('sha256').update(bytes).digest('hex') !== hash)
      throw new BadPackage(`${path} is not what the inventory says it is.`)
  }
  for (const path of files.keys())
    if (path.endsWith('.xml') && !hashes.has(path)) throw new BadPackage(`${path} is not in the inventory.`)
  return { files, head }
}
