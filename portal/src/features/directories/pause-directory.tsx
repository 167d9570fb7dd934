/** Stops everything with a directory for a while; the way to take it away begins here, too. */
import type { DirectoryDetail } from '@hallpass/contract/directories'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useSession } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FormEnd, FormLayout } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'

export function PauseDirectory({ directory }: { directory: DirectoryDetail }) {
  const { t } = useStrings()
  const { person } = useSession()
  const [asking, setAsking] = useState(false)
  const why = directory.isKept
    ? t('problem.code.directory_kept')
    : person.directoryName === directory.name
      ? t('problem.code.not_your_own_directory')
      : null
  const pause = useAction({
    run: (reason: string) =>
      answer(api.POST('/api/directories/{id}/pause', { params: { path: { id: directory.id } }, body: { reason } })),
    done: () => t('directory.pausedNow'),
    forget: [keys.directories, ['people']],
    // What it says now stands at the top of its page, at once.
    after: (paused, _, client) => {
      client.setQueryData(keys.directory(directory.id), paused)
      window.scrollTo({ top: 0 })
    },
  })
  return (
    <Section title={t('directory.pauseSection')}>
      <FormLayout>
        <p>{t('directory.pauseLead')}</p>
        <FormEnd>
          <AdminButton variant="default" why={why} onClick={() => setAsking(true)}>
            {t('directory.pause')}
          </AdminButton>
        </FormEnd>
      </FormLayout>
      <ConfirmDialog
        opened={asking}
        title={t('directory.pauseTitle', { name: directory.name })}
        confirmLabel={t('directory.pause')}
        busy={pause.isPending}
        reason={{ label: t('ui.reason'), description: t('ui.reasonTrail'), minLength: 1, maxLength: 500 }}
        problem={<Problem error={pause.error} />}
        onConfirm={(reason) => pause.mutate(reason)}
        onClose={() => setAsking(false)}
      >
        <p>{t('directory.pauseDetail', { count: directory.people.active })}</p>
      </ConfirmDialog>
    </Section>
  )
}
