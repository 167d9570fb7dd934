/** A code: from an app, a message, a mail, or the list of recovery codes. Codes of messages are sent when asked for. */
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import styles from './proof.module.css'
import { isSentFirst, type Offer, type ProofAnswer, type ProofOutcome } from './proof.ts'
import { ProofProblem } from './proof-problem.tsx'

type Props = {
  offer: Offer
  sent: boolean
  onAnswer: (answer: ProofAnswer) => Promise<ProofOutcome>
  children?: ReactNode
}

export function CodeProof({ offer, sent: sentBefore, onAnswer, children }: Props) {
  const { t } = useStrings()
  const [sent, setSent] = useState(sentBefore || !isSentFirst(offer.kind))
  const [times, setTimes] = useState(0)
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const kind = offer.kind as 'totp' | 'mail_code' | 'sms' | 'recovery_codes'
  const longEnough = kind === 'recovery_codes' ? code.trim().length >= 6 : code.length === 6

  async function run(answer: ProofAnswer) {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await onAnswer(answer)
      if (answer.code === undefined) {
        setSent(true)
        setTimes(times + 1)
      }
    } catch (failure) {
      setError(failure)
      setCode('')
    } finally {
      setBusy(false)
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (longEnough) void run({ offer, code: code.trim() })
  }

  if (!sent) {
    return (
      <div className={styles.proof}>
        <p>{t(`proof.${kind as 'mail_code' | 'sms'}.before`)}</p>
        <ProofProblem error={error} />
        {children}
        <Button size="md" fullWidth loading={busy} onClick={() => void run({ offer })}>
          {t('proof.send')}
        </Button>
      </div>
    )
  }
  return (
    <form className={styles.proof} onSubmit={submit}>
      <p>{t(`proof.${kind}.lead`)}</p>
      {kind === 'recovery_codes' ? (
        <TextInput
          size="md"
          label={t('proof.recovery_codes.label')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
          autoFocus
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      ) : (
        <CodeField
          label={t('proof.code')}
          value={code}
          wrong={error !== null}
          onChange={setCode}
          onComplete={(value) => void run({ offer, code: value })}
        />
      )}
      <ProofProblem error={error} />
      {children}
      <Button type="submit" size="md" fullWidth loading={busy} disabled={!longEnough}>
        {t('proof.confirm')}
      </Button>
      {isSentFirst(offer.kind) ? (
        <p className={styles.small}>
          {t('proof.nothing')}{' '}
          <button type="button" className={styles.link} onClick={() => void run({ offer })}>
            {t('proof.sendAgain')}
          </button>
          <span role="status">{times > 1 ? ` ${t('proof.sentAgain')}` : ''}</span>
        </p>
      ) : null}
    </form>
  )
}
