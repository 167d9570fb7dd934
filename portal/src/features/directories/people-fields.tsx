import { Checkbox, Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormLayout, FormRow } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import type { DirectoryValues } from './directory-values.ts'
import type { TextProps } from './text-props.ts'

type Props = {
  values: DirectoryValues
  onChange: (change: Partial<DirectoryValues>) => void
  text: (name: keyof DirectoryValues, wire?: string) => TextProps
}

/** What the people of a directory meet: reminders, their hours, and which of their addresses prove who they are. */
export function PeopleFields({ values, onChange, text }: Props) {
  const { t } = useStrings()
  const { value: _value, onChange: _onChange, ...timeZoneField } = text('timeZone', 'sync.timeZone')
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')], [])
  return (
    <Section title={t('directoryForm.people')}>
      <FormLayout>
        <FormRow>
          <TextInput
            label={t('directoryForm.remindDays')}
            description={t('directoryForm.remindDaysHint')}
            inputMode="numeric"
            {...text('remindDays', 'sync.remindDays')}
          />
          <Select
            label={t('directoryForm.timeZone')}
            description={t('directoryForm.timeZoneHint')}
            searchable
            limit={60}
            data={zones}
            {...timeZoneField}
            value={values.timeZone}
            onChange={(zone) => onChange({ timeZone: zone ?? values.timeZone })}
          />
        </FormRow>
        {values.kind === 'ldap' ? (
          <TextInput
            label={t('directoryForm.timeZoneAttribute')}
            description={t('directoryForm.timeZoneAttributeHint')}
            maxLength={64}
            spellCheck={false}
            {...text('timeZoneAttribute')}
          />
        ) : null}
        {values.kind === 'built-in' ? null : (
          <TextInput
            label={t('directoryForm.costCenterAttribute')}
            description={t('directoryForm.costCenterAttributeHint')}
            maxLength={64}
            spellCheck={false}
            {...text('costCenterAttribute')}
          />
        )}
        <Checkbox
          label={t('directoryForm.proofMail')}
          description={t('directoryForm.proofMailHint')}
          checked={values.proofMail}
          onChange={(event) => onChange({ proofMail: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('directoryForm.proofPhone')}
          description={t('directoryForm.proofPhoneHint')}
          checked={values.proofPhone}
          onChange={(event) => onChange({ proofPhone: event.currentTarget.checked })}
        />
      </FormLayout>
    </Section>
  )
}
