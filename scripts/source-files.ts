import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type SourceFile = {
  /** From the root of the clone, with `/`. */
  path: string
  /** Read when asked for. */
  text(): string
}

/** Folders that hold nothing we wrote. */
const skipped = new Set(['node_modules', '.git', '.sample', '.tmp', 'dist', 'data', 'pictures', 'target'])

/** Every file of the clone that is ours, in order of path. */
export function listSourceFiles(root: string): SourceFile[] {
  return walk(root, '')
    .sort()
    .map((path) => ({ path, text: () => readFileSync(join(root, path), 'utf8') }))
}

/** Written by programs; they are held to nothing but being up to date. */
export function isGenerated(path: string): boolean {
  if (path.startsWith('servicenow/app/src/fluent/generated/')) return true
  return path.endsWith('.gen.ts') || path.endsWith('package-lock.json') || path === 'contract/openapi.json'
}

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (skipped.has(entry.name) || entry.name.startsWith('.install-')) return []
    return entry.isDirectory() ? walk(root, path) : entry.isFile() ? [path] : []
  })
}
