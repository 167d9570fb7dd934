import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { Glide, HttpAnswer, HttpCall, Row, Values, Where } from '../src/server/ports.ts'

/**
 * The platform in memory, for the logic alone: rows with dot-walks, unique nonces and keys, a clock that stands, a wire
 * that is a function. What the platform really does is tested on the built app in the simulator.
 */
export type Memory = Glide & {
  rows: Map<string, Map<string, Record<string, string>>>
  add(table: string, values: Values, id?: string): string
  all(table: string): readonly (Values & { id: string })[]
  set(name: string, value: string): void
  said: HttpCall[]
  subflows: { name: string; inputs: unknown }[]
  answerWith(answer: (call: HttpCall) => Partial<HttpAnswer>): void
  move(seconds: number): void
}

/** Reference fields that are walked through. */
const references: Record<string, string> = {
  request: 'sc_request',
  request_item: 'sc_req_item',
  requested_for: 'sys_user',
  sc_item_option: 'sc_item_option',
  item_option_new: 'item_option_new',
  user: 'sys_user',
  process: 'pwd_process',
}
const journals = ['comments', 'work_notes'] as const
const unique: Record<string, readonly string[]> = { x_hlps_access_nonce: ['nonce'] }

export function memoryGlide(): Memory {
  const rows: Memory['rows'] = new Map()
  const settings = new Map<string, string>()
  const said: HttpCall[] = []
  const journal: { id: string; field: string; text: string }[] = []
  const subflows: Memory['subflows'] = []
  let now = 1_800_000_000
  let count = 0
  let answer: (call: HttpCall) => Partial<HttpAnswer> = () => ({ status: 0, error: 'nothing answers' })

  const of = (table: string) => {
    const known = rows.get(table) ?? new Map<string, Record<string, string>>()
    rows.set(table, known)
    return known
  }
  const walk = (values: Record<string, string>, path: string): string => {
    const [field = '', ...rest] = path.split('.')
    const value = values[field] ?? ''
    if (rest.length === 0) return value
    const next = rows.get(references[field] ?? '')?.get(value)
    return next === undefined ? '' : walk(next, rest.join('.'))
  }
  const rowOf = (id: string, values: Record<string, string>): Row => {
    const copy = { ...values }
    return { id, get: (field) => walk(copy, field) }
  }
  const insert = (table: string, values: Values, id: string): string | null => {
    const fields = unique[table] ?? []
    const taken = [...of(table).values()].some((row) => fields.some((field) => row[field] === values[field]))
    if (taken) return null
    count += 1
    of(table).set(id, { ...values, sys_created_on: String(count).padStart(6, '0') })
    return id
  }
  const hex = () => randomBytes(16).toString('hex')

  return {
    rows,
    said,
    subflows,
    runSubflow: (name, inputs) => {
      subflows.push({ name, inputs })
    },
    add: (table, values, id = hex()) => insert(table, values, id) ?? '',
    all: (table) => [...of(table)].map(([id, values]) => ({ ...values, id })),
    set: (name, value) => settings.set(name, value),
    answerWith: (next) => {
      answer = next
    },
    move: (seconds) => {
      now += seconds
    },
    now: () => now,
    randomHex: hex,
    setProperty: (name, value) => {
      settings.set(name, value)
    },
    property: (name) => settings.get(name) ?? '',
    sha256Hex: (text) => createHash('sha256').update(text).digest('hex'),
    hmacSha256Base64: (key, text) => createHmac('sha256', Buffer.from(key, 'base64')).update(text).digest('base64'),
    // The key stands for the text; in another language than English, with the language before it.
    text: (language, key, ...parts) =>
      [`${language === 'en' ? '' : `${language}:`}${key.replace('x_hlps_access.', '')}`, ...parts].join(' | '),
    http: (call) => {
      said.push(call)
      return { status: 200, body: '', error: '', retryAfter: null, ...answer(call) }
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    tables: {
      get: (table, id) => {
        const values = of(table).get(id)
        return values === undefined ? null : rowOf(id, values)
      },
      find: (table, where, order = {}) => {
        const found = [...of(table)].filter(([, values]) => where.every((each) => matches(walk(values, each[0]), each)))
        const by = order.orderBy?.replace(/^-/, '')
        if (by !== undefined) found.sort(([, a], [, b]) => compare(a[by] ?? '', b[by] ?? ''))
        if (order.orderBy?.startsWith('-')) found.reverse()
        return found.slice(0, order.limit ?? found.length).map(([id, values]) => rowOf(id, values))
      },
      insert: (table, values, id) => insert(table, values, id ?? hex()),
      update: (table, id, values) => {
        const known = of(table).get(id)
        if (known === undefined) return false
        of(table).set(id, { ...known, ...values })
        for (const field of journals) {
          if (values[field]) journal.unshift({ id, field, text: values[field] })
        }
        return true
      },
      journal: (_table, id, field) =>
        journal
          .filter((entry) => entry.id === id && entry.field === field)
          .map(({ text }) => `2027-01-15 08:00:00 - system\n${text}\n`)
          .join('\n'),
      remove: (table, id) => {
        of(table).delete(id)
      },
      setSecret: (table, id, field, value) => {
        const known = of(table).get(id)
        if (known !== undefined) of(table).set(id, { ...known, [field]: value })
        return known !== undefined
      },
      secret: (table, id, field) => of(table).get(id)?.[field] ?? '',
    },
  }
}

function matches(value: string, condition: Where): boolean {
  if (condition.length === 2) return value === condition[1]
  const [, operator, wanted] = condition
  const order = compare(value, wanted)
  if (operator === '!=') return value !== wanted
  if (operator === '<') return order < 0
  if (operator === '<=') return order <= 0
  if (operator === '>') return order > 0
  if (operator === '>=') return order >= 0
  return wanted.split(',').includes(value) === (operator === 'IN')
}

function compare(a: string, b: string): number {
  const numbers = [Number(a), Number(b)]
  if (a !== '' && b !== '' && numbers.every((each) => !Number.isNaN(each))) return (numbers[0] ?? 0) - (numbers[1] ?? 0)
  return a < b ? -1 : a > b ? 1 : 0
}
