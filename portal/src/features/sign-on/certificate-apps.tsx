/** Which SAML app was given which of our certificates, noted by a click, and until when its own ones hold. */
import type { SamlAppCertificates, SignOnKeys } from '@hallpass/contract/sign-on-keys'
import { AdminButton } from '../../api/administration/admin-only.tsx'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useAction } from '../../api/use-action.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { Status } from '../../ui/status.tsx'
import { appsWithout } from './apps-without.ts'
import { CertificateEnd } from './certificate-end.tsx'
import styles from './sign-on.module.css'

type Note = { app: SamlAppCertificates; keyId: string; isGiven: boolean }

export function CertificateApps({ all }: { all: SignOnKeys }) {
  const { t } = useStrings()
  const note = useAction({
    run: ({ app, keyId, isGiven }: Note) =>
      answer(
        api.PUT('/api/apps/{id}/saml/certificate', { params: { path: { id: app.id } }, body: { keyId, isGiven } }),
      ),
    forget: [keys.signOnKeys, ['trail']],
    tellFailure: true,
  })
  const given = (app: SamlAppCertificates, state: 'current' | 'next') => {
    const keyId = all.items.find((key) => key.use === 'saml' && key.state === state)?.id
    if (keyId === undefined) return null
    const isGiven = app.holds.some((held) => held.keyId === keyId)
    const isBusy = note.isPending && note.variables.app.id === app.id && note.variables.keyId === keyId
    return (
      <span className={styles.given}>
        <Status tone={isGiven ? 'good' : state === 'current' ? 'bad' : 'warn'}>
          {t(isGiven ? 'signingKeys.given' : 'signingKeys.notGiven')}
        </Status>
        <AdminButton
          variant="default"
          size="compact-sm"
          loading={isBusy}
          onClick={() => note.mutate({ app, keyId, isGiven: !isGiven })}
        >
          {t(isGiven ? 'signingKeys.noteNotGiven' : 'signingKeys.noteGiven')}
          <span className="visually-hidden">
            {`: ${app.name}, ${t(state === 'current' ? 'signingKeys.inUse' : 'signingKeys.following')}`}
          </span>
        </AdminButton>
      </span>
    )
  }
  const behind = appsWithout(all, 'current').length
  return (
    <Section
      title={t('signingKeys.apps')}
      lead={behind > 0 ? t('signingKeys.behind', { count: behind }) : t('signingKeys.appsLead')}
      flush
    >
      <DataTable
        caption={t('signingKeys.apps')}
        rows={all.samlApps}
        rowKey={(app) => app.id}
        columns={[
          {
            key: 'app',
            header: t('signingKeys.app'),
            width: '9rem',
            cell: (app) => (
              <a href={paths.app(app.id, 'signOn')}>
                <bdi>{app.name}</bdi>
              </a>
            ),
          },
          { key: 'current', header: t('signingKeys.inUse'), cell: (app) => given(app, 'current') },
          { key: 'next', header: t('signingKeys.following'), cell: (app) => given(app, 'next') },
          {
            key: 'own',
            header: t('signingKeys.own'),
            cell: (app) =>
              app.own.length === 0 ? (
                <span className={styles.hint}>{t('signingKeys.noOwn')}</span>
              ) : (
                <span className={styles.ends}>
                  {app.own.map(({ purpose, certificateSha256, expiresAt }) => (
                    <CertificateEnd key={`${purpose} ${certificateSha256}`} at={expiresAt} />
                  ))}
                </span>
              ),
          },
        ]}
        empty={<EmptyState title={t('signingKeys.noApps')} />}
      />
    </Section>
  )
}
