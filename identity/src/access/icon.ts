import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type Icon = { svg: string; tag: string }
export type Icons = {
  readonly slugs: ReadonlySet<string>
  /** The icon in its brand colour; null when there is none of this slug. */
  get(slug: string): Promise<Icon | null>
}

/** Where an icon is on our own origin; null shows as a monogram. */
export function iconPath(slug: string | null): string | null {
  return slug === null ? null : `/icons/${slug}.svg`
}

/**
 * Icons of the simple-icons package. In memory are the slugs and colours; a file is read when asked for, and browsers keep it.
 * A slug reaches the file system only when the package's own list has it, so no path can be made from one.
 */
export function openIcons(): Icons {
  const root = dirname(createRequire(import.meta.url).resolve('simple-icons'))
  const colours = readColours(join(root, 'data', 'simple-icons.json'))
  const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
  return {
    slugs: new Set(colours.keys()),
    async get(slug) {
      const colour = colours.get(slug)
      if (colour === undefined) return null
      const plain = await readFile(join(root, 'icons', `${slug}.svg`), 'utf8')
      return { svg: plain.replace('<svg ', `<svg fill="#${colour}" `), tag: `"${version}-${slug}"` }
    },
  }
}

function readColours(file: string): Map<string, string> {
  const rows = JSON.parse(readFileSync(file, 'utf8')) as { slug: string; hex: string }[]
  return new Map(rows.flatMap(({ slug, hex }) => (/^[0-9A-F]{6}$/i.test(hex) ? [[slug, hex] as const] : [])))
}
