/** The apps of this company, with how accounts are made in each and how that is going. */
import type { Connection } from '@hallpass/contract/provisioning'
import { IconApps } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { usePages } from '../../api/use-pages.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { paths } from '../../paths.ts'
import { useCategoryName } from '../../strings/use-category-name.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Status } from '../../ui/status.tsx'
import { Toolbar } from '../../ui/toolbar.tsx'
import { AppName } from './app-name.tsx'

const defaults = { q: '', state: 'active' }
const states = ['active', 'retired'] as const

export function Apps() {
  const { t } = useStrings()
  const categoryName = useCategoryName()
  const [filters, setFilters] = useFilters(defaults)
  const state = states.find((known) => known === filters.state) ?? 'active'
  const apps = usePages(keys.apps({ ...filters, state }), (page) => {
    const q = filters.q.trim()
    return answer(api.GET('/api/apps', { params: { query: { ...page, state, ...(q === '' ? {} : { q }) } } }))
  })
  const connections = useQuery({
    queryKey: keys.connections,
    queryFn: () => answer(api.GET('/api/connections', { params: { query: { limit: 200 } } })),
  })
  const byApp = new Map((connections.data?.items ?? []).map((connection) => [connection.app.id, connection]))
  const search = useCallback((q: string) => setFilters({ q }), [setFilters])
  return (
    <Page
      title={t('apps.title')}
      lead={t('apps.lead')}
      width="wide"
      action={<AdminButton href={paths.templates()}>{t('apps.new')}</AdminButton>}
    >
      <Toolbar>
        <SearchField label={t('apps.search')} value={filters.q} onChange={search} />
        <ChoiceChips
          label={t('apps.state')}
          value={state}
          onChange={(value) => setFilters({ state: value })}
          choices={states.map((value) => ({ value, label: t(`apps.state.${value}`) }))}
        />
      </Toolbar>
      <Section flush>
        <Loaded query={apps.query} skeleton={<Skeleton shape="table" rows={8} />}>
          {() => (
            <DataTable
              caption={t('apps.title')}
              rows={apps.rows}
              rowKey={(app) => app.id}
              rowHref={(app) => paths.app(app.id)}
              columns={[
                {
                  key: 'name',
                  header: t('apps.name'),
                  cell: (app) => (
                    <AppName name={app.name} icon={app.icon} detail={app.builtIn ? t('apps.builtIn') : null} />
                  ),
                },
                {
                  key: 'category',
                  header: t('apps.category'),
                  narrow: 'last',
                  cell: (app) => categoryName(app.category),
                },
                { key: 'roles', header: t('apps.roles'), narrow: 'late', align: 'end', cell: (app) => app.roles },
                {
                  key: 'accounts',
                  header: t('apps.accounts'),
                  cell: (app) => <ConnectionStatus connection={byApp.get(app.id)} />,
                },
              ]}
              more={apps.more}
              empty={
                <EmptyState
                  icon={<IconApps size={22} />}
                  title={filters.q === '' ? t('apps.none') : t('apps.noHit', { words: filters.q })}
                >
                  {filters.q === '' ? t('apps.noneDetail') : null}
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Section>
    </Page>
  )
}

function ConnectionStatus({ connection }: { connection: Connection | undefined }) {
  const { t } = useStrings()
  if (!connection || connection.kind === 'none') return <Status tone="quiet">{t('apps.kind.none')}</Status>
  if (connection.health.state === 'failing') return <Status tone="bad">{t('app.health.failing')}</Status>
  if (connection.health.waiting > 0) {
    return <Status tone="warn">{t('apps.waiting', { count: connection.health.waiting })}</Status>
  }
  return <Status tone="good">{t(`apps.kind.${connection.kind}`)}</Status>
}
