/** Where the request stands, in one sentence; spoken to screen readers whenever it changes. */
import type { RequestTracker } from '@hallpass/contract/requests'
import { useOutcomeWords } from '../../strings/use-outcome-words.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import styles from './tracker.module.css'

const tones: Record<RequestTracker['request']['state'], Tone> = {
  waiting: 'accent',
  fulfilling: 'accent',
  fulfilled: 'good',
  denied: 'bad',
  cancelled: 'quiet',
}

export function WhereItStands({ tracker }: { tracker: RequestTracker }) {
  const { t, rich } = useStrings()
  const outcomeWords = useOutcomeWords()
  const { request, fulfilment } = tracker
  const outcome = outcomeWords(request)
  const [first] = request.waitsFor
  const sentence = {
    waiting: first
      ? rich('tracker.waiting', { name: <bdi>{first.displayName}</bdi>, more: request.waitsFor.length - 1 })
      : t('tracker.waitingNobody'),
    fulfilling: fulfilment.state === 'by_hand' ? t('tracker.byHand') : t('tracker.fulfilling'),
    fulfilled: fulfilment.endsAt
      ? rich('tracker.fulfilledUntil', { when: <When at={fulfilment.endsAt} as="day" /> })
      : t('tracker.fulfilled'),
    denied: outcome ? rich('tracker.deniedBecause', { reason: <bdi>{outcome}</bdi> }) : t('tracker.denied'),
    cancelled: outcome ? rich('tracker.cancelledBecause', { reason: <bdi>{outcome}</bdi> }) : t('tracker.cancelled'),
  }[request.state]
  return (
    <div className={styles.stands}>
      <Status tone={tones[request.state]}>{t(`request.state.${request.state}`)}</Status>
      <p role="status" className={styles.sentence}>
        {sentence}
      </p>
    </div>
  )
}
