/** Name and password of an administrator of a ServiceNow instance, who is signed in there for one piece of work. */
import { PasswordInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { FormRow } from '../../ui/form-layout.tsx'
import { fieldProps } from '../problem-error.ts'

export type InstanceAdministrator = { login: string; password: string }

export function useInstanceAdministrator() {
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  return {
    /** As typed, with no spaces around the name. */
    value: { login: login.trim(), password } satisfies InstanceAdministrator,
    /** Once it was used: nobody else at this screen uses it again. */
    forgetPassword: () => setPassword(''),
    fields: { login, setLogin, password, setPassword },
  }
}

type Props = { fields: ReturnType<typeof useInstanceAdministrator>['fields']; error: Error | null }

export function InstanceAdministratorFields({ fields, error }: Props) {
  const { t } = useStrings()
  return (
    <FormRow>
      <TextInput
        label={t('snow.form.login')}
        required
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={fields.login}
        {...fieldProps(error, 'login')}
        onChange={(event) => fields.setLogin(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('snow.form.password')}
        description={t('snow.form.passwordHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        maxLength={1000}
        autoComplete="off"
        value={fields.password}
        {...fieldProps(error, 'password')}
        onChange={(event) => fields.setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      />
    </FormRow>
  )
}
