/** The trail: searched, verified, exported; and what was written outside without a known outcome. */
import { Button } from '@mantine/core'
import { IconTimelineEvent } from '@tabler/icons-react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { usePages } from '../../api/use-pages.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FilterBar } from './filter-bar.tsx'
import { OpenIntents } from './open-intents.tsx'
import styles from './trail.module.css'
import { TrailEntryRow } from './trail-entry.tsx'
import { queryOf, trailDefaults } from './trail-filters.ts'
import { Verification } from './verification.tsx'

export function Trail() {
  const { t } = useStrings()
  const [filters, setFilters] = useFilters(trailDefaults)
  const query = queryOf(filters)
  const trail = usePages(keys.trail(query), (page) =>
    answer(api.GET('/api/trail', { params: { query: { ...query, ...page } } })),
  )
  const isFiltered = Object.keys(query).length > 0
  const exported = `/api/trail/export?${new URLSearchParams(query as Record<string, string>).toString()}`
  return (
    <Page
      title={t('trail.title')}
      lead={t('trail.lead')}
      width="wide"
      action={
        <Button component="a" href={exported} download variant="default" title={t('trail.exportHint')}>
          {t('trail.export')}
        </Button>
      }
    >
      <Verification />
      <OpenIntents />
      <FilterBar filters={filters} onChange={setFilters} isFiltered={isFiltered} />
      <Section flush>
        <Loaded query={trail.query} skeleton={<Skeleton shape="table" rows={10} />}>
          {() =>
            trail.rows.length === 0 ? (
              <EmptyState
                icon={<IconTimelineEvent size={22} />}
                title={isFiltered ? t('trail.none') : t('trail.noneYet')}
              />
            ) : (
              <>
                <ol className={styles.entries} aria-label={t('trail.title')}>
                  {trail.rows.map((entry) => (
                    <TrailEntryRow key={entry.id} entry={entry} />
                  ))}
                </ol>
                {trail.more.has ? (
                  <div className={styles.more}>
                    <Button variant="default" size="xs" loading={trail.more.loading} onClick={trail.more.load}>
                      {t('ui.showMore')}
                    </Button>
                  </div>
                ) : null}
              </>
            )
          }
        </Loaded>
      </Section>
    </Page>
  )
}
