/** The tracker: where a request stands, with whom it waits, what follows; live. Below it the conversation and the trail. */
import type { RequestTracker } from '@hallpass/contract/requests'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { useLive } from '../../api/use-live.ts'
import { useParam } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useActionWords } from '../../strings/use-action-words.ts'
import { useOutcomeWords } from '../../strings/use-outcome-words.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StageLine } from '../../ui/stage-line.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { When } from '../../ui/when.tsx'
import { Conversation } from './conversation.tsx'
import { RequestFacts } from './request-facts.tsx'
import { stagesOf } from './stages-of.ts'
import styles from './tracker.module.css'
import { TrackerActions } from './tracker-actions.tsx'
import { WhereItStands } from './where-it-stands.tsx'

export function Tracker() {
  const { t } = useStrings()
  const id = useParam()
  const client = useQueryClient()
  const tracker = useQuery({
    queryKey: keys.request(id),
    queryFn: (): Promise<RequestTracker> => answer(api.GET('/api/requests/{id}', { params: { path: { id } } })),
  })
  useLive<RequestTracker>(tracker.data ? `/api/requests/${id}/events` : null, (value) => {
    client.setQueryData(keys.request(id), value)
    if (value.request.state === 'fulfilled') void client.invalidateQueries({ queryKey: keys.myApps })
  })
  const back = { href: paths.myRequests(), label: t('nav.myRequests') }
  if (!tracker.data) {
    return (
      <Page title={t('tracker.title')} back={back}>
        <Loaded query={tracker} skeleton={<Skeleton shape="cards" rows={3} />}>
          {() => null}
        </Loaded>
      </Page>
    )
  }
  return <Found tracker={tracker.data} />
}

function Found({ tracker }: { tracker: RequestTracker }) {
  const strings = useStrings()
  const { t, rich } = strings
  const actionWords = useActionWords()
  const { request } = tracker
  const outcome = useOutcomeWords()(request)
  // What Hallpass did needs no second sentence, or has one in the language of the page.
  const reasonOf = ({ action, reason }: RequestTracker['trail'][number]) => {
    const isEnd = action === 'request.denied' || action === 'request.cancelled'
    const words = isEnd ? outcome : action === 'request.handed_over' ? null : reason
    return words ? <bdi>{words}</bdi> : undefined
  }
  const [first] = request.role.apps
  const when = (at: string, as?: 'moment' | 'distance' | 'day') => <When at={at} {...(as ? { as } : {})} />
  return (
    <Page
      title={request.role.name}
      heading={
        <span className={styles.heading}>
          <AppIcon name={first?.name ?? request.role.name} icon={first?.icon ?? null} size="lg" />
          <bdi>{request.role.name}</bdi>
        </span>
      }
      lead={rich(request.kind === 'extend' ? 'tracker.leadExtend' : 'tracker.lead', {
        name: <bdi>{request.beneficiary.displayName}</bdi>,
        when: <When at={request.createdAt} />,
      })}
      back={{ href: paths.myRequests(), label: t('nav.myRequests') }}
    >
      <Section>
        <WhereItStands tracker={tracker} />
        <StageLine label={t('tracker.stages')} stages={stagesOf(tracker, { ...strings, when })} />
        <TrackerActions tracker={tracker} />
      </Section>
      <div className={styles.columns}>
        <Conversation tracker={tracker} />
        <RequestFacts tracker={tracker} />
      </div>
      <Section title={t('tracker.trail')}>
        {tracker.trail.length === 0 ? (
          <p className={styles.quiet}>{t('tracker.noTrail')}</p>
        ) : (
          <Timeline
            label={t('tracker.trail')}
            moments={tracker.trail.map((entry) => ({
              key: entry.id,
              at: entry.at,
              title: (
                <>
                  <bdi className={styles.actor}>{entry.actor}</bdi> · {actionWords(entry.action)}
                </>
              ),
              detail: reasonOf(entry),
            }))}
          />
        )}
      </Section>
    </Page>
  )
}
