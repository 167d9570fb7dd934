/** Keys and clients of a connection, and making them anew: the secrets are shown once. */
import type { SnowConnection, SnowSecrets } from '@hallpass/contract/servicenow-admin'
import { Modal } from '@mantine/core'
import { IconIdBadge2, IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { useWordsOr } from '../../strings/use-words-or.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { Item, ItemList } from '../../ui/item-list.tsx'
import { Section } from '../../ui/section.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import { SecretsToEnter } from './secrets-to-enter.tsx'
import styles from './servicenow.module.css'

const tones: Record<SnowConnection['keys'][number]['state'], Tone> = {
  current: 'good',
  previous: 'warn',
  exposed: 'bad',
}

export function ConnectionKeys({ connection }: { connection: SnowConnection }) {
  const { t, rich } = useStrings()
  const wordsOr = useWordsOr()
  const [asking, setAsking] = useState<'rotate' | 'renew' | null>(null)
  const [made, setMade] = useState<SnowSecrets | null>(null)
  const params = { path: { id: connection.id } }
  const make = useAction({
    run: (what: 'rotate' | 'renew'): Promise<SnowSecrets> =>
      what === 'rotate'
        ? answer(api.POST('/api/servicenow/connections/{id}/rotate-keys', { params }))
        : answer(api.POST('/api/servicenow/connections/{id}/renew-clients', { params })),
    forget: [keys.snowConnections],
    after: (secrets) => {
      setAsking(null)
      setMade(secrets)
    },
  })
  return (
    <Section title={t('snow.keys')} lead={t('snow.keysLead')}>
      <FormLayout>
        <ItemList>
          {connection.keys.map((key) => (
            <Item
              key={key.id}
              icon={<IconKey size={18} />}
              name={
                <>
                  {t(`snow.key.${key.direction}`)}{' '}
                  <Status tone={tones[key.state]}>{t(`snow.keyState.${key.state}`)}</Status>
                </>
              }
              details={[
                <code key="id" className={styles.address}>
                  {key.id}
                </code>,
                rich('snow.keyMade', { when: <When at={key.createdAt} /> }),
                key.exposedBy === null ? null : t('snow.exposedBy', { id: key.exposedBy }),
              ]}
            />
          ))}
          <Item
            icon={<IconIdBadge2 size={18} />}
            name={t('snow.ownClient')}
            details={[
              <code key="id" className={styles.address}>
                {connection.oauthClientId}
              </code>,
            ]}
          />
          {connection.clients.map(({ scope, clientId }) => (
            <Item
              key={clientId}
              icon={<IconIdBadge2 size={18} />}
              name={t('snow.client', { what: wordsOr(`snow.scope.${scope}`, scope) })}
              details={[
                <code key="id" className={styles.address}>
                  {clientId}
                </code>,
              ]}
            />
          ))}
        </ItemList>
        <div className={styles.actions}>
          <AdminButton variant="default" size="xs" onClick={() => setAsking('rotate')}>
            {t('snow.rotate')}
          </AdminButton>
          <AdminButton variant="default" size="xs" onClick={() => setAsking('renew')}>
            {t('snow.renew')}
          </AdminButton>
        </div>
      </FormLayout>
      <ConfirmDialog
        opened={asking !== null}
        title={t(asking === 'renew' ? 'snow.renewTitle' : 'snow.rotateTitle', { name: connection.name })}
        confirmLabel={t(asking === 'renew' ? 'snow.renew' : 'snow.rotate')}
        busy={make.isPending}
        problem={<Problem error={make.error} />}
        onConfirm={() => make.mutate(asking ?? 'rotate')}
        onClose={() => setAsking(null)}
      >
        <p>{t(asking === 'renew' ? 'snow.renewDetail' : 'snow.rotateDetail')}</p>
      </ConfirmDialog>
      {/* Shown this once: the only way out is the button that says that all of it is kept. */}
      <Modal
        opened={made !== null}
        onClose={() => setMade(null)}
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={false}
        size="lg"
        title={t('snow.secrets')}
      >
        <FormLayout>
          <p className={styles.quiet}>{t('snow.secretsLead')}</p>
          {made ? <SecretsToEnter secrets={made} /> : null}
          <div className={styles.actions}>
            <AdminButton onClick={() => setMade(null)}>{t('snow.entered')}</AdminButton>
          </div>
        </FormLayout>
      </Modal>
    </Section>
  )
}
