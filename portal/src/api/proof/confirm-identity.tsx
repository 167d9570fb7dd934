/** Asks again for a proof before something that wants a fresh one. */
import { Modal, Text } from '@mantine/core'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmAgain } from './confirm-again.tsx'
import type { WantedProof } from './wanted-proof.ts'

type Props = { login: string; name: string; wanted: WantedProof; onSettled: (given: boolean) => void }

/** `onSettled(true)` once the proof was given, `false` when whoever was asked would rather not. */
export function ConfirmIdentity({ login, name, wanted, onSettled }: Props) {
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
      <ConfirmAgain login={login} name={name} wanted={wanted} onDone={() => onSettled(true)} />
    </Modal>
  )
}
