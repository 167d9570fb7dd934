/** The instances of ServiceNow that Hallpass works with, and how each is doing. */
import { IconPlugConnected } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ConnectionCard } from './connection-card.tsx'
import styles from './servicenow.module.css'

export function ServicenowConnections() {
  const { t } = useStrings()
  const connections = useQuery({
    queryKey: keys.snowConnections,
    queryFn: () => answer(api.GET('/api/servicenow/connections')),
    refetchInterval: 10_000,
  })
  const begin = <AdminButton href={paths.newServicenow()}>{t('snow.new')}</AdminButton>
  const isEmpty = connections.data?.items.length === 0
  return (
    <Page title={t('snow.title')} lead={t('snow.lead')} action={isEmpty ? null : begin}>
      <Loaded query={connections} skeleton={<Skeleton shape="cards" rows={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<IconPlugConnected size={22} />} title={t('snow.none')} action={begin}>
              {t('snow.noneDetail')}
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {items.map((connection) => (
                <ConnectionCard key={connection.id} connection={connection} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  )
}
