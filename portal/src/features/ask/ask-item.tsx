import type { RequestPreview } from '@hallpass/contract/requests'
import { CloseButton } from '@mantine/core'
import { useStrings } from '../../strings/use-strings.tsx'
import { AppIcon } from '../../ui/app-icon.tsx'
import styles from './ask.module.css'
import { DaysField } from './days-field.tsx'

type Props = {
  preview: RequestPreview
  days: number | null
  onDays: (days: number | null) => void
  onRemove?: (() => void) | undefined
}

/** One role being asked for, and for how long. */
export function AskItem({ preview, days, onDays, onRemove }: Props) {
  const { t } = useStrings()
  const { role } = preview
  const [first] = role.apps
  return (
    <div className={styles.item}>
      <div className={styles.itemHead}>
        <AppIcon name={first?.name ?? role.name} icon={first?.icon ?? null} />
        <div className={styles.itemWords}>
          <h3 className={styles.itemName}>
            <bdi>{role.name}</bdi>
          </h3>
          <p className={styles.small}>
            <bdi>{role.description || role.apps.map(({ name }) => name).join(', ')}</bdi>
          </p>
        </div>
        {onRemove ? <CloseButton aria-label={t('ask.remove', { role: role.name })} onClick={onRemove} /> : null}
      </div>
      <DaysField days={days} most={preview.durationDaysMax} onDays={onDays} />
    </div>
  )
}
