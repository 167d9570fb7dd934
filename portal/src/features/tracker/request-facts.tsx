/** What was asked, for whom, why and for how long; and how the accounts are coming along. */
import type { RequestTracker } from '@hallpass/contract/requests'
import { useRequestTicket } from '../../api/request-tickets.ts'
import { TicketLink } from '../../api/ticket-link.tsx'
import { UnlinkedNote } from '../../api/unlinked-note.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { PersonLine } from '../../ui/face.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Section } from '../../ui/section.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import styles from './tracker.module.css'

type AppState = RequestTracker['fulfilment']['apps'][number]['state']

const tones: Record<AppState, Tone> = {
  waiting: 'quiet',
  working: 'accent',
  by_hand: 'warn',
  failing: 'bad',
  done: 'good',
}

export function RequestFacts({ tracker }: { tracker: RequestTracker }) {
  const { t } = useStrings()
  const { request, fulfilment } = tracker
  const ticket = useRequestTicket(request.id)
  const sameForWhom = request.requester.id === request.beneficiary.id
  return (
    <Section title={t('facts.title')}>
      <Facts
        facts={[
          { name: t('facts.reason'), value: <bdi className={styles.text}>{request.reason}</bdi> },
          {
            name: t('facts.for'),
            value: (
              <PersonLine
                name={request.beneficiary.displayName}
                id={request.beneficiary.id}
                detail={request.beneficiary.title}
              />
            ),
          },
          sameForWhom ? null : { name: t('facts.askedBy'), value: <bdi>{request.requester.displayName}</bdi> },
          {
            name: t('facts.howLong'),
            value: request.durationDays ? t('ask.days', { days: request.durationDays }) : t('catalog.noEnd'),
          },
          {
            name: t('facts.gives'),
            value: (
              <ul className={styles.apps}>
                {(fulfilment.apps.length > 0
                  ? fulfilment.apps
                  : request.role.apps.map((app) => ({ app, state: null, unlinked: [] }))
                ).map(({ app, state, unlinked }) => (
                  <li key={app.id}>
                    <span className={styles.app}>
                      <AppIcon name={app.name} icon={app.icon} size="sm" />
                      <bdi>{app.name}</bdi>
                      {state && state !== 'waiting' ? (
                        <Status tone={tones[state]}>{t(`account.${state}`)}</Status>
                      ) : null}
                    </span>
                    {state === 'by_hand' || state === 'failing' ? (
                      <p className={styles.quiet}>{t(`account.${state}Detail`)}</p>
                    ) : null}
                    <UnlinkedNote unlinked={unlinked} className={styles.quiet} />
                  </li>
                ))}
              </ul>
            ),
          },
          ticket ? { name: t('facts.ticket'), value: <TicketLink requestId={request.id} /> } : null,
          { name: t('facts.reference'), value: <CopyText value={request.id} label={t('facts.reference')} /> },
        ]}
      />
    </Section>
  )
}
