import type { InboxItem } from '@hallpass/contract/requests'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

type Props = { item: InboxItem | null; onApprove: (comment: string) => void; onClose: () => void }

/** Approving what should not be held together is possible, with a sentence that says why. */
export function ApproveConflictDialog({ item, onApprove, onClose }: Props) {
  const { t, list } = useStrings()
  return (
    <ConfirmDialog
      opened={item !== null}
      title={t('inbox.conflictTitle')}
      confirmLabel={t('inbox.conflictApprove')}
      reason={{ label: t('inbox.conflictWhy'), description: t('inbox.conflictHint'), minLength: 3 }}
      onConfirm={onApprove}
      onClose={onClose}
    >
      {item ? (
        <p>
          {t('inbox.conflictDetail', {
            name: item.beneficiary.displayName,
            held: list(item.conflicts.map(({ name }) => name)),
            role: item.role.name,
          })}
        </p>
      ) : null}
    </ConfirmDialog>
  )
}
