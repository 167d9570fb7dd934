/** Why a person holds a role: who asked, who approved under which policy, since when, until when; as a line of stages. */
import type { Grant, Why } from '@hallpass/contract/access'
import type { PersonDetail } from '@hallpass/contract/people'
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { OrderedAs } from '../../api/ticket-link.tsx'
import { paths } from '../../paths.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { StageLine, type StageView } from '../../ui/stage-line.tsx'
import { When } from '../../ui/when.tsx'
import styles from './person.module.css'

type Props = { person: PersonDetail; grant: Grant | null; onClose: () => void }

export function WhyDialog({ person, grant, onClose }: Props) {
  const { t } = useStrings()
  return (
    <Modal
      opened={grant !== null}
      onClose={onClose}
      size="lg"
      title={t('person.whyOf', { name: person.displayName, role: grant?.role.name ?? '' })}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {grant ? <Body personId={person.id} roleId={grant.role.id} /> : null}
    </Modal>
  )
}

function Body({ personId, roleId }: { personId: string; roleId: string }) {
  const { t } = useStrings()
  const why = useQuery({
    queryKey: keys.personWhy(personId, { roleId }),
    queryFn: (): Promise<Why> =>
      answer(api.GET('/api/people/{id}/why', { params: { path: { id: personId }, query: { roleId } } })),
  })
  return (
    <Loaded query={why}>
      {(data) => (
        <div className={styles.why}>
          {data.grants.length === 0 ? <p>{t('why.nobody')}</p> : null}
          {data.grants.map((grant) => (
            <WhyGrant key={grant.grantId} grant={grant} />
          ))}
        </div>
      )}
    </Loaded>
  )
}

function WhyGrant({ grant }: { grant: Why['grants'][number] }) {
  const { t, rich } = useStrings()
  const ended = grant.state === 'ended'
  const stages: StageView[] = [
    {
      key: 'asked',
      title: t(`why.source.${grant.source}`),
      state: 'done',
      stateWord: t('stage.done'),
      people: grant.askedBy ? [{ id: grant.askedBy.id, name: grant.askedBy.displayName }] : [],
      line: grant.askedAt ? rich('stage.askedAt', { when: <When at={grant.askedAt} /> }) : undefined,
      note: say(grant.reason),
    },
    ...grant.approvals.map((approval, index) => ({
      key: String(index),
      title: approval.stage,
      state: 'done' as const,
      stateWord: t('stage.done'),
      people: approval.approver ? [{ id: approval.approver.id, name: approval.approver.displayName }] : [],
      line: rich('why.approved', { when: <When at={approval.at} /> }),
      note: approval.comment ?? undefined,
    })),
    {
      key: 'access',
      title: t('stage.access'),
      state: ended ? 'not_reached' : grant.since ? 'done' : 'current',
      stateWord: ended ? t('grant.ended') : t('stage.done'),
      people: [],
      line: grant.since ? rich('stage.accessSince', { when: <When at={grant.since} /> }) : t('grant.pending'),
      note: ended
        ? grant.endReason
          ? t(`grant.end.${grant.endReason}`)
          : t('grant.ended')
        : grant.until
          ? rich('stage.accessUntil', { when: <When at={grant.until} as="day" /> })
          : t('grant.noEnd'),
    },
  ]
  return (
    <div className={styles.whyGrant}>
      <StageLine label={t('person.why')} stages={stages} />
      <p className={styles.quiet}>
        {grant.policy
          ? grant.policy.version === null
            ? t('why.policyPlain', { policy: grant.policy.name })
            : t('why.policy', { policy: grant.policy.name, version: grant.policy.version })
          : null}{' '}
        {grant.requestId ? <a href={paths.request(grant.requestId)}>{t('inbox.story')}</a> : null}
      </p>
      <OrderedAs requestId={grant.requestId} className={styles.quiet} />
      {grant.extensions.map((extension) => (
        <p key={extension.at} className={styles.quiet}>
          {rich('why.extended', { days: extension.days, when: <When at={extension.at} as="day" /> })}
        </p>
      ))}
    </div>
  )
}
