import { TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useSession } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './settings.module.css'

/** Sends a mail now and shows what the mail server answered. */
export function MailTest({ server }: { server: string | null }) {
  const { t } = useStrings()
  const { person } = useSession()
  const [to, setTo] = useState(person.mail ?? '')
  const send = useAction({ run: () => answer(api.POST('/api/settings/test-mail', { body: { to: to.trim() } })) })

  function submit(event: FormEvent) {
    event.preventDefault()
    send.mutate()
  }

  return (
    <form onSubmit={submit}>
      <FormLayout>
        <Facts facts={[{ name: t('settings.mailServer'), value: server ?? t('settings.noMail') }]} />
        <div className={styles.test}>
          <TextInput
            type="email"
            label={t('settings.testTo')}
            required
            withAsterisk={false}
            maxLength={254}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <AdminButton type="submit" variant="default" loading={send.isPending}>
            {t('settings.test')}
          </AdminButton>
        </div>
        <Problem error={send.error} />
        {send.data ? (
          <Notice
            tone={send.data.ok ? 'good' : 'warn'}
            title={send.data.ok ? t('settings.testOk') : t('settings.testBad')}
            live
          >
            <bdi>{say(send.data.detail)}</bdi>
          </Notice>
        ) : null}
      </FormLayout>
    </form>
  )
}
