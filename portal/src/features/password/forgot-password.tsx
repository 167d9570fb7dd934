/** Forgotten or locked: say who, prove it with the mailed code, set a new password. Nothing differs for a stranger before proof. */
import type { ResetTicket, StartedReset } from '@hallpass/contract/credentials'
import { Button, PinInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { takeTicket } from '../../api/ticket.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { useNow } from '../../ui/now.tsx'
import { NewPassword } from './new-password.tsx'
import styles from './password.module.css'
import { PasswordDone } from './password-done.tsx'
import { PublicDoor } from './public-door.tsx'

type Step =
  | { at: 'who' }
  | { at: 'code'; login: string; attempt: StartedReset }
  | { at: 'new'; ticket: ResetTicket }
  | { at: 'done'; what: 'set' | 'unlocked' }

export function ForgotPassword() {
  const { t } = useStrings()
  const [step, setStep] = useState<Step>(() => {
    const ticket = takeTicket()
    return ticket ? { at: 'new', ticket } : { at: 'who' }
  })

  switch (step.at) {
    case 'who':
      return (
        <PublicDoor title={t('forgot.title')} lead={t('forgot.lead')} back>
          <Who onStarted={(login, attempt) => setStep({ at: 'code', login, attempt })} />
        </PublicDoor>
      )
    case 'code':
      return (
        <PublicDoor title={t('forgot.codeTitle')} lead={t('forgot.codeLead')} back>
          <Code
            step={step}
            onProven={(ticket) => setStep({ at: 'new', ticket })}
            onAgain={(attempt) => setStep({ ...step, attempt })}
            onOther={() => setStep({ at: 'who' })}
          />
        </PublicDoor>
      )
    case 'new':
      return (
        <PublicDoor title={t(`password.title.${step.ticket.purpose}`)}>
          <NewPassword ticket={step.ticket} onDone={(what) => setStep({ at: 'done', what })} />
        </PublicDoor>
      )
    case 'done':
      return <PasswordDone what={step.what} />
  }
}

function Who({ onStarted }: { onStarted: (login: string, attempt: StartedReset) => void }) {
  const { t } = useStrings()
  const [login, setLogin] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (login.trim() === '') return
    setBusy(true)
    setError(null)
    try {
      onStarted(login.trim(), await answer(api.POST('/api/password/resets', { body: { login: login.trim() } })))
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        size="md"
        label={t('signIn.name')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
        withAsterisk={false}
        maxLength={320}
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      <Problem error={error} />
      <Button type="submit" size="md" fullWidth loading={busy}>
        {t('forgot.send')}
      </Button>
    </form>
  )
}

type CodeProps = {
  step: { login: string; attempt: StartedReset }
  onProven: (ticket: ResetTicket) => void
  onAgain: (attempt: StartedReset) => void
  onOther: () => void
}

function Code({ step, onProven, onAgain, onOther }: CodeProps) {
  const { t, rich, dates } = useStrings()
  const now = useNow(1000)
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [sent, setSent] = useState(0)
  const expired = Date.parse(step.attempt.expiresAt) <= now.getTime()

  async function verify(value: string) {
    if (value.length !== 6 || busy) return
    setBusy(true)
    setError(null)
    try {
      const id = step.attempt.attemptId
      onProven(
        await answer(api.POST('/api/password/resets/{id}/verify', { params: { path: { id } }, body: { code: value } })),
      )
    } catch (failure) {
      setError(failure)
      setCode('')
    } finally {
      setBusy(false)
    }
  }

  async function again() {
    setError(null)
    try {
      onAgain(await answer(api.POST('/api/password/resets', { body: { login: step.login } })))
      setSent(sent + 1)
      setCode('')
    } catch (failure) {
      setError(failure)
    }
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void verify(code)
      }}
    >
      <p>{rich('forgot.sentTo', { login: <bdi>{step.login}</bdi> })}</p>
      <PinInput
        length={6}
        type="number"
        size="md"
        oneTimeCode
        autoFocus
        aria-label={t('forgot.code')}
        getInputProps={(index) => ({ 'aria-label': t('forgot.digit', { place: index + 1 }) })}
        value={code}
        onChange={setCode}
        onComplete={(value) => void verify(value)}
      />
      <p className={styles.small} role="status">
        {expired ? t('forgot.expired') : t('forgot.validUntil', { time: dates.time(new Date(step.attempt.expiresAt)) })}
        {sent > 0 ? ` ${t('forgot.sentAgain')}` : ''}
      </p>
      <Problem error={error} />
      <Button type="submit" size="md" fullWidth loading={busy} disabled={code.length !== 6}>
        {t('forgot.verify')}
      </Button>
      <p className={styles.small}>
        {t('forgot.nothing')}{' '}
        <button type="button" className={styles.link} onClick={() => void again()}>
          {t('forgot.again')}
        </button>{' '}
        ·{' '}
        <button type="button" className={styles.link} onClick={onOther}>
          {t('forgot.other')}
        </button>
      </p>
    </form>
  )
}
