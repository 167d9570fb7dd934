/** The roles of this company: what each carries, who may ask, how many hold it. */
import { IconShieldCheck } from '@tabler/icons-react'
import { useCallback } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { usePages } from '../../api/use-pages.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Status } from '../../ui/status.tsx'
import { Toolbar } from '../../ui/toolbar.tsx'
import styles from './roles.module.css'

const defaults = { q: '', state: 'active' }
const states = ['active', 'retired'] as const

export function Roles() {
  const { t, number } = useStrings()
  const [filters, setFilters] = useFilters(defaults)
  const state = states.find((known) => known === filters.state) ?? 'active'
  const roles = usePages(keys.roles({ ...filters, state }), (page) => {
    const q = filters.q.trim()
    return answer(api.GET('/api/roles', { params: { query: { ...page, state, ...(q === '' ? {} : { q }) } } }))
  })
  const search = useCallback((q: string) => setFilters({ q }), [setFilters])
  return (
    <Page
      title={t('roles.title')}
      lead={t('roles.lead')}
      width="wide"
      action={<AdminButton href={paths.newRole()}>{t('roles.new')}</AdminButton>}
    >
      <Toolbar>
        <SearchField label={t('roles.search')} value={filters.q} onChange={search} />
        <ChoiceChips
          label={t('apps.state')}
          value={state}
          onChange={(value) => setFilters({ state: value })}
          choices={states.map((value) => ({ value, label: t(`apps.state.${value}`) }))}
        />
      </Toolbar>
      <Section flush>
        <Loaded query={roles.query} skeleton={<Skeleton shape="table" rows={8} />}>
          {() => (
            <DataTable
              caption={t('roles.title')}
              rows={roles.rows}
              rowKey={(role) => role.id}
              rowHref={(role) => paths.role(role.id)}
              columns={[
                { key: 'name', header: t('roles.name'), cell: (role) => <bdi>{role.name}</bdi> },
                {
                  key: 'carries',
                  header: t('roles.carries'),
                  cell: (role) =>
                    role.productRole ? (
                      <Status tone="quiet">{t('roles.product')}</Status>
                    ) : (
                      <span className={styles.apps}>
                        {role.apps.map((app) => (
                          <span key={app.id} className={styles.app}>
                            <AppIcon name={app.name} icon={app.icon} size="sm" /> <bdi>{app.name}</bdi>
                          </span>
                        ))}
                      </span>
                    ),
                },
                {
                  key: 'asked',
                  header: t('roles.askedBy'),
                  narrow: 'late',
                  cell: (role) => t(`roles.askedBy.${role.askedBy}`),
                },
                {
                  key: 'holders',
                  header: t('roles.holders'),
                  narrow: 'late',
                  align: 'end',
                  cell: (role) => number(role.holders),
                },
              ]}
              more={roles.more}
              empty={
                <EmptyState
                  icon={<IconShieldCheck size={22} />}
                  title={filters.q === '' ? t('roles.none') : t('roles.noHit', { words: filters.q })}
                >
                  {filters.q === '' ? t('roles.noneDetail') : null}
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Section>
    </Page>
  )
}
