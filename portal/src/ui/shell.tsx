/** The frame of everything behind sign-in: navigation at the side, on phones a bar below and the rest behind "Menu". */
import { IconMenu2, IconSearch } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useStrings } from '../strings/use-strings.tsx'
import { Key } from './key.tsx'
import styles from './shell.module.css'

const SideMenu = lazy(async () => ({ default: (await import('./side-menu.tsx')).SideMenu }))

export type NavItem = { href: string; label: string; icon: ReactNode; badge?: number | undefined; badgeLabel?: string }
export type NavSection = { title: string | null; items: readonly NavItem[] }

type Props = {
  company: { name: string; logo: string | null }
  sections: readonly NavSection[]
  /** The few that people on phones need, shown as a bar at the bottom. */
  tabs: readonly NavItem[]
  /** Path of the screen in view, to mark its entry. */
  here: string
  person: ReactNode
  banner?: ReactNode
  onSearch: () => void
  children: ReactNode
}

export function Shell({ company, sections, tabs, here, person, banner, onSearch, children }: Props) {
  const { t } = useStrings()
  const [menu, setMenu] = useState(false)
  const active = activeHref([...sections.flatMap((section) => section.items)], here)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes whenever one has gone somewhere
  useEffect(() => setMenu(false), [here])

  const nav = <Nav sections={sections} active={active} label={t('shell.navigation')} />
  return (
    <div className={styles.shell}>
      <a href="#content" className={styles.skip}>
        {t('shell.skip')}
      </a>
      <aside className={styles.side} aria-label={t('shell.side')}>
        <div className={styles.sideInner}>
          <Company {...company} />
          <button type="button" className={styles.search} onClick={onSearch}>
            <IconSearch size={16} aria-hidden />
            <span className={styles.searchWords}>{t('shell.search')}</span>
            <span className={styles.searchKeys} aria-hidden>
              <Key>{isApple() ? '⌘' : 'Ctrl'}</Key>
              <Key>K</Key>
            </span>
          </button>
          <div className={styles.navFrame}>{nav}</div>
          <div className={styles.person}>{person}</div>
        </div>
      </aside>
      <header className={styles.top}>
        <Company {...company} />
        <div className={styles.topButtons}>
          <button type="button" className={styles.iconButton} aria-label={t('shell.search')} onClick={onSearch}>
            <IconSearch size={20} aria-hidden />
          </button>
          <button
            type="button"
            className={styles.iconButton}
            aria-label={t('shell.menu')}
            aria-expanded={menu}
            onClick={() => setMenu(true)}
          >
            <IconMenu2 size={20} aria-hidden />
          </button>
        </div>
      </header>
      {menu ? (
        <Suspense>
          <SideMenu title={company.name} onClose={() => setMenu(false)}>
            {nav}
            {person}
          </SideMenu>
        </Suspense>
      ) : null}
      <main id="content" className={styles.content} tabIndex={-1}>
        {banner}
        {children}
      </main>
      <nav className={styles.tabs} aria-label={t('shell.tabs')}>
        {tabs.map((item) => (
          <a
            key={item.href}
            href={item.href}
            className={styles.tab}
            aria-current={item.href === active ? 'page' : undefined}
          >
            <span className={styles.tabIcon}>
              {item.icon}
              <Badge item={item} />
            </span>
            {item.label}
          </a>
        ))}
      </nav>
    </div>
  )
}

function Company({ name, logo }: Props['company']) {
  return (
    <a href="/" className={styles.company}>
      {logo ? <img src={logo} alt="" className={styles.logo} /> : <span className={styles.mark} aria-hidden />}
      <bdi className={styles.companyName}>{name}</bdi>
    </a>
  )
}

function Nav({ sections, active, label }: { sections: readonly NavSection[]; active: string | null; label: string }) {
  return (
    <nav aria-label={label} className={styles.nav}>
      {sections.map((section) => (
        <div key={section.title ?? ''} className={styles.section}>
          {section.title ? <p className={styles.sectionTitle}>{section.title}</p> : null}
          <ul>
            {section.items.map((item) => (
              <li key={item.href}>
                <a href={item.href} className={styles.link} aria-current={item.href === active ? 'page' : undefined}>
                  {item.icon}
                  <span className={styles.linkLabel}>{item.label}</span>
                  <Badge item={item} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function Badge({ item }: { item: NavItem }) {
  if (!item.badge) return null
  return (
    <span className={styles.badge}>
      <span aria-hidden>{item.badge > 99 ? '99+' : item.badge}</span>
      <span className="visually-hidden">{item.badgeLabel ?? item.badge}</span>
    </span>
  )
}

/** The entry whose address is the longest beginning of where one is. */
function activeHref(items: readonly NavItem[], here: string): string | null {
  const fitting = items.filter(({ href }) => here === href || (href !== '/' && here.startsWith(`${href}/`)))
  return fitting.sort((a, b) => b.href.length - a.href.length)[0]?.href ?? null
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent)
}
