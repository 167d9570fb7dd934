/** A directory that is paused or being removed: since when, why, and the two ways on from there. */
import type { DirectoryDetail } from '@hallpass/contract/directories'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd, FormLayout } from '../../ui/form-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { When } from '../../ui/when.tsx'
import { RemoveDirectory } from './remove-directory.tsx'

export function DirectoryPaused({ directory }: { directory: DirectoryDetail }) {
  const { t, rich } = useStrings()
  const { paused, people } = directory
  const resume = useAction({
    run: () => answer(api.POST('/api/directories/{id}/resume', { params: { path: { id: directory.id } }, body: {} })),
    done: () => t('directory.resumed'),
    forget: [keys.directories, ['people']],
    after: (resumed, _, client) => client.setQueryData(keys.directory(directory.id), resumed),
    tellFailure: true,
  })
  if (paused === null) return null
  if (paused.removing) {
    return (
      <Notice tone="warn" title={t('directory.removing')} live>
        {t('directory.removingDetail', { count: people.active + people.disabled })}
      </Notice>
    )
  }
  return (
    <Notice tone="warn" title={t('directory.paused')} live>
      <FormLayout>
        <p>{rich('directory.pausedSince', { when: <When at={paused.since} />, reason: <bdi>{paused.reason}</bdi> })}</p>
        <p>{t('directory.pausedDetail')}</p>
        <FormEnd>
          <AdminButton size="xs" loading={resume.isPending} onClick={() => resume.mutate()}>
            {t('directory.resume')}
          </AdminButton>
          <RemoveDirectory directory={directory} />
        </FormEnd>
      </FormLayout>
    </Notice>
  )
}
