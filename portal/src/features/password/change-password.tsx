/** Change one's own password: the old one, the rules, the new one, and what will happen. */
import type { PasswordRules } from '@hallpass/contract/credentials'
import { Button, PasswordInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { codeOf } from '../../api/problem-error.ts'
import { useSession } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { PersonLine } from '../../ui/face.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { When } from '../../ui/when.tsx'
import { NewPasswordField } from './new-password-field.tsx'
import { NextSteps } from './next-steps.tsx'
import styles from './password.module.css'
import { maySend } from './rules.ts'
import { useRefusals } from './use-refusals.ts'

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
  const change = useAction({
    run: () => answer(api.POST('/api/password/change', { body: { oldPassword, newPassword } })),
    forget: [keys.session, keys.mySessions, keys.myPasswordRules],
    after: () => {
      setOld('')
      setNew('')
    },
  })
  const oldWrong = codeOf(change.error) === 'current_password_wrong'
  const refusals = useRefusals(change.error)
  const ready =
    oldPassword !== '' && rules.notBefore === null && maySend(rules.rules, newPassword, rules.forbiddenWords)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (ready) change.mutate()
  }

  return (
    <Section>
      <form className={styles.form} onSubmit={submit}>
        <PersonLine name={person.displayName} id={person.id} detail={`${rules.login} · ${rules.directoryName}`} />
        {change.isSuccess ? (
          <>
            <Notice tone="good" title={t('changePassword.done')} live>
              {t('changePassword.doneDetail')}
            </Notice>
            <NextSteps oldLingers={rules.oldPasswordLingers} />
          </>
        ) : null}
        {rules.unavailable ? (
          <Notice tone="warn" title={t('password.unavailable')}>
            {t('password.unavailableDetail', { directory: rules.directoryName })}
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
        <NewPasswordField
          rules={rules}
          value={newPassword}
          refusals={refusals}
          onChange={(value) => {
            setNew(value)
            if (change.error !== null) change.reset()
          }}
        />
        <p className={styles.consequence}>{t('changePassword.consequence')}</p>
        {oldWrong || refusals.length > 0 ? null : <Problem error={change.error} />}
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
