/** The inputs of a directory's settings; used to connect one and to change one. */
import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { fieldProps } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormLayout, FormRow } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { BuiltInFields } from './built-in-fields.tsx'
import { ControllerFields } from './controller-fields.tsx'
import type { DirectoryValues } from './directory-values.ts'
import { EntryFields } from './entry-fields.tsx'
import { PeopleFields } from './people-fields.tsx'
import { ServerFields } from './server-fields.tsx'

type Props = {
  values: DirectoryValues
  onChange: (change: Partial<DirectoryValues>) => void
  error: unknown
  hasPassword: boolean
}

export function DirectoryFields({ values, onChange, error, hasPassword }: Props) {
  const { t } = useStrings()
  const text = (name: keyof DirectoryValues, wire: string = `settings.${name}`) => ({
    value: String(values[name]),
    ...fieldProps(error, wire),
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  })
  const count = (name: keyof DirectoryValues, min: number, max: number, wire: string) => ({
    min,
    max,
    allowDecimal: false,
    value: Number(values[name]),
    ...fieldProps(error, wire),
    onChange: (value: number | string) => onChange({ [name]: typeof value === 'number' ? value : min }),
  })
  return (
    <>
      <Section title={values.kind === 'built-in' ? t('directoryForm.name') : t('directoryForm.where')}>
        <FormLayout>
          <TextInput label={t('directoryForm.name')} required maxLength={100} {...text('name', 'name')} />
          {values.kind === 'ldap' ? (
            <FormRow>
              <TextInput
                label={t('directoryForm.host')}
                required
                maxLength={253}
                spellCheck={false}
                {...text('host')}
              />
              <NumberInput label={t('directoryForm.port')} required {...count('port', 1, 65535, 'settings.port')} />
            </FormRow>
          ) : null}
          {values.kind === 'active-directory' ? (
            <ControllerFields values={values} onChange={onChange} error={error} />
          ) : null}
          {values.kind === 'built-in' ? null : (
            <ServerFields values={values} onChange={onChange} text={text} hasPassword={hasPassword} />
          )}
        </FormLayout>
      </Section>
      {values.kind === 'active-directory' ? (
        <Section title={t('directoryForm.oldPassword')} lead={t('directoryForm.oldPasswordLead')}>
          <NumberInput
            label={t('directoryForm.oldPasswordMinutes')}
            {...count('oldPasswordMinutes', 0, 1440, 'settings.oldPasswordMinutes')}
          />
        </Section>
      ) : null}
      {values.kind === 'ldap' ? <EntryFields values={values} onChange={onChange} text={text} /> : null}
      {values.kind === 'built-in' ? (
        <BuiltInFields values={values} onChange={onChange} text={text} count={count} />
      ) : null}
      {values.kind === 'built-in' ? null : (
        <Section title={t('directoryForm.sync')}>
          <FormLayout>
            <FormRow>
              <NumberInput
                label={t('directoryForm.syncEvery')}
                {...count('syncEverySeconds', 1, 86400, 'sync.syncEverySeconds')}
              />
              <NumberInput
                label={t('directoryForm.sweepEvery')}
                {...count('sweepEverySeconds', 1, 86400, 'sync.sweepEverySeconds')}
              />
            </FormRow>
            <FormRow>
              <NumberInput
                label={t('directoryForm.removalsPercent')}
                {...count('removalsPercentMax', 1, 100, 'sync.removalsPercentMax')}
              />
              <NumberInput
                label={t('directoryForm.removalsCount')}
                {...count('removalsCountMax', 0, 100000, 'sync.removalsCountMax')}
              />
            </FormRow>
            <Textarea
              label={t('directoryForm.ownMail')}
              description={t('directoryForm.ownMailHint')}
              autosize
              minRows={2}
              maxRows={6}
              spellCheck={false}
              {...text('ownMailDomains', 'sync.ownMailDomains')}
            />
          </FormLayout>
        </Section>
      )}
      <PeopleFields values={values} onChange={onChange} text={text} />
      <Section title={t('directoryForm.outOfReach')} lead={t('directoryForm.outOfReachLead')}>
        <FormRow>
          <Textarea
            label={t('directoryForm.outOfReachLogins')}
            autosize
            minRows={2}
            maxRows={8}
            spellCheck={false}
            {...text('outOfReachLogins', 'settings.outOfReach.logins')}
          />
          <Textarea
            label={t('directoryForm.outOfReachGroups')}
            autosize
            minRows={2}
            maxRows={8}
            spellCheck={false}
            {...text('outOfReachGroups', 'settings.outOfReach.groups')}
          />
        </FormRow>
      </Section>
    </>
  )
}
