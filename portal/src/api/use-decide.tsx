/** Decide with ten seconds to take it back, told at the foot of the page. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useStrings } from '../strings/use-strings.tsx'
import { hideToast, showToast } from '../ui/toasts.tsx'
import { UndoToast } from '../ui/undo-toast.tsx'
import { type Decision, decide, undo, undoMs } from './decisions.ts'
import { statusOf } from './problem-error.ts'
import { problemWords } from './problem-words.ts'

export function useDecide(): (decisions: readonly Decision[]) => void {
  const strings = useStrings()
  const client = useQueryClient()
  return useCallback(
    (decisions) => {
      const [first] = decisions
      if (!first) return
      const { t } = strings
      const ids = decisions.map(({ requestId }) => requestId)
      const values = { count: decisions.length, role: first.role, person: first.person }
      const toast = showToast({
        message: (
          <UndoToast
            text={t(first.kind === 'approve' ? 'decide.approved' : 'decide.denied', values)}
            label={t('decide.undo')}
            onUndo={() => {
              undo(ids)
              hideToast(toast)
            }}
          />
        ),
        tone: first.kind === 'approve' ? 'good' : 'bad',
        stayMs: undoMs,
        closeLabel: null,
      })
      decide(decisions, (decision, error) => {
        void client.invalidateQueries({ queryKey: ['inbox'] })
        void client.invalidateQueries({ queryKey: ['requests'] })
        if (error === null) return
        const words = problemWords(strings, error)
        showToast({
          title: t('decide.failed', { role: decision.role }),
          message: statusOf(error) === 409 ? t('decide.movedOn') : words.detail,
          tone: 'bad',
          stayMs: 15_000,
          closeLabel: t('ui.close'),
        })
      })
    },
    [strings, client],
  )
}
