import type { ReactNode } from 'react'
import styles from './card-link.module.css'

/** An entry of a list that opens as a whole: the link in it covers it. */
export function LinkCard({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <li className={`${styles.card} ${className ?? ''}`}>{children}</li>
}

/** The name of such an entry, which is what a screen reader hears of the link. */
export function CardLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className={styles.link}>
      {children}
    </a>
  )
}
