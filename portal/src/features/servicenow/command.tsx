import { CopyText } from '../../ui/copy-text.tsx'
import styles from './servicenow.module.css'

/** A line to type or to find somewhere, with what it is for. */
export function Command({ name, words }: { name: string; words: string }) {
  return (
    <div>
      <p className={styles.quiet}>{name}</p>
      <CopyText value={words} label={name} />
    </div>
  )
}
