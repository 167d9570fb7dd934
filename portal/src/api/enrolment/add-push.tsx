/** Prompts on a phone: the phone asks for the number shown here. */
import type { Factor } from '@hallpass/contract/factors'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { answer, api } from '../client.ts'
import { Problem } from '../loaded.tsx'
import { codeOf } from '../problem-error.ts'
import styles from './enrolment.module.css'

export function AddPush({ onAdded }: { onAdded: (factor: Factor) => void }) {
  const { t } = useStrings()
  const [started, setStarted] = useState<{ enrolmentId: string; number: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function go() {
    setBusy(true)
    setError(null)
    try {
      if (started === null) setStarted(await answer(api.POST('/api/factors/push', { body: {} })))
      else {
        const name = t('factor.kind.push')
        onAdded(await answer(api.POST('/api/factors', { body: { enrolmentId: started.enrolmentId, name } })))
      }
    } catch (failure) {
      setError(failure)
      if (codeOf(failure) === 'enrolment_invalid') setStarted(null)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className={styles.form}>
      <p>{t(started === null ? 'enrol.push.lead' : 'enrol.push.type')}</p>
      {started === null ? null : <p className={styles.number}>{started.number}</p>}
      <Problem error={error} />
      <Button size="md" fullWidth loading={busy} onClick={() => void go()}>
        {t(started === null ? 'enrol.push.start' : 'enrol.push.typed')}
      </Button>
    </div>
  )
}
