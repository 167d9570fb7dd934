/** Changes how an instance is worked with. Another address or client needs its secret again: the service insists. */
import type { ChangeSnowConnection, SnowConnection } from '@hallpass/contract/servicenow-admin'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { ClientFields } from './client-fields.tsx'
import { InstanceFields } from './instance-fields.tsx'
import { instanceFrom } from './instance-values.ts'
import { RuleFields, type RuleValues } from './rule-fields.tsx'
import styles from './servicenow.module.css'

export function EditConnection({ connection }: { connection: SnowConnection }) {
  const { t } = useStrings()
  const [instance, setInstance] = useState(() => {
    const { name, instanceUrl, mode, matchBy } = connection
    return { name, instanceUrl, mode, matchBy }
  })
  const [client, setClient] = useState({ clientId: connection.oauthClientId, clientSecret: '' })
  const [rules, setRules] = useState<RuleValues>(() => {
    const { pollSeconds, ratePerSecond, casesAs, endsWithTicket, ownVerificationSuffices, resetsMax } = connection
    return { pollSeconds, ratePerSecond, casesAs, endsWithTicket, ownVerificationSuffices, resetsMax }
  })
  const save = useAction({
    run: () => {
      const secret = client.clientSecret === '' ? {} : { oauthClientSecret: client.clientSecret }
      const body: ChangeSnowConnection = {
        version: connection.version,
        ...instanceFrom(instance),
        ...rules,
        oauthClientId: client.clientId.trim(),
        ...secret,
      }
      return answer(api.PATCH('/api/servicenow/connections/{id}', { params: { path: { id: connection.id } }, body }))
    },
    done: () => t('ui.saved'),
    forget: [keys.snowConnections],
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate()
  }

  return (
    <form onSubmit={submit} className={styles.form}>
      <Section title={t('snow.step.instance')}>
        <InstanceFields
          values={instance}
          onChange={(change) => setInstance((before) => ({ ...before, ...change }))}
          error={save.error}
        />
      </Section>
      <Section title={t('snow.ownClient')}>
        <ClientFields client={client} onChange={setClient} error={save.error} isNew={false} />
      </Section>
      <RuleFields
        values={rules}
        mode={instance.mode}
        onChange={(change) => setRules((before) => ({ ...before, ...change }))}
      />
      <Problem error={save.error} withFields />
      <FormEnd>
        <AdminButton type="submit" loading={save.isPending}>
          {t('ui.save')}
        </AdminButton>
      </FormEnd>
    </form>
  )
}
