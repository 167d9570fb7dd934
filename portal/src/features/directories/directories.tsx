/** All directories: health, people, last read, and one that is being read with its progress. */
import { IconBinaryTree2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { paths } from '../../paths.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { CardLink, LinkCard } from '../../ui/card-link.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { When } from '../../ui/when.tsx'
import styles from './directories.module.css'
import { DirectoryStatus } from './directory-status.tsx'
import { RunProgress } from './run-progress.tsx'

export function Directories() {
  const { t, rich } = useStrings()
  const directories = useQuery({
    queryKey: keys.directories,
    queryFn: () => answer(api.GET('/api/directories')),
    refetchInterval: 5000,
  })
  return (
    <Page
      title={t('directories.title')}
      lead={t('directories.lead')}
      action={<AdminButton href={paths.newDirectory()}>{t('directories.new')}</AdminButton>}
    >
      <Loaded query={directories} skeleton={<Skeleton shape="cards" rows={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<IconBinaryTree2 size={22} />} title={t('directories.none')}>
              {t('directories.noneDetail')}
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {items.map((directory) => (
                <LinkCard key={directory.id} className={styles.card}>
                  <div className={styles.head}>
                    <div className={styles.words}>
                      <h2 className={styles.name}>
                        <CardLink href={paths.directory(directory.id)}>
                          <bdi>{directory.name}</bdi>
                        </CardLink>
                      </h2>
                      <p className={styles.detail}>
                        {t(`directories.kind.${directory.kind}`)} ·{' '}
                        {t('directories.people', { count: directory.people.active })} ·{' '}
                        {directory.lastSyncAt
                          ? rich('directories.lastSync', { when: <When at={directory.lastSyncAt} /> })
                          : t('directories.neverSynced')}
                      </p>
                      {directory.health.warning && directory.paused === null ? (
                        <p className={styles.detail}>{say(directory.health.warning.message)}</p>
                      ) : null}
                      {directory.health.message && directory.paused === null ? (
                        <p className={styles.detail}>{say(directory.health.message)}</p>
                      ) : null}
                    </div>
                    <DirectoryStatus directory={directory} />
                  </div>
                  {directory.lastRun?.state === 'running' && directory.lastRun.kind === 'full' ? (
                    <RunProgress run={directory.lastRun} />
                  ) : null}
                </LinkCard>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  )
}
