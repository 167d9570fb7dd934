/** What the instance has to know, where its forms want it. Shown once; the service keeps no secret that it could show again. */
import type { SnowSecrets } from '@hallpass/contract/servicenow-admin'
import { useStrings } from '../../strings/use-strings.tsx'
import { useWordsOr } from '../../strings/use-words-or.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import { FormLayout } from '../../ui/form-layout.tsx'
import styles from './servicenow.module.css'

export function SecretsToEnter({ secrets }: { secrets: SnowSecrets }) {
  const { t } = useStrings()
  const wordsOr = useWordsOr()
  const { connection, clients, keys } = secrets
  return (
    <FormLayout>
      {clients.length > 0 ? (
        <div className={styles.secretGroup}>
          <h3 className={styles.secretTitle}>{t('snow.registries')}</h3>
          <Part name={t('snow.tokenUrl')} value={connection.tokenUrl} />
          {clients.map(({ scope, clientId, clientSecret }) => (
            <Secret
              key={clientId}
              name={wordsOr(`snow.registry.${scope}`, scope)}
              parts={[
                [t('snow.clientId'), clientId],
                [t('snow.clientSecret'), clientSecret],
              ]}
            />
          ))}
        </div>
      ) : null}
      {keys.length > 0 ? (
        <div className={styles.secretGroup}>
          <h3 className={styles.secretTitle}>{t('snow.keysToEnter')}</h3>
          {keys.map(({ id, direction, base64 }) => (
            <Secret
              key={id}
              name={t(`snow.direction.${direction}`)}
              parts={[
                [t('snow.keyId'), id],
                [t('snow.keySecret'), base64],
              ]}
            />
          ))}
        </div>
      ) : null}
      {clients.length > 0 && keys.length > 0 ? (
        <div className={styles.secretGroup}>
          <h3 className={styles.secretTitle}>{t('snow.properties')}</h3>
          <Part name="x_hlps_access.hallpass_url" value={new URL(connection.deskUrl).origin} />
          <Part name="x_hlps_access.mode" value={connection.mode} />
        </div>
      ) : null}
    </FormLayout>
  )
}

function Secret({ name, parts }: { name: string; parts: readonly (readonly [string, string])[] }) {
  return (
    <div className={styles.secret}>
      <p className={styles.secretName}>{name}</p>
      {parts.map(([what, value]) => (
        <Part key={what} name={what} about={name} value={value} />
      ))}
    </div>
  )
}

function Part({ name, value, about }: { name: string; value: string; about?: string }) {
  return (
    <div className={styles.secretPart}>
      <span className={styles.label}>{name}</span>
      <CopyText value={value} label={about === undefined ? name : `${about}, ${name}`} />
    </div>
  )
}
