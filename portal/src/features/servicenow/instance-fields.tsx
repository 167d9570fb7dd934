import { Select, TextInput } from '@mantine/core'
import { fieldProps } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { type InstanceValues, matches, modes } from './instance-values.ts'
import styles from './servicenow.module.css'

type Props = { values: InstanceValues; onChange: (change: Partial<InstanceValues>) => void; error: unknown }

/** Which instance, who calls whom, and who is who: used to connect one and to change one. */
export function InstanceFields({ values, onChange, error }: Props) {
  const { t } = useStrings()
  return (
    <FormLayout>
      <TextInput
        label={t('snow.form.url')}
        type="url"
        required
        maxLength={500}
        spellCheck={false}
        placeholder="https://acme.service-now.com"
        value={values.instanceUrl}
        {...fieldProps(error, 'instanceUrl')}
        onChange={(event) => onChange({ instanceUrl: event.currentTarget.value })}
      />
      <TextInput
        label={t('snow.form.name')}
        required
        maxLength={100}
        value={values.name}
        {...fieldProps(error, 'name')}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <ChoiceChips
        label={t('snow.form.mode')}
        value={values.mode}
        onChange={(value) => onChange({ mode: value === 'pull' ? 'pull' : 'push' })}
        choices={modes.map((value) => ({ value, label: t(`snow.mode.${value}`) }))}
      />
      <p className={styles.quiet}>{t(`snow.form.modeHint.${values.mode}`)}</p>
      <Select
        label={t('snow.form.matchBy')}
        allowDeselect={false}
        value={values.matchBy}
        data={matches.map((value) => ({ value, label: t(`snow.match.${value}`) }))}
        onChange={(chosen) => onChange({ matchBy: matches.find((known) => known === chosen) ?? values.matchBy })}
      />
    </FormLayout>
  )
}
