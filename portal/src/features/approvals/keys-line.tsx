import { useStrings } from '../../strings/use-strings.tsx'
import { Key } from '../../ui/key.tsx'
import styles from './inbox.module.css'

const keys = [
  ['J', 'keys.next'],
  ['K', 'keys.previous'],
  ['A', 'keys.approve'],
  ['D', 'keys.deny'],
  ['Q', 'keys.question'],
  ['X', 'keys.mark'],
] as const

/** The keys of the inbox in one line, for those who have a keyboard. */
export function KeysLine() {
  const { t } = useStrings()
  return (
    <p className={styles.keys} aria-hidden>
      {keys.map(([key, does]) => (
        <span key={key}>
          <Key>{key}</Key> {t(does)}
        </span>
      ))}
    </p>
  )
}
