import type { SnowConnection } from '@hallpass/contract/servicenow-admin'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { Problem } from '../../api/loaded.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { When } from '../../ui/when.tsx'
import { ConnectionKeys } from './connection-keys.tsx'
import { ConnectionSwitches } from './connection-switches.tsx'
import { Findings } from './findings.tsx'
import styles from './servicenow.module.css'
import { Troubles } from './troubles.tsx'
import { useTest } from './use-test.ts'

export function ConnectionOverview({ connection }: { connection: SnowConnection }) {
  const { t } = useStrings()
  const test = useTest()
  return (
    <>
      <Troubles connection={connection} />
      <div className={styles.columns}>
        <Section
          title={t('snow.how')}
          action={
            <AdminButton
              variant="default"
              size="xs"
              loading={test.isPending}
              onClick={() => test.mutate(connection.id)}
            >
              {t('snow.test')}
            </AdminButton>
          }
        >
          <FormLayout>
            <HowItIs connection={connection} />
            <Problem error={test.error} />
            <div role="status">{test.data ? <Findings ok={test.data.ok} findings={test.data.findings} /> : null}</div>
          </FormLayout>
        </Section>
        <div className={styles.stack}>
          <ConnectionKeys connection={connection} />
          <ConnectionSwitches connection={connection} />
        </div>
      </div>
    </>
  )
}

function HowItIs({ connection }: { connection: SnowConnection }) {
  const { t, rich, number } = useStrings()
  const { instanceUrl, instanceId, mode, clockOffsetSeconds, catalogSyncedAt, catalogVersion } = connection
  const at = (time: string | null) => (time === null ? t('snow.never') : <When at={time} />)
  return (
    <Facts
      facts={[
        {
          name: t('snow.address'),
          value: (
            <a href={instanceUrl} target="_blank" rel="noreferrer" className={styles.address}>
              {new URL(instanceUrl).host}
            </a>
          ),
        },
        {
          name: t('snow.bound'),
          value: instanceId === null ? t('snow.notBound') : <code className={styles.address}>{instanceId}</code>,
        },
        { name: t('snow.heardAt'), value: at(connection.heardAt) },
        mode === 'pull' ? { name: t('snow.polledAt'), value: at(connection.polledAt) } : null,
        {
          name: t('snow.syncedAt'),
          value: catalogSyncedAt
            ? rich('snow.version', { when: <When at={catalogSyncedAt} />, version: number(catalogVersion) })
            : t('snow.never'),
        },
        { name: t('snow.comparedAt'), value: at(connection.catalogComparedAt) },
        clockOffsetSeconds === null
          ? null
          : {
              name: t('snow.clock'),
              value: t('snow.clockApart', { seconds: Math.abs(Math.round(clockOffsetSeconds)) }),
            },
        { name: t('snow.underWay'), value: t('snow.open', { count: connection.open }) },
        {
          name: t('snow.toTell'),
          value:
            connection.waiting === 0
              ? t('ui.none')
              : t('snow.toTellCount', { waiting: number(connection.waiting), failing: number(connection.failing) }),
        },
      ]}
    />
  )
}
