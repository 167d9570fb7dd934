/** One case: what it is about, how much is proven, what was sent, what happened; and beside it the person. Live. */
import type { DeskCase } from '@hallpass/contract/desk'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { useLive } from '../../api/use-live.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import { CaseActions } from './case-actions.tsx'
import { CaseEvents } from './case-events.tsx'
import styles from './desk.module.css'
import { Outcomes } from './outcomes.tsx'
import { PersonPane } from './person-pane.tsx'
import { ProofLadder } from './proof-ladder.tsx'
import { useObstacleWords } from './use-obstacle-words.ts'

type Props = { id: string; onOpen: (id: string) => void }

export function CasePane({ id, onOpen }: Props) {
  const client = useQueryClient()
  const found = useQuery({
    queryKey: keys.deskCase(id),
    queryFn: (): Promise<DeskCase> => answer(api.GET('/api/desk/cases/{id}', { params: { path: { id } } })),
  })
  useLive<DeskCase>(`/api/desk/cases/${id}/events`, (fresh) => client.setQueryData(keys.deskCase(id), fresh))
  return <Loaded query={found}>{(data) => <Found data={data} onOpen={onOpen} />}</Loaded>
}

function Found({ data, onOpen }: { data: DeskCase; onOpen: (id: string) => void }) {
  const { t, rich } = useStrings()
  const { case: one, can } = data
  const obstacle = useObstacleWords()(can.obstacle)
  return (
    <div className={styles.case}>
      <PersonPane data={data} onOpen={onOpen} />
      <article className={styles.caseMain} aria-labelledby="case-title">
        <header className={styles.caseHead}>
          <div className={styles.caseTitles}>
            <h2 id="case-title" className={styles.caseTitle}>
              {t(`desk.kind.${one.kind}`)} <span className={styles.quiet}>{one.reference}</span>
            </h2>
            <p className={styles.caseLine}>
              <Status tone={one.isOverdue ? 'bad' : one.state === 'solved' ? 'good' : 'accent'}>
                {one.isOverdue ? t('desk.overdue') : t(`desk.state.${one.state}`)}
              </Status>{' '}
              {one.tier === 'privileged' ? <Status tone="warn">{t('desk.tier.privileged')}</Status> : null}{' '}
              <span className={styles.quiet}>
                {rich('desk.opened', { when: <When at={one.openedAt} />, door: t(`desk.door.${one.door}`) })}
                {one.dueAt ? <> · {rich('desk.due', { when: <When at={one.dueAt} as="distance" /> })}</> : null}
                {one.result ? ` · ${t(`desk.result.${one.result}`)}` : ''}
              </span>
            </p>
          </div>
          <CaseActions data={data} />
        </header>
        {one.kind === 'reset_disputed' ? (
          <Notice tone="warn" title={t('desk.disputed')}>
            {t('desk.disputedDetail')}
          </Notice>
        ) : null}
        {obstacle ? (
          <Notice tone="warn" title={t('desk.cannotProve')}>
            {obstacle}
          </Notice>
        ) : null}
        <ProofLadder data={data} />
        <Outcomes data={data} />
        <CaseEvents data={data} />
      </article>
    </div>
  )
}
