/** A prompt on one's phone: it asks for the number that stands here, so that nobody agrees to somebody else's sign-in. */
import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { codeOf } from '../problem-error.ts'
import styles from './proof.module.css'
import type { Offer, ProofAnswer, ProofOutcome } from './proof.ts'
import { ProofProblem } from './proof-problem.tsx'

const askAgainMs = 2000

type Props = { offer: Offer; onAnswer: (answer: ProofAnswer) => Promise<ProofOutcome>; children?: ReactNode }

export function PushProof({ offer, onAnswer, children }: Props) {
  const { t } = useStrings()
  const [state, setState] = useState<'rest' | 'waiting'>('rest')
  const [error, setError] = useState<unknown>(null)
  const latest = useRef(onAnswer)
  useEffect(() => {
    latest.current = onAnswer
  })

  useEffect(() => {
    if (state !== 'waiting') return
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    async function ask() {
      try {
        if ((await latest.current({ offer })) === 'done' || stopped) return
        timer = setTimeout(() => void ask(), askAgainMs)
      } catch (failure) {
        if (stopped) return
        if (codeOf(failure) === 'prompt_waiting') {
          timer = setTimeout(() => void ask(), askAgainMs)
          return
        }
        setError(failure)
        setState('rest')
      }
    }
    void ask()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [state, offer])

  return (
    <div className={styles.proof}>
      {state === 'waiting' ? (
        <div role="status">
          <p>{t('proof.push.waiting')}</p>
          {offer.number ? <p className={styles.number}>{offer.number}</p> : null}
        </div>
      ) : (
        <p>{t('proof.push.lead')}</p>
      )}
      <ProofProblem error={error} />
      {children}
      {state === 'rest' ? (
        <Button
          size="md"
          fullWidth
          onClick={() => {
            setError(null)
            setState('waiting')
          }}
        >
          {t('proof.push.action')}
        </Button>
      ) : null}
    </div>
  )
}
