import type { SamlSettings } from '@hallpass/contract/saml'
import { NumberInput, Select, TextInput } from '@mantine/core'
import { fieldProps } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormRow } from '../../ui/form-layout.tsx'
import { FormGroup } from './form-group.tsx'
import type { SamlFieldProps } from './saml-values.ts'

type Logout = NonNullable<SamlSettings['slo']>

const bindings = ['redirect', 'post'] as const
const none: Logout = { url: '', responseUrl: null, binding: 'redirect' }

/** How long a person stays in the app, and how the app is told to let them go. */
export function SamlSessionFields({ form, changeSettings, error }: SamlFieldProps) {
  const { t } = useStrings()
  const { slo, soapLogoutUrl, sessionMinutes } = form.settings
  const change = (part: Partial<Logout>) => changeSettings({ slo: { ...(slo ?? none), ...part } })
  return (
    <FormGroup title={t('appSignOn.ending')}>
      <FormRow>
        <TextInput
          label={t('appSignOn.slo')}
          description={t('appSignOn.sloHint')}
          maxLength={2000}
          spellCheck={false}
          value={slo?.url ?? ''}
          {...fieldProps(error, 'settings.slo.url', 'settings.slo')}
          onChange={(event) => change({ url: event.currentTarget.value })}
        />
        <Select
          label={t('appSignOn.sloBinding')}
          disabled={slo === null}
          value={slo?.binding ?? none.binding}
          data={bindings.map((value) => ({ value, label: t(`appSignOn.binding.${value}`) }))}
          onChange={(value) => change({ binding: bindings.find((known) => known === value) ?? none.binding })}
        />
      </FormRow>
      <FormRow>
        <TextInput
          label={t('appSignOn.sloAnswer')}
          description={t('appSignOn.sloAnswerHint')}
          disabled={slo === null}
          maxLength={2000}
          spellCheck={false}
          value={slo?.responseUrl ?? ''}
          {...fieldProps(error, 'settings.slo.responseUrl')}
          onChange={(event) =>
            change({ responseUrl: event.currentTarget.value === '' ? null : event.currentTarget.value })
          }
        />
        <TextInput
          label={t('appSignOn.soapLogout')}
          description={t('appSignOn.soapLogoutHint')}
          maxLength={2000}
          spellCheck={false}
          value={soapLogoutUrl ?? ''}
          {...fieldProps(error, 'settings.soapLogoutUrl')}
          onChange={(event) => changeSettings({ soapLogoutUrl: event.currentTarget.value })}
        />
      </FormRow>
      <FormRow>
        <NumberInput
          label={t('appSignOn.sessionMinutes')}
          description={t('appSignOn.sessionMinutesHint')}
          min={5}
          max={43_200}
          allowDecimal={false}
          value={sessionMinutes ?? ''}
          {...fieldProps(error, 'settings.sessionMinutes')}
          onChange={(value) => changeSettings({ sessionMinutes: typeof value === 'number' ? value : null })}
        />
      </FormRow>
    </FormGroup>
  )
}
