import type { SignOnDemand } from '@hallpass/contract/sign-on-policy'
import { Checkbox, NumberInput, Radio } from '@mantine/core'
import { useHasRole } from '../../api/session.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormLayout, FormRow } from '../../ui/form-layout.tsx'
import styles from './sign-on.module.css'

const proofs = ['one', 'two_if_enrolled', 'two', 'deny'] as const
const kinds = ['passkey', 'totp', 'push', 'sms'] as const

type Props = { demand: SignOnDemand; onChange: (demand: SignOnDemand) => void }

/** What is asked: how much proof, of which kinds, how fresh, and for how long a device is remembered. */
export function DemandFields({ demand, onChange }: Props) {
  const { t } = useStrings()
  const isAdmin = useHasRole('admin')
  const asksTwo = demand.proof === 'two' || demand.proof === 'two_if_enrolled'
  return (
    <fieldset className={styles.plain} disabled={!isAdmin}>
      <legend className="visually-hidden">{t('signOn.demand')}</legend>
      <FormLayout>
        <Radio.Group
          label={t('signOn.demand')}
          value={demand.proof}
          onChange={(value) => onChange({ ...demand, proof: proofs.find((known) => known === value) ?? demand.proof })}
        >
          <FormLayout>
            {proofs.map((proof) => (
              <Radio
                key={proof}
                value={proof}
                label={t(`signOn.proof.${proof}`)}
                description={t(`signOn.proofHint.${proof}`)}
              />
            ))}
          </FormLayout>
        </Radio.Group>
        {asksTwo ? (
          <Checkbox.Group
            label={t('signOn.kinds')}
            description={t('signOn.kindsHint')}
            value={demand.kinds}
            onChange={(value) => onChange({ ...demand, kinds: kinds.filter((known) => value.includes(known)) })}
          >
            <FormLayout>
              {kinds.map((kind) => (
                <Checkbox key={kind} value={kind} label={t(`factor.kind.${kind}`)} />
              ))}
            </FormLayout>
          </Checkbox.Group>
        ) : null}
        {demand.proof === 'deny' ? null : (
          <FormRow>
            <NumberInput
              label={t('signOn.maxAge')}
              description={t('signOn.maxAgeHint')}
              min={1}
              max={10080}
              allowDecimal={false}
              value={demand.maxAgeMinutes ?? ''}
              onChange={(value) => onChange({ ...demand, maxAgeMinutes: typeof value === 'number' ? value : null })}
            />
            {asksTwo ? (
              <NumberInput
                label={t('signOn.remember')}
                description={t('signOn.rememberHint')}
                min={0}
                max={90}
                allowDecimal={false}
                value={demand.rememberDays}
                onChange={(value) => onChange({ ...demand, rememberDays: typeof value === 'number' ? value : 0 })}
              />
            ) : null}
          </FormRow>
        )}
      </FormLayout>
    </fieldset>
  )
}
