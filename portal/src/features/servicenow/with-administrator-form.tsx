/** Sets up both sides in the name of an administrator of the instance, who is signed in there for this alone. */
import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import {
  InstanceAdministratorFields,
  useInstanceAdministrator,
} from '../../api/administration/instance-administrator.tsx'
import { Problem } from '../../api/loaded.tsx'
import { fieldProps } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd, FormLayout } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { AppFile } from './app-file.tsx'
import { Doings } from './doings.tsx'
import type { InstanceValues } from './instance-values.ts'
import styles from './servicenow.module.css'
import { useSetUp } from './use-set-up.ts'

type Props = {
  values: InstanceValues
  onBack: () => void
  onConnected: (connectionId: string, unpublished: number) => void
}

export function WithAdministratorForm({ values, onBack, onConnected }: Props) {
  const { t } = useStrings()
  const administrator = useInstanceAdministrator()
  const [installs, setInstalls] = useState(true)
  const [app, setApp] = useState<File | null>(null)
  const setUp = useSetUp(onConnected)
  const noFile = installs && app === null

  function submit(event: FormEvent) {
    event.preventDefault()
    if (!noFile) setUp.mutate({ values, ...administrator.value, app: installs ? app : null })
  }

  return (
    <form onSubmit={submit} className={styles.form}>
      <Section title={t('snow.step.access')} lead={t('snow.form.administratorHint')}>
        <InstanceAdministratorFields fields={administrator.fields} error={setUp.error} />
      </Section>
      <Section title={t('snow.form.app')}>
        <AppFile
          installs={installs}
          onInstalls={setInstalls}
          file={app}
          onFile={setApp}
          {...fieldProps(setUp.error, 'app')}
        />
      </Section>
      <FormLayout>
        {setUp.isPending || setUp.error ? (
          <Doings doing={setUp.doing} hasFailed={!!setUp.error} installs={installs} />
        ) : null}
        <Problem error={setUp.error} />
        <FormEnd>
          <Button variant="default" onClick={onBack}>
            {t('snow.form.back')}
          </Button>
          <AdminButton type="submit" loading={setUp.isPending} why={noFile ? t('snow.form.choose') : null}>
            {t('snow.form.connect')}
          </AdminButton>
        </FormEnd>
      </FormLayout>
    </form>
  )
}
