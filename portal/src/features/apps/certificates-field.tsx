/** Certificates of the app: until when each holds, one more by pasting it, one less by a button. */
import { Button, Textarea } from '@mantine/core'
import { useId, useState } from 'react'
import type { FieldProps } from '../../api/problem-error.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { useNow } from '../../ui/now.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'
import { certificateEnd } from './certificate-end.ts'
import styles from './sign-on.module.css'

type Props = FieldProps & {
  label: string
  hint: string
  value: readonly string[]
  most: number
  onChange: (certificates: string[]) => void
}

/** From here on administrators are warned by mail. */
const soonMs = 60 * 86_400_000

export function CertificatesField({ label, hint, value, most, onChange, ...field }: Props) {
  const { t } = useStrings()
  const [pasted, setPasted] = useState('')
  const id = useId()
  const isNew = pasted.trim() !== '' && !value.includes(pasted.trim())

  function add() {
    onChange([...value, pasted.trim()])
    setPasted('')
  }

  return (
    <div className={styles.certificates}>
      {value.length === 0 ? null : (
        <ul aria-label={label} className={styles.certificates}>
          {value.map((certificate, place) => (
            <li key={certificate} className={styles.certificate}>
              <span id={`${id}-${place}`}>{t('appSignOn.certificateOf', { number: place + 1 })}</span>
              <Holds certificate={certificate} />
              <Button
                size="compact-sm"
                variant="default"
                aria-describedby={`${id}-${place}`}
                onClick={() => onChange(value.filter((one) => one !== certificate))}
              >
                {t('appSignOn.removeCertificate')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {value.length >= most ? null : (
        <>
          <Textarea
            label={label}
            description={hint}
            placeholder="-----BEGIN CERTIFICATE-----"
            autosize
            minRows={1}
            maxRows={6}
            maxLength={20_000}
            spellCheck={false}
            value={pasted}
            {...field}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          {isNew ? (
            <div className={styles.certificate}>
              <Holds certificate={pasted} />
              <Button size="compact-sm" variant="default" onClick={add}>
                {t('appSignOn.addCertificate')}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </div>
  )
}

function Holds({ certificate }: { certificate: string }) {
  const { t, rich } = useStrings()
  const now = useNow(600_000)
  const end = certificateEnd(certificate)
  if (end === null) return <Status tone="warn">{t('appSignOn.certificateUnread')}</Status>
  const left = end.getTime() - now.getTime()
  const when = <When at={end.toISOString()} as="day" />
  if (left <= 0) return <Status tone="bad">{rich('appSignOn.certificateEnded', { when })}</Status>
  return <Status tone={left < soonMs ? 'warn' : 'good'}>{rich('appSignOn.certificateHolds', { when })}</Status>
}
