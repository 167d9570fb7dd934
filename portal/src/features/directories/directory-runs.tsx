import type { SyncRun } from '@hallpass/contract/directories'
import { IconRefresh } from '@tabler/icons-react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { usePages } from '../../api/use-pages.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import styles from './directories.module.css'
import { HeldBack } from './held-back.tsx'
import { RunProgress } from './run-progress.tsx'

const tones: Record<SyncRun['state'], Tone> = { waiting: 'quiet', running: 'accent', done: 'good', failed: 'bad' }

/** The reads of a directory, newest first. */
export function DirectoryRuns({ directoryId }: { directoryId: string }) {
  const { t, number } = useStrings()
  const runs = usePages(
    keys.directoryRuns(directoryId),
    (page) => answer(api.GET('/api/directories/{id}/runs', { params: { path: { id: directoryId }, query: page } })),
    { refetchInterval: 5000 },
  )
  return (
    <>
      {runs.rows.map((run) => (
        <HeldBack key={run.id} run={run} />
      ))}
      <Section flush>
        <Loaded query={runs.query} skeleton={<Skeleton shape="table" rows={5} />}>
          {() => (
            <DataTable
              caption={t('directory.tab.runs')}
              rows={runs.rows}
              rowKey={(run) => run.id}
              columns={[
                {
                  key: 'started',
                  header: t('directory.started'),
                  cell: (run) => (
                    <>
                      <When at={run.startedAt ?? run.createdAt} />
                      <p className={styles.detail}>
                        {t(`directory.run.${run.kind}`)}, {t(`directory.trigger.${run.trigger}`)}
                      </p>
                    </>
                  ),
                },
                {
                  key: 'found',
                  header: t('directory.runFound'),
                  cell: (run) =>
                    run.state === 'running' ? (
                      <RunProgress run={run} />
                    ) : run.failure ? (
                      <span className={styles.faults}>{say(run.failure.message)}</span>
                    ) : (
                      t('directory.runCounts', {
                        read: number(run.read),
                        added: number(run.added),
                        changed: number(run.changed),
                        disabled: number(run.disabled),
                        gone: number(run.gone),
                      })
                    ),
                },
                {
                  key: 'state',
                  header: t('people.state'),
                  narrow: 'late',
                  cell: (run) => <Status tone={tones[run.state]}>{t(`directory.runState.${run.state}`)}</Status>,
                },
              ]}
              more={runs.more}
              empty={<EmptyState icon={<IconRefresh size={22} />} title={t('directory.noRuns')} />}
            />
          )}
        </Loaded>
      </Section>
    </>
  )
}
