/** What the agent saw or heard: it fitted, or it did not. Either way it is on the case. */
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { ReasonButton } from '../../ui/reason-button.tsx'
import type { ActProps } from './act-props.ts'
import styles from './desk.module.css'
import { useCaseAction } from './use-case-action.ts'

type Props = ActProps & { kind: 'callback' | 'photo_id' | 'personal_data' }

export function RecordProof({ caseId, why, kind }: Props) {
  const { t } = useStrings()
  const [note, setNote] = useState('')
  const record = useCaseAction({
    run: (passed: boolean) =>
      answer(
        api.POST('/api/desk/cases/{id}/proofs', {
          params: { path: { id: caseId } },
          body: { kind, passed, note: note.trim() },
        }),
      ),
    after: () => setNote(''),
  })
  return (
    <div className={styles.act}>
      {why === null ? (
        <TextInput
          size="xs"
          label={t('desk.seen')}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      ) : null}
      <Problem error={record.error} />
      <div className={styles.actions}>
        <ReasonButton
          variant="default"
          size="xs"
          loading={record.isPending}
          why={why}
          onClick={() => record.mutate(true)}
        >
          {t(`desk.passed.${kind}`)}
        </ReasonButton>
        <ReasonButton variant="default" size="xs" why={why} onClick={() => record.mutate(false)}>
          {t('desk.failed')}
        </ReasonButton>
      </div>
    </div>
  )
}
