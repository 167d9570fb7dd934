/** Asks for the password again. */
import { Button, Group, Modal, PasswordInput, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useSession } from '../../api/session.ts'
import { useStrings } from '../../strings/use-strings.tsx'

/** `onSettled(true)` once the proof was given, `false` when whoever was asked would rather not. */
export function ConfirmIdentity({ onSettled }: { onSettled: (given: boolean) => void }) {
  const { t } = useStrings()
  const { person } = useSession()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function confirm(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await answer(api.POST('/api/session/confirm', { body: { password } }))
      onSettled(true)
    } catch (failure) {
      setError(failure)
      setPassword('')
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      opened
      onClose={() => onSettled(false)}
      title={t('confirm.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={(event) => void confirm(event)}>
        <Text size="sm" c="dimmed" mb="md">
          {t('confirm.lead')}
        </Text>
        {/* Password managers look for the name beside the password. */}
        <input type="text" name="username" autoComplete="username" value={person.login} readOnly hidden />
        <PasswordInput
          data-autofocus
          mb="md"
          label={t('confirm.password', { name: person.displayName })}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        />
        <Problem error={error} />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={() => onSettled(false)}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={password === ''}>
            {t('confirm.action')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
