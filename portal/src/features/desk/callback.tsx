/** Ring the person back on the number the directory has, never on one the caller offers. */
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ReasonButton } from '../../ui/reason-button.tsx'
import type { ActProps } from './act-props.ts'
import { ChannelChoice, usualChannel } from './channel-choice.tsx'
import styles from './desk.module.css'
import { RecordProof } from './record-proof.tsx'

export function Callback({ step, caseId, why }: ActProps) {
  const { t } = useStrings()
  const [ref, setRef] = useState(() => usualChannel(step.channels))
  const [number, setNumber] = useState<string | null>(null)
  const start = useAction({
    run: (chosen: string) =>
      answer(
        api.POST('/api/desk/cases/{id}/proofs/callback', {
          params: { path: { id: caseId } },
          body: { ref: chosen },
        }),
      ),
    forget: [['desk', 'case', caseId]],
    after: (started) => setNumber(started.number),
  })
  if (step.state === 'waiting' && number !== null) {
    return (
      <div className={styles.act}>
        <p>
          {t('desk.dial')} <strong className={styles.big}>{number}</strong>
        </p>
        <RecordProof step={step} caseId={caseId} why={why} kind="callback" />
      </div>
    )
  }
  return (
    <div className={styles.act}>
      {why === null ? (
        <ChannelChoice label={t('desk.proof.callback')} channels={step.channels} value={ref} onChange={setRef} />
      ) : null}
      <Problem error={start.error} />
      <ReasonButton
        variant="default"
        size="xs"
        loading={start.isPending}
        why={why ?? (ref === null ? t('desk.chooseChannel') : null)}
        onClick={() => ref !== null && start.mutate(ref)}
      >
        {t('desk.showNumber')}
      </ReasonButton>
      {step.state === 'waiting' ? <RecordProof step={step} caseId={caseId} why={why} kind="callback" /> : null}
    </div>
  )
}
