import type { Factor } from '@hallpass/contract/factors'
import { Modal } from '@mantine/core'
import { AddFactor, type MainKind } from '../../api/enrolment/add-factor.tsx'
import { useStrings } from '../../strings/use-strings.tsx'

type Props = { kind: MainKind | null; onAdded: (factor: Factor) => void; onClose: () => void }

/** Adds a factor over the page. The service asks for a fresh proof first where the last one is old. */
export function AddDialog({ kind, onAdded, onClose }: Props) {
  const { t } = useStrings()
  return (
    <Modal
      opened={kind !== null}
      onClose={onClose}
      title={kind === null ? '' : t(`enrol.${kind}.title`)}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      {kind === null ? null : <AddFactor kind={kind} onAdded={onAdded} />}
    </Modal>
  )
}
