import type { PublicDirectories, StartedReset } from '@hallpass/contract/credentials'
import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { Problem } from '../../api/loaded.tsx'
import { useStrings } from '../../strings/use-strings.tsx'
import styles from './password.module.css'

export type Who = { login: string; directoryId?: string }

type Props = { onStarted: (who: Who, attempt: StartedReset) => void }

/** The name; and which directory, for those whose name is in several. Everybody is asked the same. */
export function WhoAreYou({ onStarted }: Props) {
  const { t } = useStrings()
  const [login, setLogin] = useState('')
  const [directoryId, setDirectoryId] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const directories = useQuery({
    queryKey: ['public-directories'],
    queryFn: (): Promise<PublicDirectories> => answer(api.GET('/api/password/directories')),
  })
  const choices = directories.data?.items ?? []

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (login.trim() === '') return
    setBusy(true)
    setError(null)
    const who: Who = { login: login.trim(), ...(directoryId === null ? {} : { directoryId }) }
    try {
      onStarted(who, await startReset(who))
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        size="md"
        label={t('signIn.name')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
        withAsterisk={false}
        maxLength={320}
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      {choices.length > 1 ? (
        <Select
          size="md"
          label={t('forgot.directory')}
          description={t('forgot.directoryHint')}
          placeholder={t('forgot.directoryUnknown')}
          clearable
          data={choices.map(({ id, label }) => ({ value: id, label }))}
          value={directoryId}
          onChange={setDirectoryId}
        />
      ) : null}
      <Problem error={error} />
      <Button type="submit" size="md" fullWidth loading={busy}>
        {t('forgot.send')}
      </Button>
    </form>
  )
}

export function startReset(who: Who): Promise<StartedReset> {
  return answer(api.POST('/api/password/resets', { body: who }))
}
