import type { DeskCaseSummary } from '@hallpass/contract/desk'
import { Button } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Loaded } from '../../api/loaded.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Face } from '../../ui/face.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import styles from './desk.module.css'
import type { Queue } from './use-queue.ts'

type Props = { queue: Queue; selected: string; onSelect: (id: string) => void }

/** The queue: who, what about, by when. */
export function CaseList({ queue, selected, onSelect }: Props) {
  const { t } = useStrings()
  return (
    <Loaded query={queue.query} skeleton={<Skeleton shape="cards" rows={4} />}>
      {() =>
        queue.rows.length === 0 ? (
          <EmptyState icon={<IconInbox size={22} />} title={t('desk.none')}>
            {t('desk.noneDetail')}
          </EmptyState>
        ) : (
          <nav aria-label={t('desk.queue')}>
            <ul className={styles.list}>
              {queue.rows.map((one) => (
                <Row key={one.id} one={one} isSelected={one.id === selected} onSelect={() => onSelect(one.id)} />
              ))}
            </ul>
            {queue.more.has ? (
              <Button
                variant="default"
                size="xs"
                mt="sm"
                fullWidth
                loading={queue.more.loading}
                onClick={queue.more.load}
              >
                {t('ui.showMore')}
              </Button>
            ) : null}
          </nav>
        )
      }
    </Loaded>
  )
}

function Row({ one, isSelected, onSelect }: { one: DeskCaseSummary; isSelected: boolean; onSelect: () => void }) {
  const { t, rich } = useStrings()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isSelected) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={styles.row}
        aria-current={isSelected ? 'true' : undefined}
        onClick={onSelect}
      >
        <Face name={one.person.displayName} id={one.person.id} size="sm" />
        <span className={styles.rowWords}>
          <span className={styles.rowTop}>
            <bdi className={styles.rowName}>{one.person.displayName}</bdi>
            <span className={`${styles.quiet} ${styles.reference}`}>{one.reference}</span>
          </span>
          <span className={styles.rowKind}>
            {t(`desk.kind.${one.kind}`)}
            {one.times > 1 ? ` · ${t('desk.times', { count: one.times })}` : ''}
          </span>
          <span className={styles.rowFoot}>
            {one.tier === 'privileged' ? <Status tone="accent">{t('desk.tier.privileged')}</Status> : null}
            {one.isOverdue ? (
              <Status tone="bad">{t('desk.overdue')}</Status>
            ) : (
              <Status tone={one.state === 'open' ? 'warn' : one.state === 'solved' ? 'good' : 'quiet'}>
                {t(`desk.state.${one.state}`)}
              </Status>
            )}
            <span className={styles.quiet}>
              {one.assignee ? <bdi>{one.assignee.displayName}</bdi> : t('desk.unassigned')}
              {one.dueAt ? (
                <> · {rich('desk.due', { when: <When at={one.dueAt} as="distance" /> })}</>
              ) : one.settledAt ? (
                <>
                  {' '}
                  · <When at={one.settledAt} />
                </>
              ) : null}
            </span>
          </span>
        </span>
      </button>
    </li>
  )
}
