import type { PersonDetail } from '@hallpass/contract/people'
import type { Session } from '@hallpass/contract/sso'
import { Button } from '@mantine/core'
import { IconDevicesOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { useHasRole } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useDeviceName } from '../../strings/use-device-name.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { When } from '../../ui/when.tsx'

/** Where one person is signed in, and ending it there or everywhere. */
export function PersonSessions({ person }: { person: PersonDetail }) {
  const { t } = useStrings()
  const mayEnd = useHasRole('admin', 'desk_agent')
  const [asking, setAsking] = useState<Session | 'all' | null>(null)
  const deviceName = useDeviceName()
  const params = { path: { id: person.id } }
  const sessions = useQuery({
    queryKey: keys.personSessions(person.id),
    queryFn: () => answer(api.GET('/api/people/{id}/sessions', { params })),
  })
  const end = useAction({
    run: (reason: string) =>
      answer(
        api.POST('/api/people/{id}/sessions/end', {
          params,
          body: asking === 'all' || asking === null ? { reason } : { reason, sessionId: asking.id },
        }),
      ),
    done: ({ ended }) => t('person.sessionsEnded', { count: ended }),
    forget: [keys.personSessions(person.id), ['trail']],
    after: () => setAsking(null),
  })
  return (
    <Section
      title={t('person.tab.sessions')}
      flush
      action={
        mayEnd && (sessions.data?.items.length ?? 0) > 0 ? (
          <Button variant="default" size="xs" onClick={() => setAsking('all')}>
            {t('person.endSessions')}
          </Button>
        ) : null
      }
    >
      <Loaded query={sessions} skeleton={<Skeleton shape="table" rows={2} />}>
        {({ items }) => (
          <DataTable
            caption={t('person.tab.sessions')}
            rows={items}
            rowKey={(session) => session.id}
            columns={[
              { key: 'device', header: t('person.device'), cell: (session) => <bdi>{deviceName(session.device)}</bdi> },
              {
                key: 'seen',
                header: t('person.lastSeen'),
                cell: (session) => (
                  <>
                    <When at={session.lastSeenAt} /> · <bdi>{session.address}</bdi>
                  </>
                ),
              },
              ...(mayEnd
                ? [
                    {
                      key: 'end',
                      header: t('sessions.end'),
                      align: 'end' as const,
                      cell: (session: Session) => (
                        <Button
                          variant="default"
                          size="xs"
                          aria-label={t('sessions.endOne', { device: deviceName(session.device) })}
                          onClick={() => setAsking(session)}
                        >
                          {t('sessions.end')}
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
            empty={<EmptyState icon={<IconDevicesOff size={22} />} title={t('person.noSessions')} />}
          />
        )}
      </Loaded>
      <ConfirmDialog
        opened={asking !== null}
        title={
          asking === null || asking === 'all'
            ? t('person.endSessionsTitle', { name: person.displayName })
            : t('person.endSessionTitle', { name: person.displayName, device: deviceName(asking.device) })
        }
        confirmLabel={t(asking === 'all' ? 'person.endSessions' : 'sessions.end')}
        danger
        busy={end.isPending}
        reason={{ label: t('ui.reason'), description: t('ui.reasonTrail'), minLength: 1, maxLength: 500 }}
        problem={<Problem error={end.error} />}
        onConfirm={(reason) => end.mutate(reason)}
        onClose={() => setAsking(null)}
      />
    </Section>
  )
}
