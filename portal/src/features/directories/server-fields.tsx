/** How the servers of a directory are reached, and as whom. */
import { PasswordInput, Select, Textarea, TextInput } from '@mantine/core'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormRow } from '../../ui/form-layout.tsx'
import type { DirectoryValues } from './directory-values.ts'
import type { TextProps } from './text-props.ts'

type Props = {
  values: DirectoryValues
  onChange: (change: Partial<DirectoryValues>) => void
  text: (name: keyof DirectoryValues, wire?: string) => TextProps
  hasPassword: boolean
}

/** Below, so that the two boxes beside each other stand in one line whichever has a hint. */
const hintBelow = ['label', 'input', 'description', 'error'] as const

export function ServerFields({ values, onChange, text, hasPassword }: Props) {
  const { t } = useStrings()
  const windows = values.kind === 'active-directory'
  return (
    <>
      <Select
        label={t('directoryForm.security')}
        value={values.security}
        data={(['ldaps', 'starttls'] as const).map((value) => ({ value, label: t(`directoryForm.security.${value}`) }))}
        onChange={(value) => {
          const security = value === 'starttls' ? 'starttls' : 'ldaps'
          const usual = (port: number) => ([389, 636].includes(port) ? (security === 'starttls' ? 389 : 636) : port)
          onChange({
            security,
            port: usual(values.port),
            controllers: values.controllers.map((one) => ({ ...one, port: usual(one.port) })),
          })
        }}
      />
      <TextInput
        label={t('directoryForm.baseDn')}
        required
        maxLength={500}
        spellCheck={false}
        description={t('directoryForm.baseDnHint')}
        placeholder={windows ? 'DC=acme,DC=example' : 'dc=acme,dc=example'}
        {...text('baseDn')}
      />
      <FormRow>
        <TextInput
          label={t(windows ? 'directoryForm.bindName' : 'directoryForm.bindDn')}
          required
          maxLength={500}
          spellCheck={false}
          inputWrapperOrder={[...hintBelow]}
          description={t(windows ? 'directoryForm.bindNameHint' : 'directoryForm.bindDnHint')}
          {...text(windows ? 'bindName' : 'bindDn')}
        />
        <PasswordInput
          label={t('directoryForm.bindPassword')}
          required={!hasPassword}
          autoComplete="off"
          maxLength={1024}
          inputWrapperOrder={[...hintBelow]}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          {...(hasPassword ? { description: t('directoryForm.bindPasswordKept') } : {})}
          {...text('bindPassword', 'bindPassword')}
        />
      </FormRow>
      <Textarea
        label={t('directoryForm.ca')}
        description={t('directoryForm.caHint')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={65536}
        spellCheck={false}
        {...text('caPem')}
      />
    </>
  )
}
