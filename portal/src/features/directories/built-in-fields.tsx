import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormLayout, FormRow } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import type { DirectoryValues } from './directory-values.ts'
import type { CountProps, TextProps } from './text-props.ts'

type Props = {
  values: DirectoryValues
  onChange: (change: Partial<DirectoryValues>) => void
  text: (name: keyof DirectoryValues) => TextProps
  count: (name: keyof DirectoryValues, min: number, max: number, wire: string) => CountProps
}

/** What a password of the built-in directory must be, and how guesses are slowed down. */
export function BuiltInFields({ values, onChange, text, count }: Props) {
  const { t } = useStrings()
  return (
    <Section title={t('directoryForm.rules')}>
      <FormLayout>
        <FormRow>
          <NumberInput label={t('directoryForm.minLength')} {...count('minLength', 8, 64, 'settings.minLength')} />
          <NumberInput
            label={t('directoryForm.minLengthWithSecondFactor')}
            {...count('minLengthWithSecondFactor', 8, 64, 'settings.minLengthWithSecondFactor')}
          />
        </FormRow>
        <FormRow>
          <NumberInput label={t('directoryForm.history')} {...count('historyCount', 0, 24, 'settings.historyCount')} />
          <NumberInput
            label={t('directoryForm.maxAgeDays')}
            description={t('directoryForm.maxAgeDaysHint')}
            {...count('maxAgeDays', 1, 3650, 'settings.maxAgeDays')}
            value={values.maxAgeDays ?? ''}
            onChange={(value) => onChange({ maxAgeDays: typeof value === 'number' ? value : null })}
          />
        </FormRow>
        <FormRow>
          <NumberInput
            label={t('directoryForm.lockoutTries')}
            {...count('lockoutTries', 3, 100, 'settings.lockoutTries')}
          />
          <NumberInput
            label={t('directoryForm.lockoutMinutes')}
            {...count('lockoutMinutes', 1, 1440, 'settings.lockoutMinutes')}
          />
        </FormRow>
        <Textarea label={t('directoryForm.companyWords')} autosize minRows={2} maxRows={8} {...text('companyWords')} />
        <TextInput
          label={t('directoryForm.breachListUrl')}
          description={t('directoryForm.breachListUrlHint')}
          placeholder="https://api.pwnedpasswords.com/range/"
          maxLength={500}
          spellCheck={false}
          {...text('breachListUrl')}
        />
      </FormLayout>
    </Section>
  )
}
