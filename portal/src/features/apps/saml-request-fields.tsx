import { Switch } from '@mantine/core'
import { fieldProps } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { CertificatesField } from './certificates-field.tsx'
import { FormGroup } from './form-group.tsx'
import { LinesField } from './lines-field.tsx'
import type { SamlFieldProps } from './saml-values.ts'

/** Where a sign-on may begin, and how the app proves that a request is its own. */
export function SamlRequestFields({ form, change, changeSettings, error }: SamlFieldProps) {
  const { t } = useStrings()
  const { settings } = form
  return (
    <FormGroup title={t('appSignOn.requests')}>
      <Switch
        label={t('appSignOn.requestsSigned')}
        checked={settings.requestsSigned}
        onChange={(event) => changeSettings({ requestsSigned: event.currentTarget.checked })}
      />
      <CertificatesField
        label={t('appSignOn.signingCertificates')}
        hint={t('appSignOn.signingCertificatesHint')}
        most={10}
        value={settings.signingCertificates}
        {...fieldProps(error, 'settings.signingCertificates')}
        onChange={(signingCertificates) => changeSettings({ signingCertificates })}
      />
      <Switch
        label={t('appSignOn.idpInitiated')}
        description={t('appSignOn.idpInitiatedHint')}
        checked={settings.idpInitiated}
        onChange={(event) => changeSettings({ idpInitiated: event.currentTarget.checked })}
      />
      {settings.idpInitiated ? (
        <LinesField
          label={t('appSignOn.relayStates')}
          description={t('appSignOn.relayStatesHint')}
          rows={[1, 8]}
          value={form.relayStates}
          {...fieldProps(error, 'settings.relayStates')}
          onChange={(relayStates) => change({ relayStates })}
        />
      ) : null}
    </FormGroup>
  )
}
