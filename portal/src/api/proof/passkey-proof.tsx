import { Button } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { askForPasskey } from './passkey.ts'
import styles from './proof.module.css'
import type { Offer, ProofAnswer, ProofOutcome } from './proof.ts'
import { ProofProblem } from './proof-problem.tsx'

type Props = { offer: Offer; onAnswer: (answer: ProofAnswer) => Promise<ProofOutcome>; children?: ReactNode }

/** A passkey or security key: the browser asks, one touch answers. */
export function PasskeyProof({ offer, onAnswer, children }: Props) {
  const { t } = useStrings()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function ask() {
    setBusy(true)
    setError(null)
    try {
      await onAnswer({ offer, response: await askForPasskey(offer.passkeyOptions) })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className={styles.proof}>
      <p>{t('proof.passkey.lead')}</p>
      <ProofProblem error={error} />
      {children}
      <Button
        size="md"
        fullWidth
        data-autofocus
        loading={busy}
        leftSection={<IconFingerprint size={18} aria-hidden />}
        onClick={() => void ask()}
      >
        {t('proof.passkey.action')}
      </Button>
    </div>
  )
}
