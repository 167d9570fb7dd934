/** A key as drawn on a keyboard. */
import styles from './key.module.css'

export function Key({ children }: { children: string }) {
  return <kbd className={styles.key}>{children}</kbd>
}
