import type { Task } from '@hallpass/contract/provisioning'
import { Button } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { When } from '../../ui/when.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { FinishDialog } from './finish-dialog.tsx'
import styles from './tasks.module.css'

type Props = {
  tasks: readonly Task[]
  more: { has: boolean; loading: boolean; load: () => void }
  state: Task['state']
  canAssign: boolean
}

/** Tasks as cards: what to do, for whom, who does it. */
export function TaskList({ tasks, more, state, canAssign }: Props) {
  const { t } = useStrings()
  const [finishing, setFinishing] = useState<Task | null>(null)
  const [assigning, setAssigning] = useState<Task | null>(null)
  if (tasks.length === 0) {
    return <EmptyState icon={<IconChecklist size={22} />} title={t(`tasks.none.${state}`)} />
  }
  return (
    <>
      <ul className={styles.list}>
        {tasks.map((task) => (
          <TaskCard
            key={task.id}
            task={task}
            onFinish={() => setFinishing(task)}
            onAssign={canAssign ? () => setAssigning(task) : undefined}
          />
        ))}
      </ul>
      {more.has ? (
        <div>
          <Button variant="default" loading={more.loading} onClick={more.load}>
            {t('ui.showMore')}
          </Button>
        </div>
      ) : null}
      <FinishDialog task={finishing} onClose={() => setFinishing(null)} />
      <AssignDialog task={assigning} onClose={() => setAssigning(null)} />
    </>
  )
}

type CardProps = { task: Task; onFinish: () => void; onAssign: (() => void) | undefined }

function TaskCard({ task, onFinish, onAssign }: CardProps) {
  const { t, rich } = useStrings()
  return (
    <li className={styles.card}>
      <AppIcon name={task.app.name} icon={task.app.icon} />
      <div className={styles.words}>
        <h2 className={styles.title}>
          {t(`tasks.kind.${task.kind}`)} · <bdi>{task.app.name}</bdi>
        </h2>
        <p>
          <bdi>{say(task.instruction)}</bdi>
        </p>
        {task.entitlements.length > 0 ? (
          <ul className={styles.chips}>
            {task.entitlements.map((entitlement) => (
              <li key={entitlement} className={styles.chip}>
                <bdi>{entitlement}</bdi>
              </li>
            ))}
          </ul>
        ) : null}
        <p className={styles.quiet}>
          {task.owner ? rich('tasks.owner', { name: <bdi>{task.owner.displayName}</bdi> }) : t('tasks.noOwner')} ·{' '}
          {task.doneAt && task.doneBy
            ? rich('tasks.doneBy', { name: <bdi>{task.doneBy.displayName}</bdi>, when: <When at={task.doneAt} /> })
            : rich('tasks.opened', { when: <When at={task.createdAt} /> })}
        </p>
        {task.note ? (
          <p className={styles.quiet}>
            <bdi>{task.note}</bdi>
          </p>
        ) : null}
      </div>
      {task.state === 'open' ? (
        <div className={styles.actions}>
          {onAssign ? (
            <AdminButton variant="default" size="xs" onClick={onAssign}>
              {t('tasks.assign')}
            </AdminButton>
          ) : null}
          {onAssign ? (
            <AdminButton size="xs" onClick={onFinish}>
              {t('tasks.finish')}
            </AdminButton>
          ) : (
            <Button size="xs" onClick={onFinish}>
              {t('tasks.finish')}
            </Button>
          )}
        </div>
      ) : null}
    </li>
  )
}
