/** What happened, one line a moment, oldest first or newest first as given. */
import type { ReactNode } from 'react'
import styles from './timeline.module.css'
import { When } from './when.tsx'

export type Moment = {
  key: string
  at: string
  title: ReactNode
  detail?: ReactNode
  tone?: 'good' | 'bad' | 'accent' | undefined
}

export function Timeline({ moments, label }: { moments: readonly Moment[]; label: string }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {moments.map(({ key, at, title, detail, tone }) => (
        <li key={key} className={styles.moment} data-tone={tone}>
          <div className={styles.words}>
            <div>{title}</div>
            {detail ? <div className={styles.detail}>{detail}</div> : null}
          </div>
          <span className={styles.at}>
            <When at={at} />
          </span>
        </li>
      ))}
    </ol>
  )
}
