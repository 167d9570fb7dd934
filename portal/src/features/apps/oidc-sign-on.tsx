/** An app as a client of OpenID Connect: what it copies, its secret, and the form of how it signs people on. */
import type { AppDetail } from '@hallpass/contract/apps'
import type { OidcOfApp } from '@hallpass/contract/oidc'
import { useStrings } from '../../strings/use-strings.tsx'
import { Section } from '../../ui/section.tsx'
import { CopyFacts } from './copy-facts.tsx'
import { OidcForm } from './oidc-form.tsx'
import { OidcSecret } from './oidc-secret.tsx'

export function OidcSignOn({ app, oidc }: { app: AppDetail; oidc: OidcOfApp }) {
  const { t } = useStrings()
  return (
    <>
      <Section title={t('appSignOn.copy')} lead={t('appSignOn.copyLead')}>
        <CopyFacts
          facts={[
            { name: t('appSignOn.clientId'), value: oidc.clientId },
            { name: t('appSignOn.issuer'), value: oidc.setup.issuer },
            { name: t('appSignOn.discovery'), value: oidc.setup.discoveryUrl },
            { name: t('appSignOn.authorization'), value: oidc.setup.authorizationUrl },
            { name: t('appSignOn.token'), value: oidc.setup.tokenUrl },
            { name: t('appSignOn.userinfo'), value: oidc.setup.userinfoUrl },
            { name: t('appSignOn.jwks'), value: oidc.setup.jwksUrl },
            { name: t('appSignOn.endSession'), value: oidc.setup.endSessionUrl },
          ]}
        />
      </Section>
      {oidc.settings?.tokenAuth.startsWith('client_secret') ? (
        <OidcSecret appId={app.id} hasSecret={oidc.hasSecret} previousEndsAt={oidc.previousSecretEndsAt} />
      ) : null}
      {/* Begun anew when somebody changed the settings, and not by a new secret: that is shown once, on this page. */}
      <OidcForm key={JSON.stringify(oidc.settings)} app={app} oidc={oidc} />
    </>
  )
}
