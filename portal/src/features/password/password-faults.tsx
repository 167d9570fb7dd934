/** What the directory did not like about a password, as sentences about what to change. */
import { Problem } from '../../api/loaded.tsx'
import { ProblemError } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'

export function PasswordFaults({ error }: { error: unknown }) {
  const { t } = useStrings()
  const fields = error instanceof ProblemError && error.problem.status === 400 ? (error.problem.fields ?? []) : []
  if (fields.length === 0) return <Problem error={error} />
  return (
    <Notice tone="warn" title={t('password.refused')} live>
      <ul>
        {fields.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </Notice>
  )
}
