/** A passkey of this device, or a security key: named, then one touch. */
import type { Factor } from '@hallpass/contract/factors'
import { Button, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { answer, api } from '../client.ts'
import { createPasskey } from '../proof/passkey.ts'
import { ProofProblem } from '../proof/proof-problem.tsx'
import styles from './enrolment.module.css'

export function AddPasskey({ onAdded }: { onAdded: (factor: Factor) => void }) {
  const { t } = useStrings()
  const [name, setName] = useState(() => t('enrol.passkey.usualName'))
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function add(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      const { enrolmentId, options } = await answer(api.POST('/api/factors/passkeys', { body: {} }))
      const response = await createPasskey(options)
      const usual = t('enrol.passkey.usualName')
      onAdded(await answer(api.POST('/api/factors', { body: { enrolmentId, name: name.trim() || usual, response } })))
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={styles.form} onSubmit={(event) => void add(event)}>
      <p>{t('enrol.passkey.lead')}</p>
      <TextInput
        label={t('enrol.name')}
        description={t('enrol.nameHint')}
        data-autofocus
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ProofProblem error={error} />
      <Button type="submit" size="md" fullWidth loading={busy} leftSection={<IconFingerprint size={18} aria-hidden />}>
        {t('enrol.passkey.action')}
      </Button>
    </form>
  )
}
