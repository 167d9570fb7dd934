import type { NameIdFormat, SamlSettings } from '@hallpass/contract/saml'
import { NumberInput, Select, TextInput } from '@mantine/core'
import { fieldProps } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormRow } from '../../ui/form-layout.tsx'
import { CertificatesField } from './certificates-field.tsx'
import { FormGroup } from './form-group.tsx'
import { LinesField } from './lines-field.tsx'
import type { SamlFieldProps } from './saml-values.ts'

const formats: readonly NameIdFormat[] = ['emailAddress', 'persistent', 'transient', 'unspecified']
const signs: readonly SamlSettings['sign'][] = ['assertion', 'response', 'both']
const wraps = ['rsa-oaep', 'rsa-oaep-mgf1p'] as const

/** What our answer tells the app about a person, how it is signed, and whether it is encrypted. */
export function SamlAnswerFields({
  form,
  change,
  changeSettings,
  error,
  values,
}: SamlFieldProps & { values: string[] }) {
  const { t, list } = useStrings()
  const { settings } = form
  const { encryption } = settings
  const isOpaque = settings.nameIdFormat === 'persistent' || settings.nameIdFormat === 'transient'
  return (
    <FormGroup title={t('appSignOn.answer')}>
      <FormRow>
        <Select
          label={t('appSignOn.nameIdFormat')}
          value={settings.nameIdFormat}
          data={formats.map((value) => ({ value, label: t(`appSignOn.nameId.${value}`) }))}
          onChange={(value) =>
            changeSettings({ nameIdFormat: formats.find((known) => known === value) ?? 'emailAddress' })
          }
        />
        <TextInput
          label={t('appSignOn.nameIdValue')}
          description={isOpaque ? t('appSignOn.opaque') : list(values.map((value) => `{${value}}`))}
          maxLength={500}
          disabled={isOpaque}
          spellCheck={false}
          value={settings.nameId}
          {...fieldProps(error, 'settings.nameId')}
          onChange={(event) => changeSettings({ nameId: event.currentTarget.value })}
        />
      </FormRow>
      <LinesField
        label={t('appSignOn.attributes')}
        description={t('appSignOn.attributesHint', { open: '{', close: '}' })}
        placeholder="Role = {groups}"
        rows={[2, 12]}
        value={form.attributes}
        {...fieldProps(error, 'settings.attributes')}
        onChange={(attributes) => change({ attributes })}
      />
      <FormRow>
        <Select
          label={t('appSignOn.sign')}
          value={settings.sign}
          data={signs.map((value) => ({ value, label: t(`appSignOn.sign.${value}`) }))}
          onChange={(value) => changeSettings({ sign: signs.find((known) => known === value) ?? 'assertion' })}
        />
        <NumberInput
          label={t('appSignOn.skew')}
          min={0}
          max={300}
          allowDecimal={false}
          value={settings.clockSkewSeconds}
          onChange={(value) => changeSettings({ clockSkewSeconds: typeof value === 'number' ? value : 0 })}
        />
      </FormRow>
      <CertificatesField
        label={t('appSignOn.encryptFor')}
        hint={t('appSignOn.encryptForHint')}
        most={1}
        value={encryption === null ? [] : [encryption.certificate]}
        {...fieldProps(error, 'settings.encryption')}
        onChange={([certificate]) =>
          changeSettings({
            encryption: certificate === undefined ? null : { keyWrap: encryption?.keyWrap ?? 'rsa-oaep', certificate },
          })
        }
      />
      {encryption === null ? null : (
        <Select
          label={t('appSignOn.keyWrap')}
          value={encryption.keyWrap}
          data={wraps.map((value) => ({ value, label: t(`appSignOn.keyWrap.${value}`) }))}
          onChange={(value) =>
            changeSettings({
              encryption: { ...encryption, keyWrap: wraps.find((known) => known === value) ?? 'rsa-oaep' },
            })
          }
        />
      )}
    </FormGroup>
  )
}
