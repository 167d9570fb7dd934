/** Six digits, one box each. Pasting fills them all; the last one sends them. */
import { PinInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useStrings } from '../strings/use-strings.tsx'
import styles from './code-field.module.css'

const length = 6

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  onComplete: (value: string) => void
  disabled?: boolean
  wrong?: boolean
}

export function CodeField({ label, value, onChange, onComplete, disabled = false, wrong = false }: Props) {
  const { t } = useStrings()
  const frame = useRef<HTMLDivElement>(null)
  const emptied = wrong && value === ''
  useEffect(() => {
    // After a wrong code one types again from the first box.
    if (emptied) frame.current?.querySelector('input')?.focus()
  }, [emptied])
  return (
    <div ref={frame}>
      <PinInput
        length={length}
        type="number"
        size="md"
        oneTimeCode
        autoFocus
        gap={6}
        classNames={{ root: styles.boxes, pinInput: styles.box, input: styles.input }}
        aria-label={label}
        getInputProps={(index) => ({ 'aria-label': t('code.digit', { label, place: index + 1, count: length }) })}
        placeholder=""
        disabled={disabled}
        error={wrong}
        value={value}
        onChange={onChange}
        onComplete={onComplete}
      />
    </div>
  )
}
