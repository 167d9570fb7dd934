/** An authenticator app: scan the picture or type the secret, then show that it gives the right code. */
import type { Factor } from '@hallpass/contract/factors'
import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { answer, api } from '../client.ts'
import { Loaded, Problem } from '../loaded.tsx'
import styles from './enrolment.module.css'

type Started = { enrolmentId: string; secret: string; uri: string; qr: string }

export function AddTotp({ onAdded }: { onAdded: (factor: Factor) => void }) {
  const id = useId()
  const started = useQuery({
    queryKey: ['enrolment', 'totp', id],
    queryFn: (): Promise<Started> => answer(api.POST('/api/factors/totp', { body: {} })),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
  })
  return <Loaded query={started}>{(data) => <Form started={data} onAdded={onAdded} />}</Loaded>
}

function Form({ started, onAdded }: { started: Started; onAdded: (factor: Factor) => void }) {
  const { t } = useStrings()
  const [name, setName] = useState(() => t('enrol.totp.usualName'))
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function confirm(value: string) {
    if (busy || value.length !== 6) return
    setBusy(true)
    setError(null)
    try {
      const usual = t('enrol.totp.usualName')
      onAdded(
        await answer(
          api.POST('/api/factors', {
            body: { enrolmentId: started.enrolmentId, name: name.trim() || usual, code: value },
          }),
        ),
      )
    } catch (failure) {
      setError(failure)
      setCode('')
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void confirm(code)
      }}
    >
      <ol className={styles.steps}>
        <li>
          <p>{t('enrol.totp.scan')}</p>
          <img
            className={styles.qr}
            alt={t('enrol.totp.picture')}
            src={`data:image/svg+xml,${encodeURIComponent(started.qr)}`}
          />
          <p className={styles.small}>{t('enrol.totp.orType')}</p>
          <CopyText value={inGroups(started.secret)} copies={started.secret} label={t('enrol.totp.secret')} />
        </li>
        <li>
          <p className={styles.ask}>{t('enrol.totp.code')}</p>
          <CodeField
            label={t('proof.code')}
            value={code}
            wrong={error !== null}
            onChange={setCode}
            onComplete={(value) => void confirm(value)}
          />
        </li>
      </ol>
      <TextInput
        label={t('enrol.name')}
        description={t('enrol.nameHint')}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Problem error={error} />
      <Button type="submit" size="md" fullWidth loading={busy} disabled={code.length !== 6}>
        {t('enrol.totp.action')}
      </Button>
    </form>
  )
}

/** `ABCD EFGH …`: easier to type. */
function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}
