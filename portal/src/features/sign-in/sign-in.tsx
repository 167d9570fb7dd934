/** Sign in: the name first, then what that person needs. A wrong name and a wrong password get the same sentence. */
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { codeOf } from '../../api/problem-error.ts'
import { sessionQuery } from '../../api/session.ts'
import { keepTicket } from '../../api/ticket.ts'
import { takeReturn } from '../../navigation/return-to.ts'
import { useGo } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Door } from '../../ui/door.tsx'
import { Notice } from '../../ui/notice.tsx'
import { applyBrand } from '../../ui/theme/apply-brand.ts'
import styles from './sign-in.module.css'

export function SignIn() {
  const { t } = useStrings()
  const session = useQuery(sessionQuery)
  const go = useGo()
  const company = session.data?.company ?? { name: 'Hallpass', logo: null, accent: null }
  const signedIn = session.data?.person

  useEffect(() => applyBrand(company), [company])
  useEffect(() => {
    if (signedIn) go(takeReturn() ?? paths.myApps(), { replace: true })
  }, [signedIn, go])

  return (
    <Door
      company={company}
      title={t('signIn.title')}
      lead={t('signIn.lead', { company: company.name })}
      foot={<Languages />}
    >
      {session.data?.firstRun ? (
        <div className={styles.first}>
          <Notice title={t('signIn.firstRun')}>{t('signIn.firstRunDetail')}</Notice>
        </div>
      ) : null}
      <Problem error={session.error} />
      <Form />
    </Door>
  )
}

function Form() {
  const { t } = useStrings()
  const client = useQueryClient()
  const go = useGo()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [step, setStep] = useState<'name' | 'password'>('name')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const passwordBox = useRef<HTMLInputElement>(null)
  const nameBox = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const box = step === 'name' ? nameBox : passwordBox
    box.current?.focus()
  }, [step])

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (step === 'name') {
      // A password manager may have filled both boxes: then there is nothing left to ask.
      if (login.trim() !== '' && password === '') setStep('password')
      if (password === '') return
    }
    setBusy(true)
    setError(null)
    try {
      const result = await answer(api.POST('/api/session', { body: { login: login.trim(), password } }))
      if (result.kind === 'signed_in') {
        await client.invalidateQueries({ queryKey: keys.session })
        return
      }
      keepTicket({ ticket: result.ticket, purpose: result.kind, expiresAt: result.expiresAt })
      go(paths.forgotPassword())
    } catch (failure) {
      setError(failure)
      setPassword('')
      setStep('password')
      passwordBox.current?.focus()
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} className={styles.form}>
      <TextInput
        ref={nameBox}
        size="md"
        label={t('signIn.name')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
        maxLength={320}
        value={login}
        onChange={(event) => {
          setLogin(event.currentTarget.value)
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
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        />
      </div>
      {isRefusal(error) ? (
        <Notice tone="warn" live>
          {t('signIn.refused')}
        </Notice>
      ) : (
        <Problem error={error} />
      )}
      <Button type="submit" size="md" fullWidth loading={busy}>
        {step === 'name' ? t('signIn.next') : t('signIn.action')}
      </Button>
      <p className={styles.beside}>
        <a href={paths.forgotPassword()}>{t('signIn.forgot')}</a>
      </p>
    </form>
  )
}

function Languages() {
  const { locale, setLocale } = useStrings()
  return locale === 'en' ? (
    <button type="button" lang="de" className={styles.language} onClick={() => setLocale('de')}>
      Deutsch
    </button>
  ) : (
    <button type="button" lang="en" className={styles.language} onClick={() => setLocale('en')}>
      English
    </button>
  )
}

function isRefusal(error: unknown): boolean {
  return ['sign_in_refused', 'refused', 'wrong_credentials', 'invalid_credentials'].includes(codeOf(error))
}
