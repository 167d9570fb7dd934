/** A failure in the words of the page. Codes we know have a sentence in every language; the rest say what the service said. */
import type { Problem } from '@hallpass/contract/common'
import type { MessageKey } from '../strings/catalogue.ts'
import type { TextValues } from '../strings/format.ts'
import { say } from '../strings/say.ts'
import type { Strings } from '../strings/use-strings.tsx'
import type { ProblemWords } from '../ui/problem-notice.tsx'
import { ProblemError, plainField } from './problem-error.ts'

type Words = Pick<Strings, 't' | 'has' | 'dates'>
type FieldFault = NonNullable<Problem['fields']>[number]

const byStatus: Readonly<Record<number, MessageKey>> = {
  400: 'problem.status400',
  401: 'problem.status401',
  403: 'problem.status403',
  404: 'problem.status404',
  409: 'problem.status409',
  413: 'problem.status413',
  429: 'problem.status429',
  503: 'problem.status503',
}

export function problemWords(words: Words, error: unknown): ProblemWords {
  const { t } = words
  if (!(error instanceof ProblemError)) {
    return { title: t('problem.unexpected.title'), detail: t('problem.unexpected.detail'), fields: [], reference: null }
  }
  const { problem } = error
  const reference = problem.requestId === '' ? null : problem.requestId
  const fields = faultyFields(words, problem)
  if (problem.code === 'offline') {
    return { title: t('problem.offline.title'), detail: t('problem.offline.detail'), fields, reference: null }
  }
  if (problem.status === 429 && problem.retryAfterSeconds !== undefined) {
    const seconds = Math.ceil(problem.retryAfterSeconds)
    return { title: t('problem.status429'), detail: t('problem.waitSeconds', { seconds }), fields, reference }
  }
  const title = t(byStatus[problem.status] ?? 'problem.unexpected.title')
  return { title, detail: reasonWords(words, problem) || t('problem.unexpected.detail'), fields, reference }
}

/** Each input once, with what it wants first: the same as beside the input. */
function faultyFields(words: Words, { fields = [] }: Problem): ProblemWords['fields'] {
  const said = fields.map((fault) => ({ field: plainField(fault.field), message: fieldWords(words, fault) }))
  return said.filter(({ field }, place) => said.findIndex((one) => one.field === field) === place)
}

/** What the service said against one input. */
export function fieldWords({ t, has, dates }: Words, { code, values, message }: FieldFault): string {
  const key = `problem.field.${code}`
  if (code === undefined || !has(key)) return say(message)
  const now = new Date()
  const shown = Object.entries(values ?? {}).map(([name, value]): [string, string | number] =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
      ? [name, dates.moment(new Date(value), now)]
      : [name, value],
  )
  return t(key as MessageKey, { ...noValues, ...Object.fromEntries(shown) })
}

/** What a message may name and a directory may not know. */
const noValues: TextValues = { minLength: 'none', maxLength: 'none', notBefore: 'none' }

/** One code may have several reasons, told apart by `because`. */
function reasonWords({ t, has }: Words, { code, detail, because }: Problem & { because?: unknown }): string {
  const known = [`problem.code.${code}.${because}`, `problem.code.${code}`].find(has)
  return known === undefined ? say(detail) : t(known as MessageKey)
}
