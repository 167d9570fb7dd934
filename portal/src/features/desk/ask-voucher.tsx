import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { ReasonButton } from '../../ui/reason-button.tsx'
import type { ActProps } from './act-props.ts'
import styles from './desk.module.css'
import { useCaseAction } from './use-case-action.ts'

/** The manager signs in with a second factor and says that it is them. */
export function AskVoucher({ step, caseId, why }: ActProps) {
  const { t } = useStrings()
  const ask = useCaseAction({
    run: () => answer(api.POST('/api/desk/cases/{id}/proofs/voucher', { params: { path: { id: caseId } }, body: {} })),
  })
  return (
    <div className={styles.act}>
      <Problem error={ask.error} />
      <ReasonButton variant="default" size="xs" loading={ask.isPending} why={why} onClick={() => ask.mutate()}>
        {t(step.state === 'waiting' ? 'desk.voucherAgain' : 'desk.askVoucher')}
      </ReasonButton>
    </div>
  )
}
