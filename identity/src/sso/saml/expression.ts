/**
 * What is released to an app, written as text with values in braces: `{mail}`, `{login|before:@|lower}`,
 * `{givenName} {familyName}`. Nothing is evaluated: a value is looked up by its name and passed through named steps.
 */

/** What may be named in braces. Lists give one value for each of their items. */
export type Facts = Readonly<Record<string, string | readonly string[] | null>>

export class ExpressionFault extends Error {}

type Step = (value: string, argument: string) => string
const steps: Readonly<Record<string, Step>> = {
  lower: (value) => value.toLowerCase(),
  upper: (value) => value.toUpperCase(),
  trim: (value) => value.trim(),
  before: (value, mark) => (value.includes(mark) ? value.slice(0, value.indexOf(mark)) : value),
  after: (value, mark) => (value.includes(mark) ? value.slice(value.indexOf(mark) + mark.length) : value),
  prefix: (value, start) => start + value,
  suffix: (value, end) => value + end,
  ascii: (value) =>
    value
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll(/[^\u0020-\u007e]/g, ''),
  first: (value, count) => [...value].slice(0, Number(count) || 0).join(''),
}

export const stepNames: readonly string[] = Object.keys(steps)

type Part = { literal: string } | { name: string; steps: { run: Step; argument: string }[] }

const partPattern = /\{([^{}]*)\}/g

/** Parses an expression; throws `ExpressionFault` with a sentence that says what is wrong. */
export function parseExpression(expression: string, names: readonly string[]): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const found of expression.matchAll(partPattern)) {
    parts.push({ literal: expression.slice(end, found.index) }, reference(found[1] ?? '', names))
    end = found.index + found[0].length
  }
  const rest = expression.slice(end)
  if (/[{}]/.test(rest) || parts.some((part) => 'literal' in part && /[{}]/.test(part.literal)))
    throw new ExpressionFault('A brace is not closed.')
  return [...parts, { literal: rest }].filter((part) => !('literal' in part) || part.literal !== '')
}

function reference(inside: string, names: readonly string[]): Part {
  const [name = '', ...chain] = inside.split('|')
  if (!names.includes(name)) throw new ExpressionFault(`There is no value "${name}". There are: ${names.join(', ')}.`)
  return {
    name,
    steps: chain.map((written) => {
      const at = written.indexOf(':')
      const step = at < 0 ? written : written.slice(0, at)
      const run = Object.hasOwn(steps, step) ? steps[step] : undefined
      if (!run) throw new ExpressionFault(`There is no step "${step}". There are: ${Object.keys(steps).join(', ')}.`)
      return { run, argument: at < 0 ? '' : written.slice(at + 1) }
    }),
  }
}

/** What an expression holds whole and beside nothing else but fixed text: two who differ in it are not named the same. */
export function onlyFactOf(expression: string): string | null {
  const found = [...expression.matchAll(partPattern)].map(([, inside = '']) => inside.split('|'))
  const [[name = '', ...chain] = []] = found
  const isWhole = chain.every((step) => ['lower', 'upper'].includes(step) || /^(prefix|suffix):/.test(step))
  return found.length === 1 && isWhole ? name : null
}

/**
 * The values of an expression for one person: one, or one for each item where a list is named. None when anything named
 * has no value, so that half a name is never released.
 */
export function valuesOf(expression: string, facts: Facts): string[] {
  let made: string[] = ['']
  for (const part of parsedOnce(expression, Object.keys(facts))) {
    if ('literal' in part) {
      made = made.map((value) => value + part.literal)
      continue
    }
    const found = facts[part.name] ?? null
    const values = found === null ? [] : typeof found === 'string' ? [found] : found
    const stepped = values.map((value) => part.steps.reduce((each, { run, argument }) => run(each, argument), value))
    made = joined(
      made,
      stepped.filter((value) => value !== ''),
    )
  }
  return made.filter((value) => value !== '')
}

/** The same expression is asked of many people in a row. */
let lastParsed: { key: string; parts: Part[] } | undefined
function parsedOnce(expression: string, names: readonly string[]): Part[] {
  const key = `${names.join(' ')} ${expression}`
  if (lastParsed?.key !== key) lastParsed = { key, parts: parseExpression(expression, names) }
  return lastParsed.parts
}

/** Lists beside each other multiply; what no app could read is not made, so that three of them keep nobody busy. */
const valuesMax = 2000

function joined(starts: readonly string[], values: readonly string[]): string[] {
  const made: string[] = []
  for (const start of starts) {
    if (made.length + values.length > valuesMax)
      return [...made, ...values.map((value) => start + value)].slice(0, valuesMax)
    for (const value of values) made.push(start + value)
  }
  return made
}
