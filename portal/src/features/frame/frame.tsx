/** The signed-in frame: navigation after one's roles, the palette, the keys, and what every screen needs. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useWaitingDecisions } from '../../api/decisions.ts'
import { inboxQuery, useLiveInbox } from '../../api/inbox.ts'
import { Confirmation } from '../../api/proof/confirmation.tsx'
import { isSignedIn, SignedInProvider, sessionQuery, useSession } from '../../api/session.ts'
import { useGo } from '../../navigation/use-go.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Notice } from '../../ui/notice.tsx'
import { NowProvider } from '../../ui/now.tsx'
import { Shell } from '../../ui/shell.tsx'
import { applyBrand } from '../../ui/theme/apply-brand.ts'
import { useCommandKey, useKeys } from '../../ui/use-keys.ts'
import styles from './frame.module.css'
import { navigationFor, tabsFor } from './navigation.tsx'
import { PersonMenu } from './person-menu.tsx'
import { useOnline } from './use-online.ts'

const loadPalette = () => import('./command-palette.tsx')
const CommandPalette = lazy(async () => ({ default: (await loadPalette()).CommandPalette }))
const Help = lazy(async () => ({ default: (await import('./help.tsx')).Help }))

export function Frame() {
  const { data } = useQuery(sessionQuery)
  if (!isSignedIn(data)) return null
  return (
    <SignedInProvider value={data}>
      <NowProvider serverNow={data.now}>
        <SignedIn />
      </NowProvider>
    </SignedInProvider>
  )
}

function SignedIn() {
  const strings = useStrings()
  const { t } = strings
  const session = useSession()
  const client = useQueryClient()
  const go = useGo()
  const here = useRouterState({ select: (state) => state.location.pathname })
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const online = useOnline()
  const { data: inbox } = useQuery(inboxQuery)
  const decided = useWaitingDecisions().length
  const openApprovals = Math.max(0, (inbox?.counts.open ?? 0) - decided)

  useLiveInbox(client)
  useCommandKey('k', () => setOpen('palette'))
  useKeys({ '?': () => setOpen('keys'), g: () => setOpen('palette') })
  useEffect(() => applyBrand(session.company), [session.company])
  useEffect(() => {
    // The first half of ⌘K: by the second half the palette is here.
    const near = (event: KeyboardEvent) => {
      if (event.key === 'Meta' || event.key === 'Control') void loadPalette()
    }
    document.addEventListener('keydown', near)
    return () => document.removeEventListener('keydown', near)
  }, [])

  // Where a new screen begins, the keyboard and the screen reader begin too.
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the screen changes
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    document.getElementById('content')?.focus({ preventScroll: true })
  }, [here])

  return (
    <>
      <Shell
        company={session.company}
        sections={navigationFor(session.roles, openApprovals, t)}
        tabs={tabsFor(openApprovals, t)}
        here={here}
        person={<PersonMenu onKeys={() => setOpen('keys')} />}
        banner={
          online ? null : (
            <div className={styles.banner}>
              <Notice tone="warn" title={t('shell.offline')} live>
                {t('shell.offlineDetail')}
              </Notice>
            </div>
          )
        }
        onSearch={() => setOpen('palette')}
      >
        <Outlet />
      </Shell>
      <Suspense>
        {open === 'palette' ? <CommandPalette opened onClose={() => setOpen(null)} go={go} /> : null}
        {open === 'keys' ? <Help opened onClose={() => setOpen(null)} /> : null}
        <Confirmation login={session.person.login} name={session.person.displayName} />
      </Suspense>
    </>
  )
}
