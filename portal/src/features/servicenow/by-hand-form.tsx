/** For administrators who set up the instance themselves: the client they made there is entered, ours are told once. */
import type { SnowSecrets } from '@hallpass/contract/servicenow-admin'
import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd, FormLayout } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { ClientFields } from './client-fields.tsx'
import { type InstanceValues, instanceFrom } from './instance-values.ts'
import styles from './servicenow.module.css'

type Props = { values: InstanceValues; onBack: () => void; onAdded: (secrets: SnowSecrets) => void }

export function ByHandForm({ values, onBack, onAdded }: Props) {
  const { t } = useStrings()
  const [client, setClient] = useState({ clientId: '', clientSecret: '' })
  const add = useAction({
    run: (): Promise<SnowSecrets> =>
      answer(
        api.POST('/api/servicenow/connections', {
          body: {
            ...instanceFrom(values),
            oauthClientId: client.clientId.trim(),
            oauthClientSecret: client.clientSecret,
          },
        }),
      ),
    forget: [keys.snowConnections],
    after: onAdded,
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    add.mutate()
  }

  return (
    <form onSubmit={submit} className={styles.form}>
      <Section title={t('snow.form.handTitle')}>
        <FormLayout>
          <ol className={styles.ordered}>
            {(['property', 'user', 'client'] as const).map((what) => (
              <li key={what}>{t(`snow.form.hand.${what}`)}</li>
            ))}
          </ol>
          <ClientFields client={client} onChange={setClient} error={add.error} isNew />
        </FormLayout>
      </Section>
      <Problem error={add.error} withFields />
      <FormEnd>
        <Button variant="default" onClick={onBack}>
          {t('snow.form.back')}
        </Button>
        <AdminButton type="submit" loading={add.isPending}>
          {t('snow.form.add')}
        </AdminButton>
      </FormEnd>
    </form>
  )
}
