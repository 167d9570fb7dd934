/** A quiet remark inside a page: something to know, to mind, or that went well. */
import { IconAlertCircle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './notice.module.css'

const icons = { info: IconInfoCircle, warn: IconAlertCircle, good: IconCircleCheck }

type Props = { tone?: 'info' | 'warn' | 'good'; title?: string; live?: boolean; children?: ReactNode }

export function Notice({ tone = 'info', title, live = false, children }: Props) {
  const Icon = icons[tone]
  return (
    <div className={styles.notice} data-tone={tone} role={live ? 'status' : undefined}>
      <Icon size={18} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        {title ? <p className={styles.title}>{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
