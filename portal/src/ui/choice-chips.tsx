/** One of a few choices as a row of chips: a radio group, so arrow keys move and each is announced with its place. */
import { useId } from 'react'
import styles from './choice-chips.module.css'

export type Choice = { value: string; label: string; count?: number }

type Props = { label: string; choices: readonly Choice[]; value: string; onChange: (value: string) => void }

export function ChoiceChips({ label, choices, value, onChange }: Props) {
  const name = useId()
  return (
    <fieldset className={styles.chips}>
      <legend className={styles.legend}>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.chip} data-chosen={choice.value === value || undefined}>
          <input
            type="radio"
            name={name}
            className={styles.radio}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
          {choice.count === undefined ? null : <span className={styles.count}>{choice.count}</span>}
        </label>
      ))}
    </fieldset>
  )
}
