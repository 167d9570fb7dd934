import { PasswordInput, TextInput } from '@mantine/core'
import { fieldProps } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormRow } from '../../ui/form-layout.tsx'

export type ClientValues = { clientId: string; clientSecret: string }
type Props = { client: ClientValues; onChange: (client: ClientValues) => void; error: unknown; isNew: boolean }

/** The OAuth client that the instance gave Hallpass. */
export function ClientFields({ client, onChange, error, isNew }: Props) {
  const { t } = useStrings()
  return (
    <FormRow>
      <TextInput
        label={t('snow.form.clientId')}
        required
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={client.clientId}
        {...fieldProps(error, 'oauthClientId')}
        onChange={(event) => onChange({ ...client, clientId: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('snow.form.clientSecret')}
        required={isNew}
        {...(isNew ? {} : { description: t('snow.form.secretKept') })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={1000}
        autoComplete="off"
        value={client.clientSecret}
        {...fieldProps(error, 'oauthClientSecret')}
        onChange={(event) => onChange({ ...client, clientSecret: event.currentTarget.value })}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      />
    </FormRow>
  )
}
