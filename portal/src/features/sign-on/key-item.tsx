/** One key: what it does now and since when, until when its certificate holds, and the certificate to take away. */
import type { SignOnKey } from '@hallpass/contract/sign-on-keys'
import { Button } from '@mantine/core'
import { IconCertificate, IconDownload, IconKey } from '@tabler/icons-react'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { Item } from '../../ui/item-list.tsx'
import { useNow } from '../../ui/now.tsx'
import { Status, type Tone } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import { CertificateEnd } from './certificate-end.tsx'
import styles from './sign-on.module.css'

const tones: Record<SignOnKey['state'], Tone> = { current: 'good', next: 'accent', previous: 'quiet' }

export function KeyItem({ signOnKey, onPutBack }: { signOnKey: SignOnKey; onPutBack: () => void }) {
  const { t, rich } = useStrings()
  const now = useNow(600_000)
  const { use, algorithm, state, stateSince, expiresAt, certificate, certificateSha256 } = signOnKey
  const Icon = certificate === null ? IconKey : IconCertificate
  const hasEnded = expiresAt !== null && new Date(expiresAt) <= now
  return (
    <Item
      icon={<Icon size={18} stroke={1.75} />}
      name={
        <>
          {algorithm} <Status tone={tones[state]}>{t(`signingKeys.state.${state}`)}</Status>
        </>
      }
      details={[
        rich(`signingKeys.since.${state}`, { when: <When at={stateSince} as="day" /> }),
        use === 'saml' || state !== 'previous' ? null : t('signingKeys.stillPublished'),
        expiresAt === null ? null : <CertificateEnd key="end" at={expiresAt} />,
        certificateSha256 === null ? null : (
          <span key="sha" className={styles.fingerprint}>
            SHA-256 <CopyText value={certificateSha256} label="SHA-256" />
          </span>
        ),
      ]}
      actions={
        <>
          {certificate === null || state === 'previous' ? null : (
            <Button
              component="a"
              href={`data:application/x-pem-file;base64,${btoa(certificate)}`}
              download={`hallpass-${state === 'next' ? 'next' : 'in-use'}.pem`}
              variant="default"
              size="xs"
              leftSection={<IconDownload size={14} aria-hidden />}
            >
              {t('signingKeys.certificate')}
            </Button>
          )}
          {state === 'previous' ? (
            <AdminButton
              variant="default"
              size="xs"
              onClick={onPutBack}
              why={hasEnded ? t('signingKeys.endedBefore') : null}
            >
              {t('signingKeys.putBack')}
            </AdminButton>
          ) : null}
        </>
      }
    />
  )
}
