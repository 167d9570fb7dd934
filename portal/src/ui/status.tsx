/** A state in one word with a colour and a dot; the word carries the meaning, the colour only helps. */
import type { ReactNode } from 'react'
import styles from './status.module.css'

export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'quiet'

export function Status({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={styles.status} data-tone={tone}>
      <span className={styles.dot} aria-hidden />
      {/* One box, so that words and times wrap as one text. */}
      <span>{children}</span>
    </span>
  )
}
