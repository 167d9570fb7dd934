/** The frame of everything before sign-in: one card in the middle of a quiet page. */
import { type ReactNode, useEffect } from 'react'
import styles from './door.module.css'

type Props = {
  /** Null until it is known: its place is kept free. */
  company: { name: string; logo: string | null } | null
  title: string
  lead?: ReactNode
  foot?: ReactNode
  children: ReactNode
}

export function Door({ company, title, lead, foot, children }: Props) {
  const name = company?.name
  useEffect(() => {
    document.title = name === undefined ? title : `${title} · ${name}`
  }, [title, name])
  return (
    <div className={styles.page}>
      <main className={styles.main}>
        <div className={styles.company} data-known={company !== null || undefined}>
          {company?.logo ? (
            <img src={company.logo} alt="" className={styles.logo} />
          ) : (
            <span className={styles.mark} aria-hidden />
          )}
          <bdi>{name ?? '\u00a0'}</bdi>
        </div>
        <div className={styles.card}>
          <h1 className={styles.title}>{title}</h1>
          {lead ? <p className={styles.lead}>{lead}</p> : null}
          <div className={styles.body}>{children}</div>
        </div>
        {foot ? <div className={styles.foot}>{foot}</div> : null}
      </main>
    </div>
  )
}
