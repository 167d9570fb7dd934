import type { SnowConnection } from '@hallpass/contract/servicenow-admin'
import { Checkbox, NumberInput, Select } from '@mantine/core'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormLayout, FormRow } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'

export type RuleValues = Pick<
  SnowConnection,
  'pollSeconds' | 'ratePerSecond' | 'casesAs' | 'endsWithTicket' | 'ownVerificationSuffices' | 'resetsMax'
>

type Props = {
  values: RuleValues
  mode: SnowConnection['mode']
  onChange: (change: Partial<RuleValues>) => void
}

const cases = ['nothing', 'incident', 'sc_task'] as const

/** How often, how fast, and what follows from what. */
export function RuleFields({ values, mode, onChange }: Props) {
  const { t } = useStrings()
  const count = (name: 'pollSeconds' | 'ratePerSecond' | 'resetsMax', min: number, max: number) => ({
    min,
    max,
    allowDecimal: name === 'ratePerSecond',
    value: values[name],
    onChange: (value: number | string) => onChange({ [name]: typeof value === 'number' ? value : min }),
  })
  return (
    <Section title={t('snow.tab.settings')}>
      <FormLayout>
        <FormRow>
          {mode === 'pull' ? <NumberInput label={t('snow.form.poll')} {...count('pollSeconds', 5, 3600)} /> : null}
          <NumberInput label={t('snow.form.rate')} {...count('ratePerSecond', 0.1, 500)} />
          <NumberInput
            label={t('snow.form.resetsMax')}
            description={t('snow.form.resetsMaxHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...count('resetsMax', 1, 1000)}
          />
        </FormRow>
        <Select
          label={t('snow.form.casesAs')}
          allowDeselect={false}
          value={values.casesAs}
          data={cases.map((value) => ({ value, label: t(`snow.casesAs.${value}`) }))}
          onChange={(chosen) => onChange({ casesAs: cases.find((known) => known === chosen) ?? 'nothing' })}
        />
        <Checkbox
          label={t('snow.form.endsWithTicket')}
          checked={values.endsWithTicket}
          onChange={(event) => onChange({ endsWithTicket: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('snow.form.ownVerification')}
          description={t('snow.form.ownVerificationHint')}
          checked={values.ownVerificationSuffices}
          onChange={(event) => onChange({ ownVerificationSuffices: event.currentTarget.checked })}
        />
      </FormLayout>
    </Section>
  )
}
