/** One directory: health and rights, reads, settings, and how its people recover their password. */
import type { DirectoryDetail } from '@hallpass/contract/directories'
import { useQuery } from '@tanstack/react-query'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { useParam } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Page } from '../../ui/page.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { DirectoryOverview } from './directory-overview.tsx'
import { DirectoryPaused } from './directory-paused.tsx'
import { DirectoryRuns } from './directory-runs.tsx'
import { DirectoryStatus } from './directory-status.tsx'
import { EditDirectory } from './edit-directory.tsx'
import { PauseDirectory } from './pause-directory.tsx'
import { RecoveryForm } from './recovery-form.tsx'

const defaults = { tab: 'overview' }
const tabs = ['overview', 'runs', 'settings', 'recovery'] as const

export function DirectoryScreen() {
  const { t } = useStrings()
  const id = useParam()
  const directory = useQuery({
    queryKey: keys.directory(id),
    queryFn: (): Promise<DirectoryDetail> => answer(api.GET('/api/directories/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (isReading(query.state.data) ? 1000 : 10_000),
  })
  if (!directory.data) {
    return (
      <Page title={t('directories.title')} back={{ href: paths.directories(), label: t('directories.title') }}>
        <Loaded query={directory}>{() => null}</Loaded>
      </Page>
    )
  }
  return <Found directory={directory.data} />
}

function isReading(directory: DirectoryDetail | undefined): boolean {
  if (directory?.paused) return directory.paused.removing
  // Asked for the first time, or for the first time since it goes on.
  if (directory?.health.state === 'unknown') return true
  return directory?.lastRun?.state === 'running' || directory?.lastRun?.state === 'waiting'
}

function Found({ directory }: { directory: DirectoryDetail }) {
  const { t } = useStrings()
  const [{ tab }] = useFilters(defaults)
  const active = tabs.find((known) => known === tab) ?? 'overview'
  const sync = useAction({
    run: () => answer(api.POST('/api/directories/{id}/sync', { params: { path: { id: directory.id } }, body: {} })),
    done: () => t('directory.syncStarted'),
    forget: [keys.directories],
    tellFailure: true,
  })
  return (
    <Page
      title={directory.name}
      heading={
        <>
          <bdi>{directory.name}</bdi> <DirectoryStatus directory={directory} />
        </>
      }
      lead={t(`directories.kind.${directory.kind}`)}
      back={{ href: paths.directories(), label: t('directories.title') }}
      action={
        <AdminButton
          variant="default"
          why={directory.paused ? t('directory.pausedWhy') : null}
          loading={sync.isPending}
          onClick={() => sync.mutate()}
        >
          {t('directory.sync')}
        </AdminButton>
      }
    >
      <DirectoryPaused directory={directory} />
      <TabLinks
        label={t('directory.tabs')}
        active={active}
        tabs={tabs.map((key) => ({
          key,
          label: t(`directory.tab.${key}`),
          href: paths.directory(directory.id, key === 'overview' ? undefined : key),
        }))}
      />
      {active === 'overview' ? <DirectoryOverview directory={directory} /> : null}
      {active === 'runs' ? <DirectoryRuns directoryId={directory.id} /> : null}
      {active === 'settings' ? (
        <>
          <EditDirectory key={directory.version} directory={directory} />
          {directory.paused ? null : <PauseDirectory directory={directory} />}
        </>
      ) : null}
      {active === 'recovery' ? <RecoveryForm directoryId={directory.id} /> : null}
    </Page>
  )
}
