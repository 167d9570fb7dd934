/** For how long: a few usual lengths, or one's own number, never past the longest allowed. */
import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import styles from './ask.module.css'

const usual = [7, 30, 90, 180, 365]
const own = 'own'
const endless = 'endless'

type Props = { days: number | null; most: number | null; onDays: (days: number | null) => void; withEndless?: boolean }

export function DaysField({ days, most, onDays, withEndless = true }: Props) {
  const { t } = useStrings()
  const offered = usual.filter((length) => most === null || length <= most)
  const lengths = most === null || offered.includes(most) ? offered : [...offered, most]
  const [typed, setTyped] = useState(days !== null && !lengths.includes(days))
  const value = typed ? own : days === null ? endless : String(days)

  function choose(choice: string) {
    setTyped(choice === own)
    if (choice === endless) onDays(null)
    else if (choice !== own) onDays(Number(choice))
    else if (days === null) onDays(most ?? 30)
  }

  return (
    <div className={styles.days}>
      <ChoiceChips
        label={t('ask.howLong')}
        value={value}
        onChange={choose}
        choices={[
          ...lengths.map((length) => ({ value: String(length), label: t('ask.days', { days: length }) })),
          ...(most === null && withEndless ? [{ value: endless, label: t('ask.endless') }] : []),
          { value: own, label: t('ask.own') },
        ]}
      />
      {typed ? (
        <NumberInput
          className={styles.ownDays}
          label={t('ask.ownDays')}
          description={most === null ? undefined : t('ask.most', { days: most })}
          min={1}
          max={most ?? 3650}
          clampBehavior="strict"
          allowDecimal={false}
          allowNegative={false}
          value={days ?? ''}
          onChange={(next) => onDays(typeof next === 'number' && next >= 1 ? next : 1)}
        />
      ) : null}
    </div>
  )
}
