/** What the service does in the background: what waits, what is tried again, what was given up, and trying it again. */
import type { Job } from '@hallpass/contract/platform'
import { IconStack2 } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { useWordsOr } from '../../strings/use-words-or.ts'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import { HistoryCard } from './history-card.tsx'
import styles from './jobs.module.css'
import { SweepCard } from './sweep-card.tsx'

const defaults = { state: 'all' }
const states = ['all', 'dead', 'retrying', 'running', 'waiting'] as const
const tones: Record<Job['state'], Tone> = { waiting: 'quiet', running: 'accent', retrying: 'warn', dead: 'bad' }

export function Jobs() {
  const { t } = useStrings()
  const wordsOr = useWordsOr()
  const [filters, setFilters] = useFilters(defaults)
  const state = states.find((known) => known === filters.state) ?? 'all'
  const jobs = useQuery({
    queryKey: keys.jobs(state),
    queryFn: () => answer(api.GET('/api/jobs', { params: { query: state === 'all' ? {} : { state } } })),
    refetchInterval: 5000,
    placeholderData: keepPreviousData,
  })
  const retry = useAction({
    run: (id: string) => answer(api.POST('/api/jobs/{id}/retry', { params: { path: { id } }, body: {} })),
    done: () => t('jobs.retried'),
    forget: [['jobs']],
    tellFailure: true,
  })
  const counts = jobs.data?.counts ?? {}
  return (
    <Page title={t('jobs.title')} lead={t('jobs.lead')} width="wide">
      <ChoiceChips
        label={t('jobs.state')}
        value={state}
        onChange={(value) => setFilters({ state: value })}
        choices={states.map((value) => ({
          value,
          label: t(`jobs.state.${value}`),
          ...(value === 'all' ? {} : { count: counts[value] ?? 0 }),
        }))}
      />
      <Section flush>
        <Loaded query={jobs} skeleton={<Skeleton shape="table" rows={6} />}>
          {({ items }) => (
            <DataTable
              caption={t('jobs.title')}
              rows={items}
              rowKey={(job) => job.id}
              columns={[
                {
                  key: 'task',
                  header: t('jobs.task'),
                  cell: (job) => (
                    <div>
                      {wordsOr(`jobs.kind.${job.task}`, job.task)}
                      <code className={styles.task}>{job.task}</code>
                      {job.lastError ? <p className={styles.error}>{say(job.lastError)}</p> : null}
                    </div>
                  ),
                },
                {
                  key: 'state',
                  header: t('jobs.state'),
                  cell: (job) => <Status tone={tones[job.state]}>{t(`jobs.state.${job.state}`)}</Status>,
                },
                {
                  key: 'attempts',
                  header: t('jobs.attempts'),
                  narrow: 'last',
                  cell: (job) => t('jobs.attemptsOf', { attempts: job.attempts, most: job.maxAttempts }),
                },
                {
                  key: 'next',
                  header: t('jobs.next'),
                  narrow: 'late',
                  cell: (job) => (job.state === 'dead' ? '–' : <When at={job.runAt} as="distance" />),
                },
                {
                  key: 'do',
                  header: t('palette.actions'),
                  align: 'end',
                  cell: (job) =>
                    job.state === 'running' ? null : (
                      <AdminButton size="compact-sm" variant="default" onClick={() => retry.mutate(job.id)}>
                        {t('jobs.retry')}
                      </AdminButton>
                    ),
                },
              ]}
              empty={
                <EmptyState
                  icon={<IconStack2 size={22} />}
                  title={state === 'dead' ? t('jobs.noneDead') : t('jobs.none')}
                >
                  {t('jobs.noneDetail')}
                </EmptyState>
              }
            />
          )}
        </Loaded>
      </Section>
      <HistoryCard />
      <SweepCard />
    </Page>
  )
}
