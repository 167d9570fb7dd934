import { Notifications, notifications } from '@mantine/notifications'
import '@mantine/notifications/styles.layer.css'
import { useStrings } from '../strings/use-strings.tsx'

export { notifications }

/** Where toasts appear. */
export function ToastContainer() {
  const { t } = useStrings()
  return (
    <section aria-label={t('ui.messages')}>
      <Notifications position="bottom-center" limit={3} withinPortal={false} />
    </section>
  )
}
