/** After proof: whose password, the rules of that directory, the new password, and what will happen. */
import type { PasswordRules, ResetTicket } from '@hallpass/contract/credentials'
import { Button, PasswordInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Loaded } from '../../api/loaded.tsx'
import { codeOf } from '../../api/problem-error.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { PersonLine } from '../../ui/face.tsx'
import { Notice } from '../../ui/notice.tsx'
import { When } from '../../ui/when.tsx'
import styles from './password.module.css'
import { PasswordFaults } from './password-faults.tsx'
import { RuleList } from './rule-list.tsx'
import { maySend } from './rules.ts'

type Props = { ticket: ResetTicket; onDone: (what: 'set' | 'unlocked') => void }

export function NewPassword({ ticket, onDone }: Props) {
  const rules = useQuery({
    queryKey: ['ticket-rules', ticket.expiresAt],
    queryFn: (): Promise<PasswordRules> =>
      answer(api.POST('/api/password/tickets/rules', { body: { ticket: ticket.ticket } })),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  return <Loaded query={rules}>{(data) => <Form ticket={ticket} rules={data} onDone={onDone} />}</Loaded>
}

function Form({ ticket, rules, onDone }: Props & { rules: PasswordRules }) {
  const { t, rich } = useStrings()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [busy, setBusy] = useState<'set' | 'unlock' | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [tried, setTried] = useState(false)
  const differs = tried && again !== password

  async function run(what: 'set' | 'unlock') {
    setBusy(what)
    setError(null)
    try {
      if (what === 'set')
        await answer(api.POST('/api/password/tickets/finish', { body: { ticket: ticket.ticket, password } }))
      else await answer(api.POST('/api/password/tickets/unlock', { body: { ticket: ticket.ticket } }))
      onDone(what === 'set' ? 'set' : 'unlocked')
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(null)
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (again === password && maySend(rules.rules, password, rules.forbiddenWords)) void run('set')
  }

  const who = <PersonLine name={rules.displayName} detail={`${rules.login} · ${rules.directoryName}`} />
  if (rules.unavailable) {
    return (
      <div className={styles.form}>
        {who}
        <Notice tone="warn" title={t('password.unavailable')}>
          {rules.unavailable}
        </Notice>
      </div>
    )
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      {who}
      {rules.locked && ticket.purpose === 'reset' ? (
        <Notice tone="warn" title={t('password.lockedTitle')}>
          <p>{t('password.lockedDetail')}</p>
          <Button variant="default" size="xs" mt="xs" loading={busy === 'unlock'} onClick={() => void run('unlock')}>
            {t('password.unlock')}
          </Button>
        </Notice>
      ) : null}
      {rules.notBefore ? (
        <Notice tone="warn" title={t('password.tooSoon')}>
          {rich('password.tooSoonDetail', { when: <When at={rules.notBefore} /> })}
        </Notice>
      ) : null}
      <input type="text" name="username" autoComplete="username" value={rules.login} readOnly hidden />
      <PasswordInput
        size="md"
        label={t('password.new')}
        autoComplete="new-password"
        autoFocus
        maxLength={1024}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      />
      <RuleList rules={rules} password={password} />
      <PasswordInput
        size="md"
        label={t('password.again')}
        autoComplete="new-password"
        maxLength={1024}
        value={again}
        error={differs ? t('password.differs') : undefined}
        onChange={(event) => setAgain(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      />
      <p className={styles.consequence}>{t(`password.consequence.${ticket.purpose}`)}</p>
      <PasswordFaults error={error} />
      {codeOf(error) === 'ticket_invalid' ? (
        <Button component="a" href={paths.forgotPassword()} variant="default" fullWidth>
          {t('password.startAgain')}
        </Button>
      ) : (
        <Button
          type="submit"
          size="md"
          fullWidth
          loading={busy === 'set'}
          disabled={!maySend(rules.rules, password, rules.forbiddenWords)}
        >
          {t('password.set')}
        </Button>
      )}
    </form>
  )
}
