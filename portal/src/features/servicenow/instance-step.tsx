import type { FormEvent } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { InstanceFields } from './instance-fields.tsx'
import type { InstanceValues } from './instance-values.ts'
import styles from './servicenow.module.css'

type Props = { values: InstanceValues; onChange: (values: InstanceValues) => void; onNext: () => void }

export function InstanceStep({ values, onChange, onNext }: Props) {
  const { t } = useStrings()

  function submit(event: FormEvent) {
    event.preventDefault()
    onNext()
  }

  return (
    <form onSubmit={submit} className={styles.form}>
      <Section title={t('snow.step.instance')}>
        <InstanceFields values={values} onChange={(change) => onChange({ ...values, ...change })} error={null} />
      </Section>
      <FormEnd>
        <AdminButton type="submit">{t('snow.form.next')}</AdminButton>
      </FormEnd>
    </form>
  )
}
