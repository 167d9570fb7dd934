import type { InboxItem } from '@hallpass/contract/requests'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

/** Asks the requester something before deciding; they get a mail, the card stays. */
export function QuestionDialog({ item, onClose }: { item: InboxItem | null; onClose: () => void }) {
  const { t } = useStrings()
  const ask = useAction({
    run: (text: string) =>
      answer(
        api.POST('/api/requests/{id}/comments', {
          params: { path: { id: item?.requestId ?? '' } },
          body: { kind: 'question', text },
        }),
      ),
    done: () => t('inbox.questionSent', { person: item?.requester.displayName ?? '' }),
    forget: [keys.inbox],
    after: onClose,
  })
  return (
    <ConfirmDialog
      opened={item !== null}
      title={t('inbox.questionTitle', { person: item?.requester.displayName ?? '' })}
      confirmLabel={t('talk.ask')}
      busy={ask.isPending}
      reason={{ label: t('inbox.questionText'), minLength: 1, maxLength: 2000 }}
      problem={<Problem error={ask.error} />}
      onConfirm={(text) => ask.mutate(text)}
      onClose={onClose}
    />
  )
}
