import type { SnowOrder } from '@hallpass/contract/servicenow-orders'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import styles from './servicenow.module.css'

const tones: Record<SnowOrder['state'], Tone> = {
  checking: 'accent',
  denied: 'quiet',
  working: 'accent',
  manual: 'warn',
  failed: 'bad',
  fulfilled: 'good',
  revoking: 'accent',
  ended: 'quiet',
}

/** How far an order is, what its ticket says, and what stands between the two. */
export function OrderState({ order }: { order: SnowOrder }) {
  const { t } = useStrings()
  return (
    <div className={styles.states}>
      <Status tone={tones[order.state]}>{t(`snow.orderState.${order.state}`)}</Status>
      {order.message.split('\n').map((line) => (
        <bdi key={line} className={styles.quiet}>
          {say(line)}
        </bdi>
      ))}
      {order.isTold ? null : (
        <span className={order.tellFailures > 0 ? styles.fault : styles.quiet}>
          {order.tellFailures > 0 ? t('snow.order.failed', { count: order.tellFailures }) : t('snow.order.waits')}
        </span>
      )}
    </div>
  )
}
