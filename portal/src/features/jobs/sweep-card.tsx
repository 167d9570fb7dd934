import { Select } from '@mantine/core'
import { useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './jobs.module.css'

const sweeps = [
  'access.expire-grants',
  'access.remind-expiry',
  'access.end-disabled',
  'requests.escalate',
  'requests.settle',
  'directory.sync-due',
  'provisioning.sweep-unsettled',
  'provisioning.compare',
  'credentials.settle-writes',
  'audit.checkpoint',
] as const
type Sweep = (typeof sweeps)[number]

/** Runs one sweep once, now. */
export function SweepCard() {
  const { t } = useStrings()
  const [name, setName] = useState<Sweep>('access.expire-grants')
  const run = useAction({
    run: () => answer(api.POST('/api/sweeps/{name}/run', { params: { path: { name } }, body: {} })),
    done: () => t('jobs.swept', { name: t(`jobs.sweep.${name}`) }),
    forget: [['jobs']],
  })
  return (
    <Section title={t('jobs.sweep')} lead={t('jobs.sweepLead')}>
      <FormLayout>
        <div className={styles.sweep}>
          <Select
            label={t('jobs.sweepName')}
            data={sweeps.map((sweep) => ({ value: sweep, label: t(`jobs.sweep.${sweep}`) }))}
            value={name}
            onChange={(value) => setName(value ?? name)}
          />
          <AdminButton variant="default" loading={run.isPending} onClick={() => run.mutate()}>
            {t('jobs.sweepRun')}
          </AdminButton>
        </div>
        <Problem error={run.error} />
      </FormLayout>
    </Section>
  )
}
