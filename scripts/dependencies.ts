import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { isGenerated, listSourceFiles } from './source-files.ts'

export type DependencyReport = {
  /** Our modules that were read. */
  modules: number
  /** One sentence each. */
  faults: string[]
}

const folders = [
  'bench',
  'catalog',
  'contract',
  'counterparts',
  'identity',
  'portal',
  'scripts',
  'servicenow',
  'stories',
]

/**
 * Holds the tree in `root` against the rules of `.dependency-cruiser.cjs`. A module that should have been read and was
 * not is a fault too: with a TypeScript it does not know, dependency-cruiser reads nothing and reports no violation.
 */
export async function checkDependencies(root: string, rulesRoot = root): Promise<DependencyReport> {
  const require = createRequire(import.meta.url)
  const { forbidden, options } = require(join(rulesRoot, '.dependency-cruiser.cjs'))
  const present = new Set(listSourceFiles(root).map((file) => file.path))
  const sources = [...present].filter(isOurModule)
  const { tsConfig: _, ...cruiseOptions } = options
  const result = await cruise(
    folders.filter((folder) => sources.some((path) => path.startsWith(`${folder}/`))),
    { ...cruiseOptions, baseDir: root, validate: true, ruleSet: { forbidden } } as ICruiseOptions,
  )
  const { summary, modules } = result.output as ICruiseResult
  const read = new Set(modules.filter((module) => !module.coreModule).map((module) => module.source))
  const unread = sources.filter((path) => !read.has(path))
  return {
    modules: sources.length - unread.length,
    faults: [
      ...summary.violations.map(({ from, to, rule, cycle }) => {
        const comment = forbidden.find((one: { name: string }) => one.name === rule.name)?.comment
        const round = cycle ? ` The way round: ${cycle.map(({ name }) => name).join(' → ')}.` : ''
        return `${from} → ${to}: ${rule.name}. ${comment}${round}`
      }),
      ...unread.map((path) => `${path} was not read.`),
    ],
  }
}

function isOurModule(path: string): boolean {
  // What ServiceNow's own tool builds is resolved by that tool, in a package of its own.
  if (/^(counterparts\/scim-app|servicenow\/app\/src\/fluent)\//.test(path) || isGenerated(path)) return false
  return folders.some((folder) => path.startsWith(`${folder}/`)) && /\.tsx?$/.test(path)
}
