/** People a read did not see any more, held back by the guard until somebody says that they are really gone. */
import type { SyncRun } from '@hallpass/contract/directories'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FormEnd, FormLayout } from '../../ui/form-layout.tsx'
import { Notice } from '../../ui/notice.tsx'

export function HeldBack({ run }: { run: SyncRun }) {
  const { t } = useStrings()
  const [asking, setAsking] = useState(false)
  const count = run.heldBack
  const confirm = useAction({
    run: () =>
      answer(
        api.POST('/api/sync-runs/{id}/confirm-removals', {
          params: { path: { id: run.id } },
          body: { heldBack: count },
        }),
      ),
    done: () => t('directory.confirmedGone'),
    forget: [keys.directories],
    after: () => setAsking(false),
  })
  if (count === 0 || !run.confirmable) return null
  return (
    <Notice tone="warn" title={t('directory.heldBack', { count })}>
      <FormLayout>
        <p>{t('directory.heldBackDetail')}</p>
        <FormEnd>
          <AdminButton variant="default" size="xs" onClick={() => setAsking(true)}>
            {t('directory.confirmGone', { count })}
          </AdminButton>
        </FormEnd>
      </FormLayout>
      <ConfirmDialog
        opened={asking}
        title={t('directory.confirmGoneTitle', { count })}
        confirmLabel={t('directory.confirmGone', { count })}
        danger
        busy={confirm.isPending}
        problem={<Problem error={confirm.error} />}
        onConfirm={() => confirm.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t('directory.confirmGoneDetail')}</p>
      </ConfirmDialog>
    </Notice>
  )
}
