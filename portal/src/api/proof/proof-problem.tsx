import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Problem } from '../loaded.tsx'
import { PasskeyStopped } from './passkey.ts'

/** What went wrong with a proof: the browser's part in our words, the service's as it says it. */
export function ProofProblem({ error }: { error: unknown }) {
  const { t } = useStrings()
  if (!(error instanceof PasskeyStopped)) return <Problem error={error} />
  return (
    <Notice tone="warn" live>
      {t(`proof.passkey.${error.reason}`)}
    </Notice>
  )
}
