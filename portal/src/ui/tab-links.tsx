/** Parts of one page, each with an address of its own. */
import styles from './tab-links.module.css'

export type TabLink = { key: string; label: string; href: string; count?: number | undefined }

export function TabLinks({ tabs, active, label }: { tabs: readonly TabLink[]; active: string; label: string }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <a key={tab.key} href={tab.href} className={styles.tab} aria-current={tab.key === active ? 'page' : undefined}>
          {tab.label}
          {tab.count ? <span className={styles.count}>{tab.count}</span> : null}
        </a>
      ))}
    </nav>
  )
}
