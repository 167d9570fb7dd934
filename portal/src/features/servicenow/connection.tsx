/** One instance: how it is doing, what was ordered there, and how it is worked with. */
import type { SnowConnection } from '@hallpass/contract/servicenow-admin'
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
import { ConnectionOrders } from './connection-orders.tsx'
import { ConnectionOverview } from './connection-overview.tsx'
import { ConnectionStatus } from './connection-status.tsx'
import { EditConnection } from './edit-connection.tsx'

const defaults = { tab: 'overview', show: 'open' }
const tabs = ['overview', 'orders', 'settings'] as const

export function ServicenowConnection() {
  const { t } = useStrings()
  const id = useParam()
  const connection = useQuery({
    queryKey: keys.snowConnection(id),
    queryFn: (): Promise<SnowConnection> =>
      answer(api.GET('/api/servicenow/connections/{id}', { params: { path: { id } } })),
    refetchInterval: 5000,
  })
  if (!connection.data) {
    return (
      <Page title={t('snow.title')} back={{ href: paths.servicenow(), label: t('snow.title') }}>
        <Loaded query={connection}>{() => null}</Loaded>
      </Page>
    )
  }
  return <Found connection={connection.data} />
}

function Found({ connection }: { connection: SnowConnection }) {
  const { t } = useStrings()
  const [{ tab }] = useFilters(defaults)
  const active = tabs.find((known) => known === tab) ?? 'overview'
  const { id } = connection
  const sync = useAction({
    run: () => answer(api.POST('/api/servicenow/connections/{id}/sync', { params: { path: { id } } })),
    done: () => t('snow.syncStarted'),
    forget: [keys.snowConnections],
    tellFailure: true,
  })
  return (
    <Page
      title={connection.name}
      heading={
        <>
          <bdi>{connection.name}</bdi> <ConnectionStatus connection={connection} />
        </>
      }
      lead={t(`snow.mode.${connection.mode}`)}
      back={{ href: paths.servicenow(), label: t('snow.title') }}
      action={
        <AdminButton
          variant="default"
          loading={sync.isPending}
          why={connection.instanceId === null ? t('snow.untriedDetail') : null}
          onClick={() => sync.mutate()}
        >
          {t('snow.sync')}
        </AdminButton>
      }
    >
      <TabLinks
        label={t('snow.tabs')}
        active={active}
        tabs={tabs.map((key) => ({
          key,
          label: t(`snow.tab.${key}`),
          href: paths.servicenowConnection(id, key === 'overview' ? undefined : key),
          count: key === 'orders' ? connection.open : undefined,
        }))}
      />
      {active === 'overview' ? <ConnectionOverview connection={connection} /> : null}
      {active === 'orders' ? <ConnectionOrders connectionId={id} /> : null}
      {active === 'settings' ? <EditConnection key={connection.version} connection={connection} /> : null}
    </Page>
  )
}
