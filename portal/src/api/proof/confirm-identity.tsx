/** Asks again for a proof before something that wants a fresh one. */
import { Modal, Text } from '@mantine/core'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmAgain } from './confirm-again.tsx'

type Props = { login: string; name: string; onSettled: (given: boolean) => void }

/** `onSettled(true)` once the proof was given, `false` when whoever was asked would rather not. */
export function ConfirmIdentity({ login, name, onSettled }: Props) {
  const { t } = useStrings()
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
      <ConfirmAgain login={login} name={name} onDone={() => onSettled(true)} />
    </Modal>
  )
}
