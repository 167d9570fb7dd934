import type { PersonDetail } from '@hallpass/contract/people'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useHasRole } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ReasonButton } from '../../ui/reason-button.tsx'

/** Read again, disable, enable. */
export function PersonActions({ person }: { person: PersonDetail }) {
  const { t } = useStrings()
  const mayRefresh = useHasRole('admin', 'desk_agent')
  const [asking, setAsking] = useState<'disable' | 'enable' | null>(null)
  const params = { path: { id: person.id } }
  const forget = [['people'], ['trail']]
  const name = person.displayName
  const refresh = useAction({
    run: () => answer(api.POST('/api/people/{id}/refresh', { params, body: {} })),
    done: () => t('person.refreshed'),
    forget,
    tellFailure: true,
  })
  const disable = useAction({
    run: (reason: string) => answer(api.POST('/api/people/{id}/disable', { params, body: { reason } })),
    done: () => t('person.disabled', { name }),
    forget,
    after: () => setAsking(null),
  })
  const enable = useAction({
    run: (reason: string) => answer(api.POST('/api/people/{id}/enable', { params, body: { reason } })),
    done: () => t('person.enabled', { name }),
    forget,
    after: () => setAsking(null),
  })
  const wants = person.state === 'disabled' ? 'enable' : 'disable'
  const action = asking === 'enable' ? enable : disable
  return (
    <>
      {mayRefresh ? (
        <ReasonButton
          variant="default"
          why={person.directoryPausedAt ? t('directory.pausedWhy') : null}
          loading={refresh.isPending}
          onClick={() => refresh.mutate()}
        >
          {t('person.refresh')}
        </ReasonButton>
      ) : null}
      {person.state === 'gone' ? null : (
        <AdminButton
          variant="default"
          why={person.editable[wants] ? null : person.editable.reason && say(person.editable.reason)}
          onClick={() => setAsking(wants)}
        >
          {t(`person.${wants}`)}
        </AdminButton>
      )}
      <ConfirmDialog
        opened={asking !== null}
        title={t(asking === 'enable' ? 'person.enableTitle' : 'person.disableTitle', { name })}
        confirmLabel={t(asking === 'enable' ? 'person.enable' : 'person.disable')}
        danger={asking !== 'enable'}
        busy={action.isPending}
        reason={{ label: t('ui.reason'), description: t('ui.reasonTrail'), minLength: 1, maxLength: 500 }}
        problem={<Problem error={action.error} />}
        onConfirm={(reason) => action.mutate(reason)}
        onClose={() => setAsking(null)}
      >
        <p>{t(asking === 'enable' ? 'person.enableDetail' : 'person.disableDetail')}</p>
      </ConfirmDialog>
    </>
  )
}
