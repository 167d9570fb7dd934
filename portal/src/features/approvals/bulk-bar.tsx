import { Button } from '@mantine/core'
import { useStrings } from '../../strings/use-strings.tsx'
import styles from './inbox.module.css'

type Props = { count: number; onApprove: () => void; onDeny: () => void; onClear: () => void }

/** Several at once, with one reason. */
export function BulkBar({ count, onApprove, onDeny, onClear }: Props) {
  const { t } = useStrings()
  if (count === 0) return null
  return (
    <section className={styles.bulk} aria-label={t('inbox.bulk')}>
      <span role="status">{t('inbox.marked', { count })}</span>
      <Button size="xs" onClick={onApprove}>
        {t('inbox.approveAll', { count })}
      </Button>
      <Button size="xs" variant="default" onClick={onDeny}>
        {t('inbox.denyAll', { count })}
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={onClear}>
        {t('inbox.unmark')}
      </Button>
    </section>
  )
}
