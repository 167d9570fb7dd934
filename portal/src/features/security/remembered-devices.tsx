import { Button } from '@mantine/core'
import { answer, api } from '../../api/client.ts'
import { useAction } from '../../api/use-action.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './security.module.css'

/** Devices that are not asked for the second factor for a while, and where one is signed in. */
export function RememberedDevices() {
  const { t } = useStrings()
  const forget = useAction({
    run: () => answer(api.POST('/api/devices/forget')),
    done: ({ forgotten }) => t('security.forgotten', { count: forgotten }),
    tellFailure: true,
  })
  return (
    <Section title={t('security.devices')} lead={t('security.devicesLead')}>
      <div className={styles.buttons}>
        <Button component="a" href={paths.sessions()} variant="default" size="xs">
          {t('security.toSessions')}
        </Button>
        <Button variant="default" size="xs" loading={forget.isPending} onClick={() => forget.mutate()}>
          {t('security.forget')}
        </Button>
      </div>
    </Section>
  )
}
