import type { ProofKind } from '@hallpass/contract/factors'
import { Checkbox } from '@mantine/core'
import { useStrings } from '../../strings/use-strings.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'

const kinds: readonly ProofKind[] = ['mail_code', 'totp', 'passkey', 'push', 'recovery_codes', 'sms']

type Values = { selfService: boolean; proofs: ProofKind[]; proofsWanted?: 1 | 2 }
type Props = { values: Values; onChange: (change: { proofs?: ProofKind[]; proofsWanted?: 1 | 2 }) => void }

/** Which proofs count for recovering a password, and how many of them. */
export function ProofFields({ values, onChange }: Props) {
  const { t } = useStrings()
  return (
    <FormLayout>
      <Checkbox.Group
        label={t('recovery.proofs')}
        value={values.proofs}
        onChange={(proofs) => onChange({ proofs: proofs as ProofKind[] })}
      >
        <FormLayout>
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              value={kind}
              label={t(`factor.kind.${kind}`)}
              disabled={!values.selfService}
              {...(kind === 'mail_code' || kind === 'sms' ? { description: t(`recovery.proof.${kind}`) } : {})}
            />
          ))}
        </FormLayout>
      </Checkbox.Group>
      <div>
        <ChoiceChips
          label={t('recovery.wanted')}
          value={String(values.proofsWanted ?? 1)}
          onChange={(value) => onChange({ proofsWanted: value === '2' ? 2 : 1 })}
          choices={[
            { value: '1', label: t('recovery.wanted.1') },
            { value: '2', label: t('recovery.wanted.2') },
          ]}
        />
      </div>
    </FormLayout>
  )
}
