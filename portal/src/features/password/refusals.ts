/** What the service said against a new password, as sentences to stand beside its box. Pure. */
import { ProblemError } from '../../api/problem-error.ts'

export function refusalsOf(error: unknown): readonly string[] {
  if (!(error instanceof ProblemError) || error.problem.status !== 400) return []
  return (error.problem.fields ?? []).map(({ message }) => message)
}
