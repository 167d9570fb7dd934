/** How people get into this app by signing on here: by SAML, by OpenID Connect, or not yet. */
import type { AppDetail } from '@hallpass/contract/apps'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { OidcSignOn } from './oidc-sign-on.tsx'
import { SamlSignOn } from './saml-sign-on.tsx'
import { SignalsCard } from './signals-card.tsx'

export function AppSignOn({ app }: { app: AppDetail }) {
  const { t } = useStrings()
  const params = { path: { id: app.id } }
  const [chosen, choose] = useState<'saml' | 'oidc' | null>(null)
  const saml = useQuery({
    queryKey: keys.appSaml(app.id),
    queryFn: () => answer(api.GET('/api/apps/{id}/saml', { params })),
  })
  const oidc = useQuery({
    queryKey: keys.appOidc(app.id),
    queryFn: () => answer(api.GET('/api/apps/{id}/oidc', { params })),
  })
  const signals = useQuery({
    queryKey: keys.appSignals(app.id),
    queryFn: () => answer(api.GET('/api/apps/{id}/signals', { params })),
  })
  // What is set up stands first; SAML is what most apps of a company speak.
  const active = chosen ?? (oidc.data?.settings && !saml.data?.settings ? 'oidc' : 'saml')
  return (
    <>
      <ChoiceChips
        label={t('appSignOn.protocol')}
        value={active}
        onChange={(value) => choose(value === 'oidc' ? 'oidc' : 'saml')}
        choices={[
          { value: 'saml', label: 'SAML 2.0' },
          { value: 'oidc', label: 'OpenID Connect' },
        ]}
      />
      {active === 'saml' ? (
        <Loaded query={saml}>{(data) => <SamlSignOn key={data.version} app={app} saml={data} />}</Loaded>
      ) : (
        <Loaded query={oidc}>{(data) => <OidcSignOn app={app} oidc={data} />}</Loaded>
      )}
      <Loaded query={signals}>{(data) => <SignalsCard key={data.version} appId={app.id} signals={data} />}</Loaded>
    </>
  )
}
