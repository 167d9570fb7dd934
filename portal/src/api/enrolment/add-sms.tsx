/** A phone number for codes by text message: the number, then the first code. */
import type { Factor } from '@hallpass/contract/factors'
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { answer, api } from '../client.ts'
import { Problem } from '../loaded.tsx'
import styles from './enrolment.module.css'

export function AddSms({ onAdded }: { onAdded: (factor: Factor) => void }) {
  const { t } = useStrings()
  const [number, setNumber] = useState('+')
  const [enrolmentId, setEnrolmentId] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const plain = number.replace(/[ ()/-]/g, '')
  const isNumber = /^\+[1-9][0-9]{6,14}$/.test(plain)

  async function attempt(act: () => Promise<void>) {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await act()
    } catch (failure) {
      setError(failure)
      setCode('')
    } finally {
      setBusy(false)
    }
  }
  const send = () =>
    attempt(async () => {
      const started = await answer(api.POST('/api/factors/sms', { body: { number: plain } }))
      setEnrolmentId(started.enrolmentId)
    })
  const confirm = (value: string) =>
    attempt(async () => {
      if (enrolmentId === null) return
      const name = `${plain.slice(0, 3)} … ${plain.slice(-2)}`
      onAdded(await answer(api.POST('/api/factors', { body: { enrolmentId, name, code: value } })))
    })

  return (
    <form
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void (enrolmentId === null ? send() : confirm(code))
      }}
    >
      <Notice>{t('enrol.sms.restricted')}</Notice>
      <TextInput
        label={t('enrol.sms.number')}
        description={t('enrol.sms.numberHint')}
        type="tel"
        autoComplete="tel"
        data-autofocus
        maxLength={30}
        disabled={enrolmentId !== null}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      {enrolmentId === null ? null : (
        <>
          <p>{t('enrol.sms.code')}</p>
          <CodeField
            label={t('proof.code')}
            value={code}
            wrong={error !== null}
            onChange={setCode}
            onComplete={(value) => void confirm(value)}
          />
        </>
      )}
      <Problem error={error} />
      <Button
        type="submit"
        size="md"
        fullWidth
        loading={busy}
        disabled={enrolmentId === null ? !isNumber : code.length !== 6}
      >
        {t(enrolmentId === null ? 'proof.send' : 'enrol.sms.action')}
      </Button>
    </form>
  )
}
