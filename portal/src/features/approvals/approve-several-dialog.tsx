import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

type Props = { count: number; onApprove: (comment: string) => void; onClose: () => void }

/** Several approvals share one comment, or none. */
export function ApproveSeveralDialog({ count, onApprove, onClose }: Props) {
  const { t } = useStrings()
  return (
    <ConfirmDialog
      opened={count > 0}
      title={t('inbox.approveSeveral', { count })}
      confirmLabel={t('inbox.approveAll', { count })}
      reason={{ label: t('inbox.comment'), description: t('inbox.commentSeveral'), minLength: 0 }}
      onConfirm={onApprove}
      onClose={onClose}
    />
  )
}
