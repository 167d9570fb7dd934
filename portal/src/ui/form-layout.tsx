import type { ReactNode } from 'react'
import styles from './form-layout.module.css'

/** Inputs one under the other, pairs side by side where there is room. */
export function FormLayout({ children }: { children: ReactNode }) {
  return <div className={styles.form}>{children}</div>
}

export function FormRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}

/** What a form ends with. */
export function FormEnd({ children }: { children: ReactNode }) {
  return <div className={styles.end}>{children}</div>
}
