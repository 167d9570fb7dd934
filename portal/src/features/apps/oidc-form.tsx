/** How an app signs people on by OpenID Connect: where it may send them back, how it proves itself, what it is told. */
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
import { LinesField } from './lines-field.tsx'
import { OidcClaims } from './oidc-claims.tsx'
import { keysEntered, keysToSend, OidcKeys } from './oidc-keys.tsx'
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

const auths = ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'] as const
const switches = ['requirePkce', 'requirePushedRequests', 'refreshTokens', 'clientCredentials'] as const

export function OidcForm({ app, oidc }: { app: AppDetail; oidc: OidcOfApp }) {
  const { t } = useStrings()
  const [settings, setSettings] = useState<OidcSettings>(oidc.settings ?? usual)
  const [redirects, setRedirects] = useState(settings.redirectUris.join('\n'))
  const [logouts, setLogouts] = useState(settings.postLogoutRedirectUris.join('\n'))
  const [entered, setEntered] = useState(() => keysEntered(settings))
  const change = (part: Partial<OidcSettings>) => setSettings((before) => ({ ...before, ...part }))
  const toSend = (): OidcSettings => {
    const { jwks: _jwks, jwksUri: _jwksUri, ...others } = settings
    const words = {
      empty: t('appSignOn.keysEmpty'),
      unread: t('appSignOn.keysUnread'),
      private: t('appSignOn.keysPrivate'),
      noAddress: t('appSignOn.jwksUriEmpty'),
    }
    const keysSent = settings.tokenAuth === 'private_key_jwt' ? keysToSend(entered, words) : {}
    return { ...others, ...keysSent, redirectUris: linesOf(redirects), postLogoutRedirectUris: linesOf(logouts) }
  }
  const save = useAction({
    run: async () =>
      answer(
        api.PUT('/api/apps/{id}/oidc', {
          params: { path: { id: app.id } },
          body: { version: oidc.version, settings: toSend() },
        }),
      ),
    done: () => t('ui.saved'),
    forget: [keys.appOidc(app.id), ['trail']],
  })

  return (
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
      {settings.tokenAuth === 'private_key_jwt' ? (
        <OidcKeys value={entered} endsSecret={oidc.hasSecret} error={save.error} onChange={setEntered} />
      ) : null}
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
      <Switch
        label={t('appSignOn.requireDpop')}
        description={t('appSignOn.requireDpopHint')}
        checked={settings.requireDpop ?? false}
        onChange={(event) => change({ requireDpop: event.currentTarget.checked })}
      />
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
  )
}
