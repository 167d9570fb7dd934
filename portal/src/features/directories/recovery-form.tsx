/** How people of a directory recover their password, and how wrong passwords are slowed down. */
import type { RecoveryPolicy } from '@hallpass/contract/recovery-policies'
import { NumberInput, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd, FormLayout, FormRow } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { GroupRecovery } from './group-recovery.tsx'
import { ProofFields } from './proof-fields.tsx'

export function RecoveryForm({ directoryId }: { directoryId: string }) {
  const { t } = useStrings()
  const policy = useQuery({
    queryKey: keys.recoveryPolicy(directoryId),
    queryFn: (): Promise<RecoveryPolicy> =>
      answer(api.GET('/api/directories/{id}/recovery-policy', { params: { path: { id: directoryId } } })),
  })
  return (
    <>
      <Section title={t('recovery.title')}>
        <Loaded query={policy}>{(data) => <Form key={data.version} policy={data} />}</Loaded>
      </Section>
      <GroupRecovery />
    </>
  )
}

function Form({ policy }: { policy: RecoveryPolicy }) {
  const { t } = useStrings()
  const { directoryId, ...start } = policy
  const [values, setValues] = useState(start)
  const change = (part: Partial<typeof values>) => setValues((before) => ({ ...before, ...part }))
  const save = useAction({
    run: () =>
      answer(api.PUT('/api/directories/{id}/recovery-policy', { params: { path: { id: directoryId } }, body: values })),
    done: () => t('ui.saved'),
    forget: [keys.recoveryPolicy(directoryId)],
  })
  const count = (name: 'addressQuietDays' | 'signInTriesMax' | 'waitMinutes', min: number, max: number) => ({
    min,
    max,
    allowDecimal: false,
    value: values[name],
    onChange: (value: number | string) => change({ [name]: typeof value === 'number' ? value : min }),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate()
  }

  return (
    <form onSubmit={submit}>
      <FormLayout>
        <Switch
          label={t('recovery.selfService')}
          description={t('recovery.selfServiceHint')}
          checked={values.selfService}
          onChange={(event) => change({ selfService: event.currentTarget.checked })}
        />
        <ProofFields values={values} onChange={change} />
        <TextInput
          label={t('recovery.publicLabel')}
          description={t('recovery.publicLabelHint')}
          maxLength={60}
          value={values.publicLabel ?? ''}
          onChange={(event) =>
            change({ publicLabel: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }
        />
        <NumberInput label={t('recovery.quietDays')} {...count('addressQuietDays', 0, 90)} />
        <FormRow>
          <NumberInput
            label={t('recovery.tries')}
            description={t('recovery.triesHint')}
            {...count('signInTriesMax', 2, 20)}
          />
          <NumberInput label={t('recovery.wait')} {...count('waitMinutes', 1, 1440)} />
        </FormRow>
        <Problem error={save.error} withFields />
        <FormEnd>
          <AdminButton type="submit" loading={save.isPending}>
            {t('ui.save')}
          </AdminButton>
        </FormEnd>
      </FormLayout>
    </form>
  )
}
