import { Select, Textarea, TextInput } from '@mantine/core'
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

/** How the entries of this directory are told apart; usual values where nothing is typed. */
export function EntryFields({ values, onChange, text }: Props) {
  const { t } = useStrings()
  return (
    <Section title={t('directoryForm.whatIsWhat')} lead={t('directoryForm.whatIsWhatLead')}>
      <FormLayout>
        <FormRow>
          <TextInput
            label={t('directoryForm.personClass')}
            placeholder="inetOrgPerson"
            maxLength={64}
            {...text('personClass')}
          />
          <TextInput
            label={t('directoryForm.groupClass')}
            placeholder="groupOfNames"
            maxLength={64}
            {...text('groupClass')}
          />
          <TextInput
            label={t('directoryForm.loginAttribute')}
            placeholder="uid"
            maxLength={64}
            {...text('loginAttribute')}
          />
        </FormRow>
        <TextInput
          label={t('directoryForm.defaultPolicyDn')}
          description={t('directoryForm.defaultPolicyDnHint')}
          maxLength={500}
          spellCheck={false}
          {...text('defaultPolicyDn')}
        />
        <Select
          label={t('directoryForm.disabled')}
          value={values.disabledWhen}
          data={(['locked_by_administrator', 'attribute', 'entry_gone'] as const).map((value) => ({
            value,
            label: t(`directoryForm.disabled.${value}`),
          }))}
          onChange={(value) => onChange({ disabledWhen: value as DirectoryValues['disabledWhen'] })}
        />
        {values.disabledWhen === 'attribute' ? (
          <FormRow>
            <TextInput
              label={t('directoryForm.attribute')}
              required
              maxLength={64}
              {...text('disabledAttribute', 'settings.disabledWhen.attribute')}
            />
            <Textarea
              label={t('directoryForm.values')}
              required
              autosize
              minRows={2}
              {...text('disabledValues', 'settings.disabledWhen.values')}
            />
          </FormRow>
        ) : null}
      </FormLayout>
    </Section>
  )
}
