/** The first page: the name, then the password; or a passkey, by its button or inside the box for the name. */
import type { SignInAnswer } from '@hallpass/contract/sign-in'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { codeOf } from '../../api/problem-error.ts'
import { hasPasskeys } from '../../api/proof/passkey.ts'
import { ProofProblem } from '../../api/proof/proof-problem.tsx'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './sign-in.module.css'
import { usePasskeySignIn } from './use-passkey-sign-in.ts'

type Props = {
  /** The service has answered, so that calls can be made. */
  ready: boolean
  /** Whom the app expects. */
  expected: string
  onResult: (result: SignInAnswer) => Promise<void>
  onPass: () => void
}

export function NameAndPassword({ ready, expected, onResult, onPass }: Props) {
  const { t } = useStrings()
  const [login, setLogin] = useState(expected)
  const [password, setPassword] = useState('')
  const [step, setStep] = useState<'name' | 'password'>('name')
  const [busy, setBusy] = useState<'password' | 'passkey' | null>(null)
  const [error, setError] = useState<unknown>(null)
  /** What was left out when it was sent; said beside the box, in the words of the page. */
  const [empty, setEmpty] = useState<'name' | 'password' | null>(null)
  const passwordBox = useRef<HTMLInputElement>(null)
  const nameBox = useRef<HTMLInputElement>(null)
  const passkey = usePasskeySignIn({ ready, onResult, onError: setError })

  useEffect(() => {
    const box = step === 'name' ? nameBox : passwordBox
    box.current?.focus()
  }, [step])

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (login.trim() === '') {
      setEmpty('name')
      nameBox.current?.focus()
      return
    }
    if (step === 'password' && password === '') {
      setEmpty('password')
      passwordBox.current?.focus()
      return
    }
    if (step === 'name') {
      // A password manager may have filled both boxes: then there is nothing left to ask.
      if (password === '') {
        setStep('password')
        return
      }
    }
    setBusy('password')
    setError(null)
    try {
      await onResult(await answer(api.POST('/api/session', { body: { login: login.trim(), password } })))
    } catch (failure) {
      setError(failure)
      setPassword('')
      setStep('password')
      passwordBox.current?.focus()
    } finally {
      setBusy(null)
    }
  }

  async function byPasskey() {
    setBusy('passkey')
    setError(null)
    await passkey.ask()
    setBusy(null)
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className={styles.form}>
      <TextInput
        ref={nameBox}
        size="md"
        label={t('signIn.name')}
        name="username"
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
        maxLength={320}
        error={empty === 'name' ? t('signIn.nameWanted') : undefined}
        value={login}
        onChange={(event) => {
          setLogin(event.currentTarget.value)
          setEmpty(null)
          setError(null)
        }}
      />
      <div className={styles.password} data-shown={step === 'password' || undefined}>
        <PasswordInput
          ref={passwordBox}
          size="md"
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          tabIndex={step === 'password' ? 0 : -1}
          aria-hidden={step === 'name'}
          maxLength={1024}
          error={empty === 'password' ? t('signIn.passwordWanted') : undefined}
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value)
            setEmpty(null)
          }}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        />
      </div>
      {isRefusal(error) ? (
        <Notice tone="warn" live>
          {t('signIn.refused')}
        </Notice>
      ) : (
        <ProofProblem error={error} />
      )}
      <Button type="submit" size="md" fullWidth loading={busy === 'password'}>
        {step === 'name' ? t('signIn.next') : t('signIn.action')}
      </Button>
      {hasPasskeys() ? (
        <Button
          variant="default"
          size="md"
          fullWidth
          loading={busy === 'passkey'}
          leftSection={<IconFingerprint size={18} aria-hidden />}
          onClick={() => void byPasskey()}
        >
          {t('signIn.passkey')}
        </Button>
      ) : null}
      <p className={styles.beside}>
        <a href={paths.forgotPassword()}>{t('signIn.forgot')}</a>
        <button type="button" className={styles.link} onClick={onPass}>
          {t('signIn.havePass')}
        </button>
      </p>
    </form>
  )
}

function isRefusal(error: unknown): boolean {
  return ['sign_in_refused', 'refused', 'wrong_credentials', 'invalid_credentials'].includes(codeOf(error))
}
