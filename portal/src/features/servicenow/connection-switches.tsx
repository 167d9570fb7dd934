/** Pausing a connection, opening it again, forgetting which instance it was, removing it. */
import type { SnowConnection } from '@hallpass/contract/servicenow-admin'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useGo } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import styles from './servicenow.module.css'

type What = 'pause' | 'forget' | 'remove'

export function ConnectionSwitches({ connection }: { connection: SnowConnection }) {
  const { t } = useStrings()
  const go = useGo()
  const [asking, setAsking] = useState<What | null>(null)
  const { name, state, instanceId } = connection
  const params = { path: { id: connection.id } }
  const open = useAction({
    run: () => answer(api.POST('/api/servicenow/connections/{id}/enable', { params })),
    done: () => t('snow.resumed'),
    forget: [keys.snowConnections],
    tellFailure: true,
  })
  const act = useAction({
    run: async (what: What): Promise<void> => {
      if (what === 'pause') await answer(api.POST('/api/servicenow/connections/{id}/disable', { params }))
      if (what === 'forget') await answer(api.POST('/api/servicenow/connections/{id}/rebind', { params }))
      if (what === 'remove') await answer(api.DELETE('/api/servicenow/connections/{id}', { params }))
    },
    done: (_, what) =>
      what === 'remove' ? t('snow.removed', { name }) : t(what === 'pause' ? 'snow.paused' : 'snow.forgotten'),
    after: (_, what) => {
      setAsking(null)
      if (what === 'remove') go(paths.servicenow())
    },
    forget: [keys.snowConnections],
  })

  function ask(what: What) {
    act.reset()
    setAsking(what)
  }

  return (
    <div className={styles.actions}>
      {state === 'active' ? null : (
        <AdminButton loading={open.isPending} onClick={() => open.mutate()}>
          {t(state === 'closed' ? 'snow.openDoor' : 'snow.resume')}
        </AdminButton>
      )}
      {state === 'disabled' ? null : (
        <AdminButton variant="default" onClick={() => ask('pause')}>
          {t('snow.pause')}
        </AdminButton>
      )}
      <AdminButton
        variant="default"
        why={instanceId === null ? t('snow.untriedDetail') : null}
        onClick={() => ask('forget')}
      >
        {t('snow.forget')}
      </AdminButton>
      <AdminButton
        variant="default"
        why={connection.isUsed ? t('problem.code.servicenow_connection_used') : null}
        onClick={() => ask('remove')}
      >
        {t('snow.remove')}
      </AdminButton>
      {(['pause', 'forget', 'remove'] as const).map((what) => (
        <ConfirmDialog
          key={what}
          opened={asking === what}
          title={t(`snow.${what}Title`, { name })}
          confirmLabel={t(`snow.${what}`)}
          danger={what !== 'pause'}
          busy={act.isPending}
          problem={<Problem error={act.error} />}
          onConfirm={() => act.mutate(what)}
          onClose={() => setAsking(null)}
        >
          <p>{t(`snow.${what}Detail`)}</p>
        </ConfirmDialog>
      ))}
    </div>
  )
}
