/** The frame of everything before sign-in: one card in the middle of a quiet page. */
import { type ReactNode, useEffect } from 'react'
import styles from './door.module.css'

type Props = {
  company: { name: string; logo: string | null }
  title: string
  lead?: ReactNode
  foot?: ReactNode
  children: ReactNode
}

export function Door({ company, title, lead, foot, children }: Props) {
  useEffect(() => {
    document.title = `${title} · ${company.name}`
  }, [title, company.name])
  return (
    <div className={styles.page}>
      <main className={styles.main}>
        <div className={styles.company}>
          {company.logo ? (
            <img src={company.logo} alt="" className={styles.logo} />
          ) : (
            <span className={styles.mark} aria-hidden />
          )}
          <bdi>{company.name}</bdi>
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
