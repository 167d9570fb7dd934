import type { SnowSecrets } from '@hallpass/contract/servicenow-admin'
import { Button } from '@mantine/core'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormEnd, FormLayout } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { Command } from './command.tsx'
import { SecretsToEnter } from './secrets-to-enter.tsx'
import styles from './servicenow.module.css'

type Props = { secrets: SnowSecrets; onEntered: () => void }

export function EnterStep({ secrets, onEntered }: Props) {
  const { t } = useStrings()
  return (
    <div className={styles.form}>
      <Section title={t('snow.secrets')} lead={t('snow.secretsLead')}>
        <FormLayout>
          <Command
            name={t('snow.form.installHand')}
            words="node scripts/build-servicenow-app.ts && cd servicenow/app && npx now-sdk install"
          />
          <SecretsToEnter secrets={secrets} />
        </FormLayout>
      </Section>
      <FormEnd>
        <Button onClick={onEntered}>{t('snow.entered')}</Button>
      </FormEnd>
    </div>
  )
}
