/** Change one's own password: the old one, the rules, the new one, and what will happen. */
import type { PasswordRules } from '@hallpass/contract/credentials'
import { Button, PasswordInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { codeOf } from '../../api/problem-error.ts'
import { useSession } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { PersonLine } from '../../ui/face.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { When } from '../../ui/when.tsx'
import styles from './password.module.css'
import { PasswordFaults } from './password-faults.tsx'
import { RuleList } from './rule-list.tsx'
import { maySend } from './rules.ts'

export function ChangePassword() {
  const { t } = useStrings()
  const rules = useQuery({
    queryKey: keys.myPasswordRules,
    queryFn: (): Promise<PasswordRules> => answer(api.GET('/api/password/rules')),
  })
  return (
    <Page title={t('changePassword.title')} lead={t('changePassword.lead')} width="narrow">
      <Loaded query={rules}>{(data) => <Form rules={data} />}</Loaded>
    </Page>
  )
}

function Form({ rules }: { rules: PasswordRules }) {
  const { t, rich } = useStrings()
  const { person } = useSession()
  const [oldPassword, setOld] = useState('')
  const [newPassword, setNew] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const change = useAction({
    run: () => answer(api.POST('/api/password/change', { body: { oldPassword, newPassword } })),
    forget: [keys.session, keys.mySessions, keys.myPasswordRules],
    after: () => {
      setOld('')
      setNew('')
      setAgain('')
      setTried(false)
    },
  })
  const oldWrong = codeOf(change.error) === 'current_password_wrong'
  const ready = oldPassword !== '' && maySend(rules.rules, newPassword, rules.forbiddenWords)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (ready && again === newPassword) change.mutate()
  }

  return (
    <Section>
      <form className={styles.form} onSubmit={submit}>
        <PersonLine name={person.displayName} id={person.id} detail={`${rules.login} · ${rules.directoryName}`} />
        {change.isSuccess ? (
          <Notice tone="good" title={t('changePassword.done')} live>
            {t('changePassword.doneDetail')}
          </Notice>
        ) : null}
        {rules.unavailable ? (
          <Notice tone="warn" title={t('password.unavailable')}>
            {rules.unavailable}
          </Notice>
        ) : null}
        {rules.notBefore ? (
          <Notice tone="warn" title={t('password.tooSoon')}>
            {rich('password.tooSoonDetail', { when: <When at={rules.notBefore} /> })}
          </Notice>
        ) : null}
        <div className={styles.columns}>
          <div className={styles.form}>
            <input type="text" name="username" autoComplete="username" value={rules.login} readOnly hidden />
            <PasswordInput
              size="md"
              label={t('changePassword.old')}
              autoComplete="current-password"
              maxLength={1024}
              value={oldPassword}
              error={oldWrong ? t('changePassword.oldWrong') : undefined}
              onChange={(event) => {
                setOld(event.currentTarget.value)
                change.reset()
              }}
              visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
            />
            <PasswordInput
              size="md"
              label={t('password.new')}
              autoComplete="new-password"
              maxLength={1024}
              value={newPassword}
              onChange={(event) => setNew(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
            />
            <PasswordInput
              size="md"
              label={t('password.again')}
              autoComplete="new-password"
              maxLength={1024}
              value={again}
              error={tried && again !== newPassword ? t('password.differs') : undefined}
              onChange={(event) => setAgain(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
            />
          </div>
          <RuleList rules={rules} password={newPassword} />
        </div>
        <p className={styles.consequence}>{t('changePassword.consequence')}</p>
        {oldWrong ? null : <PasswordFaults error={change.error} />}
        <div>
          <Button
            type="submit"
            size="md"
            loading={change.isPending}
            disabled={!ready || rules.unavailable !== null}
            title={ready ? undefined : t('changePassword.notReady')}
          >
            {t('changePassword.action')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
