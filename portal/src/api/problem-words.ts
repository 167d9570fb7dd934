/** A failure in the words of the page. Codes we know have a sentence in every language; the rest say what the service said. */
import type { MessageKey } from '../strings/catalogue.ts'
import type { Strings } from '../strings/use-strings.tsx'
import type { ProblemWords } from '../ui/problem-notice.tsx'
import { ProblemError } from './problem-error.ts'

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

export function problemWords({ t, has }: Pick<Strings, 't' | 'has'>, error: unknown): ProblemWords {
  if (!(error instanceof ProblemError)) {
    return { title: t('problem.unexpected.title'), detail: t('problem.unexpected.detail'), fields: [], reference: null }
  }
  const { problem } = error
  const reference = problem.requestId === '' ? null : problem.requestId
  const fields = problem.fields ?? []
  if (problem.code === 'offline') {
    return { title: t('problem.offline.title'), detail: t('problem.offline.detail'), fields, reference: null }
  }
  if (problem.status === 429 && problem.retryAfterSeconds !== undefined) {
    const seconds = Math.ceil(problem.retryAfterSeconds)
    return { title: t('problem.status429'), detail: t('problem.waitSeconds', { seconds }), fields, reference }
  }
  const title = t(byStatus[problem.status] ?? 'problem.unexpected.title')
  const ownKey = `problem.code.${problem.code}`
  const detail = has(ownKey) ? t(ownKey as MessageKey) : problem.detail || t('problem.unexpected.detail')
  return { title, detail, fields, reference }
}
