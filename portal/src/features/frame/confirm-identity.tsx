/** Asks again for a proof before something that wants a fresh one. */
import { Modal, Text } from '@mantine/core'
import { ConfirmAgain } from '../../api/proof/confirm-again.tsx'
import { useSession } from '../../api/session.ts'
import { useStrings } from '../../strings/use-strings.tsx'

/** `onSettled(true)` once the proof was given, `false` when whoever was asked would rather not. */
export function ConfirmIdentity({ onSettled }: { onSettled: (given: boolean) => void }) {
  const { t } = useStrings()
  const { person } = useSession()
  return (
    <Modal
      opened
      onClose={() => onSettled(false)}
      title={t('confirm.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <Text size="sm" c="dimmed" mb="md">
        {t('confirm.lead')}
      </Text>
      <ConfirmAgain login={person.login} name={person.displayName} onDone={() => onSettled(true)} />
    </Modal>
  )
}
