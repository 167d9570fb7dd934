/** A code to read out: on the page for it the person answers with their own passkey or app. */
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ReasonButton } from '../../ui/reason-button.tsx'
import { When } from '../../ui/when.tsx'
import type { ActProps } from './act-props.ts'
import styles from './desk.module.css'

export function PromptDevice({ step, caseId, why }: ActProps) {
  const { t, rich } = useStrings()
  const [prompt, setPrompt] = useState<{ prompt: string; page: string; expiresAt: string } | null>(null)
  const start = useAction({
    run: () => answer(api.POST('/api/desk/cases/{id}/proofs/prompt', { params: { path: { id: caseId } }, body: {} })),
    forget: [['desk', 'case', caseId]],
    after: setPrompt,
  })
  return (
    <div className={styles.act}>
      {prompt !== null && step.state === 'waiting' ? (
        <div role="status">
          <p>{rich('desk.readOut', { page: <bdi className={styles.mono}>{prompt.page}</bdi> })}</p>
          <p className={styles.big}>{prompt.prompt}</p>
          <p className={styles.quiet}>{rich('desk.until', { when: <When at={prompt.expiresAt} /> })}</p>
        </div>
      ) : null}
      <Problem error={start.error} />
      <ReasonButton variant="default" size="xs" loading={start.isPending} why={why} onClick={() => start.mutate()}>
        {t(step.state === 'waiting' ? 'desk.promptAgain' : 'desk.prompt')}
      </ReasonButton>
    </div>
  )
}
