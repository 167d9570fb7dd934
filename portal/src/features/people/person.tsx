/** One person: who it is, what they hold and why, their accounts, their devices, what happened. */
import type { PersonDetail } from '@hallpass/contract/people'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { useHasRole } from '../../api/session.ts'
import { useFilters } from '../../navigation/use-filters.ts'
import { useParam } from '../../navigation/use-go.ts'
import { paths } from '../../paths.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Face } from '../../ui/face.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { When } from '../../ui/when.tsx'
import styles from './person.module.css'
import { PersonAccess } from './person-access.tsx'
import { PersonAccounts } from './person-accounts.tsx'
import { PersonActions } from './person-actions.tsx'
import { PersonAppNames } from './person-app-names.tsx'
import { PersonOverview } from './person-overview.tsx'
import { PersonSecurity } from './person-security.tsx'
import { PersonSessions } from './person-sessions.tsx'
import { PersonStatus } from './person-status.tsx'
import { PersonTimeline } from './person-timeline.tsx'

const defaults = { tab: 'overview' }

export function PersonScreen() {
  const { t } = useStrings()
  const id = useParam()
  const person = useQuery({
    queryKey: keys.person(id),
    queryFn: (): Promise<PersonDetail> => answer(api.GET('/api/people/{id}', { params: { path: { id } } })),
  })
  if (!person.data) {
    return (
      <Page title={t('people.title')} back={{ href: paths.people(), label: t('people.title') }}>
        <Loaded query={person}>{() => null}</Loaded>
      </Page>
    )
  }
  return <Found person={person.data} />
}

function Found({ person }: { person: PersonDetail }) {
  const { t, rich } = useStrings()
  const [{ tab }] = useFilters(defaults)
  const seesAccess = useHasRole('admin', 'auditor')
  const tabs = [
    'overview',
    ...(seesAccess ? ['access', 'accounts'] : []),
    'security',
    'sessions',
    ...(seesAccess ? ['timeline'] : []),
  ] as ('overview' | 'access' | 'accounts' | 'security' | 'sessions' | 'timeline')[]
  const active = tabs.find((known) => known === tab) ?? 'overview'
  return (
    <Page
      title={person.displayName}
      heading={
        <span className={styles.heading}>
          <Face name={person.displayName} id={person.id} size="lg" />
          <span>
            <bdi>{person.displayName}</bdi> <PersonStatus state={person.state} />
          </span>
        </span>
      }
      lead={<bdi>{[person.title, person.department].filter(Boolean).join(' · ')}</bdi>}
      back={{ href: paths.people(), label: t('people.title') }}
      action={<PersonActions person={person} />}
    >
      {person.directoryPausedAt ? (
        <Notice tone="warn" title={t('person.directoryPaused')}>
          {rich('person.directoryPausedDetail', {
            directory: <bdi>{person.directory.name}</bdi>,
            when: <When at={person.directoryPausedAt} />,
          })}
        </Notice>
      ) : null}
      {person.missingSince ? (
        <Notice tone="warn" title={t('person.missing')}>
          {rich('person.missingDetail', { when: <When at={person.missingSince} /> })}
        </Notice>
      ) : null}
      <TabLinks
        label={t('person.tabs')}
        active={active}
        tabs={tabs.map((key) => ({
          key,
          label: t(`person.tab.${key}`),
          href: paths.person(person.id, key === 'overview' ? undefined : key),
        }))}
      />
      {active === 'overview' ? <PersonOverview person={person} /> : null}
      {active === 'access' ? <PersonAccess person={person} /> : null}
      {active === 'accounts' ? (
        <>
          <PersonAccounts personId={person.id} />
          <PersonAppNames person={person} />
        </>
      ) : null}
      {active === 'security' ? <PersonSecurity person={person} /> : null}
      {active === 'sessions' ? <PersonSessions person={person} /> : null}
      {active === 'timeline' ? <PersonTimeline personId={person.id} /> : null}
    </Page>
  )
}
