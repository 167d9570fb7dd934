import { ProblemError } from '../../api/problem-error.ts'
import { fieldWords } from '../../api/problem-words.ts'
import { useStrings } from '../../strings/use-strings.tsx'

/** What the service said against a new password, as sentences to stand beside its box; the old one has its own. */
export function useRefusals(error: unknown): readonly string[] {
  const strings = useStrings()
  if (!(error instanceof ProblemError) || error.problem.status !== 400) return []
  const fields = (error.problem.fields ?? []).filter(({ field }) => field !== 'oldPassword')
  return fields.map((fault) => fieldWords(strings, fault))
}
