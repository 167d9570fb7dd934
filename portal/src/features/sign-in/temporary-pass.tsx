import type { SignInAnswer } from '@hallpass/contract/sign-in'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { statusOf } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './sign-in.module.css'

type Props = { onResult: (result: SignInAnswer) => Promise<void>; onRestart: () => void }

/** A pass from the service desk: it opens nothing but the page that adds a factor. */
export function TemporaryPass({ onResult, onRestart }: Props) {
  const { t } = useStrings()
  const [login, setLogin] = useState('')
  const [pass, setPass] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (login.trim() === '' || pass.trim() === '') return
    setBusy(true)
    setError(null)
    try {
      await onResult(await answer(api.POST('/api/session/pass', { body: { login: login.trim(), pass: pass.trim() } })))
    } catch (failure) {
      setError(failure)
      setPass('')
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        size="md"
        label={t('signIn.name')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        maxLength={320}
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      <PasswordInput
        size="md"
        label={t('signIn.pass')}
        autoComplete="one-time-code"
        maxLength={200}
        value={pass}
        onChange={(event) => setPass(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPass') }}
      />
      {statusOf(error) === 401 ? (
        <Notice tone="warn" live>
          {t('signIn.passRefused')}
        </Notice>
      ) : (
        <Problem error={error} />
      )}
      <Button type="submit" size="md" fullWidth loading={busy} disabled={login.trim() === '' || pass.trim() === ''}>
        {t('signIn.next')}
      </Button>
      <p className={styles.after}>
        <button type="button" className={styles.link} onClick={onRestart}>
          {t('signIn.restart')}
        </button>
      </p>
    </form>
  )
}
