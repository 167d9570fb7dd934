import type { Lint } from './fault.ts'

/** Licences whose terms an Apache-2.0 product can keep by naming them. */
const allowed = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'PostgreSQL'],
  ...['Unlicense', 'CC0-1.0', 'Python-2.0', 'Zlib'],
])

/** What is shipped: the service and all it serves. Tests and tools are not. */
const shipped = ['identity', 'contract', 'catalog', 'portal', 'servicenow/client', '']

type LockedPackage = {
  license?: string
  link?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
}

/** Every package that ships with Hallpass has a licence of the list: no GPL, no AGPL, no "source available". */
export const licences: Lint = (files) => {
  const lock = files.find(({ path }) => path === 'package-lock.json')
  if (!lock) return [{ path: 'package-lock.json', message: 'There is no lockfile.' }]
  const packages: Record<string, LockedPackage> = JSON.parse(lock.text()).packages
  return [...shippedPackages(packages)]
    .filter((place) => !isAllowed(packages[place]?.license))
    .map((place) => ({
      path: 'package-lock.json',
      message: `${place.split('node_modules/').at(-1)} is under ${packages[place]?.license ?? 'no licence'}, which is not on our list.`,
    }))
}

function shippedPackages(packages: Record<string, LockedPackage>): Set<string> {
  const reached = new Set<string>()
  const open = shipped.filter((place) => packages[place])
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { dependencies, optionalDependencies, peerDependencies } = packages[place] ?? {}
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const found = resolve(packages, place, name)
      if (found === null || reached.has(found)) continue
      reached.add(found)
      open.push(found)
    }
  }
  return reached
}

/** Finds a package as Node does: beside the one that asks, then one folder up after the other. Our own are links and left out. */
function resolve(packages: Record<string, LockedPackage>, from: string, name: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const place = `${folder ? `${folder}/` : ''}node_modules/${name}`
    const found = packages[place]
    if (found) return found.link ? null : place
    if (folder === '') return null
  }
}

/** An SPDX expression: of an OR one side is enough, of an AND both are needed. */
function isAllowed(license: string | undefined): boolean {
  if (!license) return false
  return license
    .replace(/[()]/g, '')
    .split(/ OR /i)
    .some((side) => side.split(/ AND /i).every((one) => allowed.has(one.trim())))
}
