/** Everybody in every directory, found as one types. */
import { Select } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { useHasRole } from '../../api/session.ts'
import { usePages } from '../../api/use-pages.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PersonLine } from '../../ui/face.tsx'
import { Page } from '../../ui/page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Toolbar } from '../../ui/toolbar.tsx'
import { PersonStatus } from './person-status.tsx'

const defaults = { q: '', state: '', directory: '' }
const states = ['active', 'disabled', 'gone'] as const

export function People() {
  const { t } = useStrings()
  const [filters, setFilters] = useFilters(defaults)
  const seesDirectories = useHasRole('admin', 'auditor')
  const directories = useQuery({
    queryKey: keys.directories,
    queryFn: () => answer(api.GET('/api/directories')),
    enabled: seesDirectories,
  })
  const state = states.find((known) => known === filters.state)
  const people = usePages(keys.people(filters), (page) => {
    const q = filters.q.trim()
    const query = {
      ...page,
      ...(q === '' ? {} : { q }),
      ...(state === undefined ? {} : { state }),
      ...(filters.directory === '' ? {} : { directoryId: filters.directory }),
    }
    return answer(api.GET('/api/people', { params: { query } }))
  })
  const hasNamesake = ({ id, login }: { id: string; login: string }) =>
    people.rows.some((other) => other.id !== id && other.login.toLowerCase() === login.toLowerCase())
  const search = useCallback((q: string) => setFilters({ q }), [setFilters])
  return (
    <Page
      title={t('people.title')}
      lead={t('people.lead')}
      width="wide"
      action={
        <>
          <AdminButton variant="default" href={paths.importPeople()}>
            {t('people.import')}
          </AdminButton>
          <AdminButton href={paths.newPerson()}>{t('people.new')}</AdminButton>
        </>
      }
    >
      <Toolbar>
        <SearchField
          label={t('people.search')}
          placeholder={t('people.searchHint')}
          value={filters.q}
          onChange={search}
        />
        <ChoiceChips
          label={t('people.state')}
          value={filters.state}
          onChange={(value) => setFilters({ state: value })}
          choices={[
            { value: '', label: t('ui.all') },
            ...states.map((value) => ({ value, label: t(`people.state.${value}`) })),
          ]}
        />
        {seesDirectories && (directories.data?.items.length ?? 0) > 1 ? (
          <Select
            aria-label={t('people.directory')}
            value={filters.directory}
            onChange={(value) => setFilters({ directory: value ?? '' })}
            data={[
              { value: '', label: t('people.allDirectories') },
              ...(directories.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ) : null}
      </Toolbar>
      <Section flush>
        <Loaded query={people.query} skeleton={<Skeleton shape="table" rows={8} />}>
          {() => (
            <DataTable
              caption={t('people.title')}
              rows={people.rows}
              rowKey={(person) => person.id}
              rowHref={(person) => paths.person(person.id)}
              columns={[
                {
                  key: 'name',
                  header: t('people.name'),
                  cell: (person) => (
                    <PersonLine
                      name={person.displayName}
                      id={person.id}
                      detail={hasNamesake(person) ? `${person.login} · ${person.directory.name}` : person.login}
                    />
                  ),
                },
                {
                  key: 'work',
                  header: t('people.work'),
                  narrow: 'late',
                  cell: (person) => <bdi>{[person.title, person.department].filter(Boolean).join(' · ')}</bdi>,
                },
                {
                  key: 'directory',
                  header: t('people.directory'),
                  narrow: 'last',
                  cell: (person) => <bdi>{person.directory.name}</bdi>,
                },
                { key: 'state', header: t('people.state'), cell: (person) => <PersonStatus state={person.state} /> },
              ]}
              more={people.more}
              empty={
                filters.q === '' ? (
                  <EmptyState icon={<IconUsers size={22} />} title={t('people.none')}>
                    {t('people.noneDetail')}
                  </EmptyState>
                ) : (
                  <EmptyState icon={<IconUsers size={22} />} title={t('people.noHit', { words: filters.q })}>
                    {t('people.noHitDetail')}
                  </EmptyState>
                )
              }
            />
          )}
        </Loaded>
      </Section>
    </Page>
  )
}
