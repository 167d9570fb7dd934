/** Things of a person, one under the other: what it is, what is known of it, and what to do with it. */
import type { ReactNode } from 'react'
import styles from './item-list.module.css'

export function ItemList({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>
}

type Props = {
  icon: ReactNode
  name: ReactNode
  /** Lines under the name; what is null is left out. */
  details?: readonly ReactNode[]
  actions?: ReactNode
}

export function Item({ icon, name, details = [], actions }: Props) {
  const lines = details.filter((line) => line !== null && line !== undefined)
  return (
    <li className={styles.item}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <div className={styles.words}>
        <div className={styles.name}>{name}</div>
        {lines.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one thing never change places
          <p key={place} className={styles.detail}>
            {line}
          </p>
        ))}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </li>
  )
}
