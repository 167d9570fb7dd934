import type { HttpAnswer } from './ports.ts'

/** What went wrong, in one line for an administrator: the problem document of Hallpass, or what the platform said. */
export function problemOf(answer: HttpAnswer): string {
  if (answer.status >= 200 && answer.status < 300) return ''
  if (answer.status === 0) return `No answer: ${answer.error}`
  try {
    const problem = JSON.parse(answer.body) as { code?: unknown; detail?: unknown; title?: unknown }
    const words = problem.detail ?? problem.title
    if (typeof words === 'string') return `${answer.status} ${String(problem.code ?? '')}: ${words}`
  } catch {
    // What is no problem document is told by its status alone; its text may be a proxy's page.
  }
  return `HTTP ${answer.status} ${answer.error}`.trim()
}
