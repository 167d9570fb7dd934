/** What a screen says when there is nothing to show, and what to do about it. */
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type Props = { icon?: ReactNode; title: string; children?: ReactNode; action?: ReactNode; as?: 'h1' | 'h2' }

export function EmptyState({ icon, title, children, action, as: Heading = 'h2' }: Props) {
  return (
    <div className={styles.empty}>
      {icon ? (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      ) : null}
      <Heading className={styles.title}>{title}</Heading>
      {children ? <div className={styles.words}>{children}</div> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  )
}
