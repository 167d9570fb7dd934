/** The public keys of an app that proves itself by a key of its own: published by the app, or pasted here. */
import type { OidcSettings } from '@hallpass/contract/oidc'
import { Select, TextInput } from '@mantine/core'
import { fieldProps, ProblemError } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { LinesField } from './lines-field.tsx'
import { keysOfText, textOfKeys } from './oidc-keys-text.ts'

type KeysEntered = { from: 'address' | 'keys'; address: string; text: string }
type Props = {
  value: KeysEntered
  /** The app has a secret, which is gone once the keys are saved. */
  endsSecret: boolean
  error: unknown
  onChange: (value: KeysEntered) => void
}

const sources = ['address', 'keys'] as const

export function keysEntered({ jwks, jwksUri }: OidcSettings): KeysEntered {
  return { from: jwks === undefined ? 'address' : 'keys', address: jwksUri ?? '', text: textOfKeys(jwks) }
}

/** What was entered as it is sent; throws what is wrong with it, beside its field, before anything is sent. */
export function keysToSend(
  { from, address, text }: KeysEntered,
  words: Record<'empty' | 'unread' | 'private' | 'noAddress', string>,
): Pick<OidcSettings, 'jwks' | 'jwksUri'> {
  if (from === 'address') {
    if (address.trim() === '') throw faultAt('settings.jwksUri', words.noAddress)
    return { jwksUri: address.trim() }
  }
  const read = keysOfText(text)
  if ('fault' in read) throw faultAt('settings.jwks', words[read.fault])
  return read
}

function faultAt(field: string, message: string): ProblemError {
  const plain = { type: 'about:blank', title: '', status: 400, detail: message, requestId: '' }
  return new ProblemError({ ...plain, code: 'oidc_settings_invalid', fields: [{ field, message }] })
}

export function OidcKeys({ value, endsSecret, error, onChange }: Props) {
  const { t } = useStrings()
  return (
    <>
      <Select
        label={t('appSignOn.keysFrom')}
        description={endsSecret ? t('appSignOn.keysEndSecret') : undefined}
        value={value.from}
        allowDeselect={false}
        data={sources.map((from) => ({ value: from, label: t(`appSignOn.keysFrom.${from}`) }))}
        onChange={(from) => onChange({ ...value, from: from === 'keys' ? 'keys' : 'address' })}
      />
      {value.from === 'address' ? (
        <TextInput
          label={t('appSignOn.jwksUri')}
          description={t('appSignOn.jwksUriHint')}
          placeholder="https://"
          maxLength={2000}
          spellCheck={false}
          value={value.address}
          {...fieldProps(error, 'settings.jwksUri')}
          onChange={(event) => onChange({ ...value, address: event.currentTarget.value })}
        />
      ) : (
        <LinesField
          label={t('appSignOn.keys')}
          description={t('appSignOn.keysHint')}
          rows={[4, 14]}
          maxLength={40_000}
          value={value.text}
          {...fieldProps(error, 'settings.jwks', 'settings.jwks.keys')}
          onChange={(text) => onChange({ ...value, text })}
        />
      )}
    </>
  )
}
