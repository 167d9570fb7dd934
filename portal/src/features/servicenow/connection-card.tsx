import type { SnowConnection } from '@hallpass/contract/servicenow-admin'
import { paths } from '../../paths.ts'
import { say } from '../../strings/say.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { CardLink, LinkCard } from '../../ui/card-link.tsx'
import { When } from '../../ui/when.tsx'
import { ConnectionStatus } from './connection-status.tsx'
import styles from './servicenow.module.css'
import { isFailing } from './state-of.ts'

/** One instance in the list: where it is, who calls whom, and when last. */
export function ConnectionCard({ connection }: { connection: SnowConnection }) {
  const { t, rich } = useStrings()
  const { id, name, instanceUrl, mode, heardAt, polledAt, catalogSyncedAt, open, failing, lastFailure } = connection
  const lastAt = mode === 'push' ? heardAt : polledAt
  return (
    <LinkCard className={styles.card}>
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 className={styles.name}>
            <CardLink href={paths.servicenowConnection(id)}>
              <bdi>{name}</bdi>
            </CardLink>
          </h2>
          <p className={styles.quiet}>
            <bdi className={styles.address}>{new URL(instanceUrl).host}</bdi> · {t(`snow.mode.${mode}`)}
          </p>
          <p className={styles.quiet}>
            {lastAt === null
              ? t('snow.neverHeard')
              : rich(mode === 'push' ? 'snow.heard' : 'snow.polled', { when: <When at={lastAt} /> })}{' '}
            ·{' '}
            {catalogSyncedAt === null
              ? t('snow.neverSynced')
              : rich('snow.synced', { when: <When at={catalogSyncedAt} /> })}{' '}
            · {t('snow.open', { count: open })}
          </p>
          {failing > 0 ? <p className={styles.fault}>{t('snow.failing', { count: failing })}</p> : null}
          {lastFailure && isFailing(connection) ? (
            <p className={styles.fault}>
              {rich('snow.failed', { when: <When at={lastFailure.at} />, message: say(lastFailure.message) })}
            </p>
          ) : null}
        </div>
        <ConnectionStatus connection={connection} />
      </div>
    </LinkCard>
  )
}
