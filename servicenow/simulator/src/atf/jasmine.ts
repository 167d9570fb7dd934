/** Enough of Jasmine for "Run Server Side Script" steps: suites, specs and the usual matchers. What it lacks is an error. */
import { isDeepStrictEqual } from 'node:util'

export type SpecResult = { name: string; problems: string[] }

type Hook = () => unknown
type Suite = { name: string; before: Hook[]; after: Hook[] }

/** The globals a script sees; `results` fills when the script calls `jasmine.getEnv().execute()`. */
export function openJasmine(): { globals: Readonly<Record<string, unknown>>; results: SpecResult[]; isRun(): boolean } {
  const specs: { suites: readonly Suite[]; name: string; run: Hook }[] = []
  const results: SpecResult[] = []
  let suites: Suite[] = []
  let problems: string[] = []
  let hasRun = false

  const describe = (name: string, body: Hook) => {
    const outer = suites
    suites = [...outer, { name, before: [], after: [] }]
    body()
    suites = outer
  }
  const hook = (when: 'before' | 'after') => (body: Hook) => void suites.at(-1)?.[when].push(body)
  const execute = () => {
    hasRun = true
    for (const spec of specs) {
      problems = []
      try {
        for (const suite of spec.suites) for (const before of suite.before) before()
        spec.run()
        for (const suite of [...spec.suites].reverse()) for (const after of suite.after) after()
      } catch (error) {
        problems.push(String((error as Error)?.message ?? error))
      }
      results.push({ name: [...spec.suites.map((suite) => suite.name), spec.name].join(' '), problems })
    }
  }
  const globals = {
    describe,
    it: (name: string, run: Hook) => void specs.push({ suites, name, run }),
    beforeEach: hook('before'),
    afterEach: hook('after'),
    expect: (value: unknown) => expectation(value, (problem) => void problems.push(problem)),
    fail: (why?: unknown) => void problems.push(String(why ?? 'failed')),
    jasmine: { getEnv: () => ({ execute }) },
  }
  return { globals, results, isRun: () => hasRun }
}

const matchers: Readonly<Record<string, (value: never, wanted: never) => boolean>> = {
  toBe: (value, wanted) => value === wanted,
  toEqual: (value, wanted) => isDeepStrictEqual(plain(value), plain(wanted)),
  toMatch: (value: unknown, wanted: RegExp | string) => new RegExp(wanted).test(String(value)),
  toContain: (value: string | readonly unknown[], wanted: never) => value.includes(wanted),
  toBeDefined: (value) => value !== undefined,
  toBeUndefined: (value) => value === undefined,
  toBeNull: (value) => value === null,
  toBeTruthy: (value) => Boolean(value),
  toBeFalsy: (value) => !value,
  toBeGreaterThan: (value: number, wanted: number) => value > wanted,
  toBeLessThan: (value: number, wanted: number) => value < wanted,
  toThrow: (value: Hook) => throws(value),
}

/** Objects of a script come from another realm, whose prototypes differ. */
const plain = (value: unknown): unknown => (typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : value)

function throws(body: Hook): boolean {
  try {
    body()
    return false
  } catch {
    return true
  }
}

function expectation(value: unknown, tell: (problem: string) => void): Record<string, unknown> {
  const matching = (isNegated: boolean) =>
    Object.fromEntries(
      Object.entries(matchers).map(([name, holds]) => [
        name,
        (wanted: unknown) => {
          if (holds(value as never, wanted as never) !== isNegated) return
          const words = `${name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)} ${shown(wanted)}`.trim()
          tell(`Expected ${shown(value)} ${isNegated ? 'not ' : ''}${words}.`)
        },
      ]),
    )
  return { ...matching(false), not: matching(true) }
}

function shown(value: unknown): string {
  if (value === undefined) return ''
  return value instanceof RegExp || Object.prototype.toString.call(value) === '[object RegExp]'
    ? String(value)
    : (JSON.stringify(value) ?? String(value))
}
