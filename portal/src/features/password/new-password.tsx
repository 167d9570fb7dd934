/** After proof: whose password, the rules of that directory, the new password, and what will happen. */
import type { PasswordRules, ResetTicket } from '@hallpass/contract/credentials'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { codeOf } from '../../api/problem-error.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { PersonLine } from '../../ui/face.tsx'
import { Notice } from '../../ui/notice.tsx'
import { When } from '../../ui/when.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import styles from './password.module.css'
import type { Done } from './password-done.tsx'
import { maySend } from './rules.ts'
import { useRefusals } from './use-refusals.ts'

type Props = { ticket: ResetTicket; onDone: (done: Done) => void }

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
  const [busy, setBusy] = useState<'set' | 'unlock' | null>(null)
  const [error, setError] = useState<unknown>(null)
  const refusals = useRefusals(error)
  const ready = maySend(rules.rules, password, rules.forbiddenWords)

  async function run(what: 'set' | 'unlock') {
    setBusy(what)
    setError(null)
    try {
      if (what === 'set')
        await answer(api.POST('/api/password/tickets/finish', { body: { ticket: ticket.ticket, password } }))
      else await answer(api.POST('/api/password/tickets/unlock', { body: { ticket: ticket.ticket } }))
      onDone({ what: what === 'set' ? 'set' : 'unlocked', oldLingers: rules.oldPasswordLingers })
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(null)
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (ready) void run('set')
  }

  const who = <PersonLine name={rules.displayName} detail={`${rules.login} · ${rules.directoryName}`} />
  if (rules.unavailable) {
    return (
      <div className={styles.form}>
        {who}
        <Notice tone="warn" title={t('password.unavailable')}>
          {t('password.unavailableDetail', { directory: rules.directoryName })}
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
      <NewPasswordField
        rules={rules}
        value={password}
        autoFocus
        refusals={refusals}
        onChange={(value) => {
          setPassword(value)
          setError(null)
        }}
      />
      <p className={styles.consequence}>{t(`password.consequence.${ticket.purpose}`)}</p>
      {refusals.length === 0 ? <Problem error={error} /> : null}
      {codeOf(error) === 'ticket_invalid' ? (
        <Button component="a" href={paths.forgotPassword()} variant="default" fullWidth>
          {t('password.startAgain')}
        </Button>
      ) : (
        <Button type="submit" size="md" fullWidth loading={busy === 'set'} disabled={!ready}>
          {t('password.set')}
        </Button>
      )}
    </form>
  )
}
