/** An app as a client of OpenID Connect: what it copies, its secret, where it may send people back. */
import type { AppDetail } from '@hallpass/contract/apps'
import type { OidcOfApp, OidcSettings } from '@hallpass/contract/oidc'
import { Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { fieldProps } from '../../api/problem-error.ts'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormRow } from '../../ui/form-layout.tsx'
import { Section } from '../../ui/section.tsx'
import { CopyFacts } from './copy-facts.tsx'
import { LinesField } from './lines-field.tsx'
import { OidcClaims } from './oidc-claims.tsx'
import { OidcSecret } from './oidc-secret.tsx'
import { linesOf } from './saml-values.ts'
import { SignOnForm } from './sign-on-form.tsx'

const usual: OidcSettings = {
  redirectUris: [],
  postLogoutRedirectUris: [],
  tokenAuth: 'client_secret_basic',
  requirePkce: true,
  requirePushedRequests: false,
  signing: 'RS256',
  refreshTokens: false,
  clientCredentials: false,
  backchannelLogoutUri: null,
  claims: [],
  idTokenClaims: true,
}

const auths = ['client_secret_basic', 'client_secret_post', 'none'] as const
const switches = ['requirePkce', 'requirePushedRequests', 'refreshTokens', 'clientCredentials'] as const

export function OidcSignOn({ app, oidc }: { app: AppDetail; oidc: OidcOfApp }) {
  const { t } = useStrings()
  const [settings, setSettings] = useState<OidcSettings>(oidc.settings ?? usual)
  const [redirects, setRedirects] = useState(settings.redirectUris.join('\n'))
  const [logouts, setLogouts] = useState(settings.postLogoutRedirectUris.join('\n'))
  const change = (part: Partial<OidcSettings>) => setSettings((before) => ({ ...before, ...part }))
  const save = useAction({
    run: () =>
      answer(
        api.PUT('/api/apps/{id}/oidc', {
          params: { path: { id: app.id } },
          body: {
            version: oidc.version,
            settings: { ...settings, redirectUris: linesOf(redirects), postLogoutRedirectUris: linesOf(logouts) },
          },
        }),
      ),
    done: () => t('ui.saved'),
    forget: [keys.appOidc(app.id), ['trail']],
  })

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
      {oidc.settings && oidc.settings.tokenAuth !== 'none' ? (
        <OidcSecret appId={app.id} hasSecret={oidc.hasSecret} previousEndsAt={oidc.previousSecretEndsAt} />
      ) : null}
      <SignOnForm app={app} protocol="OpenID Connect" save={save}>
        <LinesField
          label={t('appSignOn.redirects')}
          description={t('appSignOn.redirectsHint')}
          rows={[2, 10]}
          value={redirects}
          {...fieldProps(save.error, 'settings.redirectUris')}
          onChange={setRedirects}
        />
        <LinesField
          label={t('appSignOn.afterLogout')}
          rows={[1, 6]}
          value={logouts}
          {...fieldProps(save.error, 'settings.postLogoutRedirectUris')}
          onChange={setLogouts}
        />
        <FormRow>
          <Select
            label={t('appSignOn.tokenAuth')}
            value={settings.tokenAuth}
            data={auths.map((value) => ({ value, label: t(`appSignOn.auth.${value}`) }))}
            onChange={(value) => change({ tokenAuth: auths.find((known) => known === value) ?? 'client_secret_basic' })}
          />
          <Select
            label={t('appSignOn.signing')}
            value={settings.signing}
            data={['RS256', 'ES256']}
            onChange={(value) => change({ signing: value === 'ES256' ? 'ES256' : 'RS256' })}
          />
        </FormRow>
        <Switch
          label={t('appSignOn.idTokenClaims')}
          description={t('appSignOn.idTokenClaimsHint')}
          checked={settings.idTokenClaims ?? true}
          onChange={(event) => change({ idTokenClaims: event.currentTarget.checked })}
        />
        {switches.map((name) => (
          <Switch
            key={name}
            label={t(`appSignOn.${name}`)}
            checked={settings[name]}
            onChange={(event) => change({ [name]: event.currentTarget.checked })}
          />
        ))}
        <TextInput
          label={t('appSignOn.backchannel')}
          maxLength={2000}
          spellCheck={false}
          value={settings.backchannelLogoutUri ?? ''}
          {...fieldProps(save.error, 'settings.backchannelLogoutUri')}
          onChange={(event) =>
            change({ backchannelLogoutUri: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }
        />
        <OidcClaims
          claims={settings.claims}
          values={oidc.values}
          error={save.error}
          onChange={(claims) => change({ claims })}
        />
      </SignOnForm>
    </>
  )
}
