/** One request to decide: who, what, why, for how long, who else has it, who approved before, what was said. */
import type { InboxItem } from '@hallpass/contract/requests'
import { Button, Checkbox } from '@mantine/core'
import { IconCheck, IconHelpCircle, IconX } from '@tabler/icons-react'
import { OrderedAs } from '../../api/ticket-link.tsx'
import { paths } from '../../paths.ts'
import { stageName } from '../../strings/stage-name.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { Face } from '../../ui/face.tsx'
import { useNow } from '../../ui/now.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import styles from './inbox.module.css'

type Props = {
  item: InboxItem
  isMarked: boolean
  onMark: () => void
  onApprove: () => void
  onDeny: () => void
  onQuestion: () => void
}

export function InboxCard({ item, isMarked, onMark, onApprove, onDeny, onQuestion }: Props) {
  const { t, rich, dates, list } = useStrings()
  const now = useNow()
  const { beneficiary, role } = item
  const until = item.durationDays
  return (
    <li>
      <article
        className={styles.card}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: j and k move the focus from card to card, and a d q act on it
        tabIndex={0}
        data-request={item.requestId}
        data-marked={isMarked || undefined}
        aria-label={t('inbox.cardLabel', { person: beneficiary.displayName, role: role.name })}
      >
        <header className={styles.head}>
          <Face name={beneficiary.displayName} id={beneficiary.id} size="lg" />
          <div className={styles.who}>
            <h2 className={styles.person}>
              <bdi>{beneficiary.displayName}</bdi>
            </h2>
            <p className={styles.small}>
              <bdi>{[beneficiary.title, item.beneficiaryDepartment].filter(Boolean).join(' · ')}</bdi>
            </p>
            {item.beneficiaryManager ? (
              <p className={styles.small}>
                {rich('inbox.manager', { name: <bdi>{item.beneficiaryManager.displayName}</bdi> })}
              </p>
            ) : null}
          </div>
          <div className={styles.since}>
            <span>{rich('inbox.askedAt', { when: <When at={item.askedAt} /> })}</span>
            {item.dueAt && item.dueFor ? (
              <Status tone={item.dueFor === 'deny' ? 'warn' : 'quiet'}>
                {rich(`stage.due.${item.dueFor}`, { when: <When at={item.dueAt} as="distance" /> })}
              </Status>
            ) : null}
          </div>
          <Checkbox
            checked={isMarked}
            onChange={onMark}
            aria-label={t('inbox.mark', { person: beneficiary.displayName, role: role.name })}
          />
        </header>

        <div className={styles.ask}>
          <span className={styles.icons}>
            {role.apps.slice(0, 3).map((app) => (
              <AppIcon key={app.id} name={app.name} icon={app.icon} />
            ))}
          </span>
          <div className={styles.what}>
            <h3 className={styles.role}>
              <bdi>{role.name}</bdi>
              {item.kind === 'extend' ? <Status tone="accent">{t('request.kind.extend')}</Status> : null}
            </h3>
            <p className={styles.small}>
              <bdi>{role.description || role.apps.map(({ name }) => name).join(', ')}</bdi>
            </p>
          </div>
          <p className={styles.term}>{until ? t('inbox.forDays', { days: until }) : t('catalog.noEnd')}</p>
        </div>

        <blockquote className={styles.reason}>
          <bdi>{item.reason}</bdi>
          {item.requester.id === beneficiary.id ? null : (
            <footer className={styles.small}>
              {rich('inbox.askedBy', { name: <bdi>{item.requester.displayName}</bdi> })}
            </footer>
          )}
        </blockquote>
        <OrderedAs requestId={item.requestId} className={styles.small} />

        <ul className={styles.context}>
          {item.toMind.map((what) => (
            <li key={what}>
              <Status tone={what === 'gives_power' || what === 'conflict' ? 'bad' : 'warn'}>
                {what === 'conflict'
                  ? t('inbox.mind.conflict', { roles: list(item.conflicts.map(({ name }) => name)) })
                  : t(`inbox.mind.${what}`)}
              </Status>
            </li>
          ))}
          <li>{t('inbox.others', { count: item.othersHoldingRole })}</li>
          {item.othersHoldingRole > 0 ? <li>{t('inbox.colleagues', { count: item.colleaguesHoldingRole })}</li> : null}
          {item.rolesHeld > 0 ? <li>{t('inbox.rolesHeld', { count: item.rolesHeld })}</li> : null}
          <li>
            {t('inbox.stage', {
              stage: item.stage + 1,
              count: item.stageCount,
              name: stageName({ t }, item.stageName),
            })}
          </li>
          {item.level === 'first' ? null : <li>{t(`stage.level.${item.level}`)}</li>}
          {item.approvalsMissing > 1 ? <li>{t('inbox.missing', { count: item.approvalsMissing })}</li> : null}
          {item.approvedBefore.map((one) => (
            <li key={`${one.person.id} ${one.at}`} className={styles.before}>
              <IconCheck size={16} aria-hidden />
              <span>
                {rich('inbox.approvedBefore', {
                  name: <bdi>{one.person.displayName}</bdi>,
                  stage: stageName({ t }, one.stageName),
                  when: <When at={one.at} />,
                })}
                {one.comment ? <bdi className={styles.comment}> “{one.comment}”</bdi> : null}
              </span>
            </li>
          ))}
        </ul>

        {item.comments.length > 0 ? (
          <ul className={styles.talk} aria-label={t('talk.title')}>
            {item.comments.slice(-3).map((comment) => (
              <li key={comment.id}>
                <Face name={comment.author.displayName} id={comment.author.id} size="sm" />
                <span>
                  <bdi className={styles.author}>{comment.author.displayName}</bdi> <bdi>{comment.text}</bdi>{' '}
                  <span className={styles.small}>
                    <When at={comment.at} />
                  </span>
                </span>
              </li>
            ))}
          </ul>
        ) : null}

        <footer className={styles.actions}>
          <Button leftSection={<IconCheck size={16} />} onClick={onApprove}>
            {until
              ? t('inbox.approveUntil', { day: dates.day(new Date(now.getTime() + until * 86_400_000), now) })
              : t('inbox.approve')}
          </Button>
          <Button variant="default" leftSection={<IconX size={16} />} onClick={onDeny}>
            {t('inbox.deny')}
          </Button>
          <Button variant="default" leftSection={<IconHelpCircle size={16} />} onClick={onQuestion}>
            {t('inbox.question')}
          </Button>
          <a href={paths.request(item.requestId)} className={styles.story}>
            {t('inbox.story')}
          </a>
        </footer>
      </article>
    </li>
  )
}
