/** The frame of a screen: where am I, what is this, the one thing to do. Sets the window's title too. */
import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import styles from './page.module.css'

type Props = {
  title: string
  /** In place of the plain title, e.g. with an icon; `title` still names the window. */
  heading?: ReactNode
  lead?: ReactNode
  back?: { href: string; label: string }
  action?: ReactNode
  /** `wide` for tables, `narrow` for one column of reading or a form. */
  width?: 'narrow' | 'normal' | 'wide'
  children?: ReactNode
}

export function Page({ title, heading, lead, back, action, width = 'normal', children }: Props) {
  useEffect(() => {
    document.title = `${title} · ${document.documentElement.dataset.company ?? 'Hallpass'}`
  }, [title])
  return (
    <div className={styles.page} data-width={width}>
      <header className={styles.header}>
        {back ? (
          <a href={back.href} className={styles.back}>
            <IconArrowLeft size={16} aria-hidden className={styles.arrow} />
            {back.label}
          </a>
        ) : null}
        <div className={styles.row}>
          <div className={styles.titles}>
            <h1 className={styles.title}>{heading ?? <bdi>{title}</bdi>}</h1>
            {lead ? <p className={styles.lead}>{lead}</p> : null}
          </div>
          {action ? <div className={styles.action}>{action}</div> : null}
        </div>
      </header>
      <div className={styles.body}>{children}</div>
    </div>
  )
}
