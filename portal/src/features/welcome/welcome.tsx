/** The first administrator, by the one-time link the service printed on its console. */
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useBrand } from '../../api/brand.ts'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { fieldProps } from '../../api/problem-error.ts'
import { sessionQuery } from '../../api/session.ts'
import { takeToken } from '../../navigation/take-token.ts'
import { useGo } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Door } from '../../ui/door.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './welcome.module.css'

export function Welcome() {
  const { t } = useStrings()
  const [token] = useState(takeToken)
  const session = useQuery(sessionQuery)
  const company = useBrand()
  const check = useQuery({
    queryKey: ['bootstrap', token],
    queryFn: () => answer(api.POST('/api/bootstrap/check', { body: { token: token ?? '' } })),
    enabled: token !== null && session.data !== undefined,
    gcTime: 0,
  })
  return (
    <Door company={company} title={t('welcome.title')} lead={t('welcome.lead')}>
      {token === null ? (
        <Unusable />
      ) : (
        <Loaded query={check}>{({ usable }) => (usable ? <Form token={token} /> : <Unusable />)}</Loaded>
      )}
    </Door>
  )
}

function Unusable() {
  const { t } = useStrings()
  return (
    <div className={styles.form}>
      <Notice tone="warn" title={t('welcome.unusable')}>
        {t('welcome.unusableDetail')}
      </Notice>
      <Button component="a" href={paths.signIn()} variant="default" size="md" fullWidth>
        {t('welcome.toSignIn')}
      </Button>
    </div>
  )
}

function Form({ token }: { token: string }) {
  const { t } = useStrings()
  const client = useQueryClient()
  const go = useGo()
  const [values, setValues] = useState({ displayName: '', login: '', mail: '', password: '' })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  const field = (name: keyof typeof values) => ({
    size: 'md' as const,
    required: true,
    withAsterisk: false,
    value: values[name],
    ...fieldProps(error, name),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setValues((before) => ({ ...before, [name]: value }))
    },
  })

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await answer(api.POST('/api/bootstrap', { body: { token, ...values } }))
      await client.invalidateQueries({ queryKey: keys.session })
      go(paths.start())
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextInput label={t('welcome.name')} autoComplete="name" autoFocus maxLength={200} {...field('displayName')} />
      <TextInput
        label={t('welcome.login')}
        description={t('welcome.loginHint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={100}
        {...field('login')}
      />
      <TextInput label={t('welcome.mail')} type="email" autoComplete="email" maxLength={320} {...field('mail')} />
      <PasswordInput
        label={t('signIn.password')}
        description={t('welcome.passwordHint')}
        autoComplete="new-password"
        maxLength={1024}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        {...field('password')}
      />
      <Problem error={error} />
      <Button type="submit" size="md" fullWidth loading={busy}>
        {t('welcome.action')}
      </Button>
    </form>
  )
}
