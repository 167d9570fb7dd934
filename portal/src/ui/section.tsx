/** A titled card: the unit pages are made of. */
import { type ReactNode, useId } from 'react'
import styles from './section.module.css'

type Props = {
  title?: string
  lead?: ReactNode
  action?: ReactNode
  /** Content goes to the edges (tables, lists). */
  flush?: boolean
  children: ReactNode
}

export function Section({ title, lead, action, flush = false, children }: Props) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={title ? id : undefined}>
      {title ? (
        <div className={styles.header}>
          <div className={styles.titles}>
            <h2 id={id} className={styles.title}>
              {title}
            </h2>
            {lead ? <p className={styles.lead}>{lead}</p> : null}
          </div>
          {action ? <div className={styles.action}>{action}</div> : null}
        </div>
      ) : null}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  )
}
