import type { InboxItem } from '@hallpass/contract/requests'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

type Props = { items: readonly InboxItem[]; onDeny: (reason: string) => void; onClose: () => void }

/** Denying wants a reason; the requester reads it. */
export function DenyDialog({ items, onDeny, onClose }: Props) {
  const { t } = useStrings()
  const [first] = items
  return (
    <ConfirmDialog
      opened={first !== undefined}
      title={
        items.length > 1
          ? t('inbox.denyTitleSeveral', { count: items.length })
          : t('inbox.denyTitle', { person: first?.beneficiary.displayName ?? '' })
      }
      confirmLabel={t('inbox.deny')}
      danger
      reason={{ label: t('inbox.denyReason'), description: t('inbox.denyReasonHint'), minLength: 1 }}
      onConfirm={onDeny}
      onClose={onClose}
    />
  )
}
