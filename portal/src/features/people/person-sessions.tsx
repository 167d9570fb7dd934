import type { PersonDetail } from '@hallpass/contract/people'
import { Button } from '@mantine/core'
import { IconDevicesOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded, Problem } from '../../api/loaded.tsx'
import { useHasRole } from '../../api/session.ts'
import { useAction } from '../../api/use-action.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { When } from '../../ui/when.tsx'

/** Where one person is signed in, and ending it everywhere. */
export function PersonSessions({ person }: { person: PersonDetail }) {
  const { t } = useStrings()
  const mayEnd = useHasRole('admin', 'desk_agent')
  const [asking, setAsking] = useState(false)
  const params = { path: { id: person.id } }
  const sessions = useQuery({
    queryKey: keys.personSessions(person.id),
    queryFn: () => answer(api.GET('/api/people/{id}/sessions', { params })),
  })
  const end = useAction({
    run: (reason: string) => answer(api.POST('/api/people/{id}/sessions/end', { params, body: { reason } })),
    done: ({ ended }) => t('person.sessionsEnded', { count: ended }),
    forget: [keys.personSessions(person.id), ['trail']],
    after: () => setAsking(false),
  })
  return (
    <Section
      title={t('person.tab.sessions')}
      flush
      action={
        mayEnd && (sessions.data?.items.length ?? 0) > 0 ? (
          <Button variant="default" size="xs" onClick={() => setAsking(true)}>
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
              { key: 'device', header: t('person.device'), cell: (session) => <bdi>{session.device}</bdi> },
              {
                key: 'seen',
                header: t('person.lastSeen'),
                cell: (session) => (
                  <>
                    <When at={session.lastSeenAt} /> · <bdi>{session.address}</bdi>
                  </>
                ),
              },
            ]}
            empty={<EmptyState icon={<IconDevicesOff size={22} />} title={t('person.noSessions')} />}
          />
        )}
      </Loaded>
      <ConfirmDialog
        opened={asking}
        title={t('person.endSessionsTitle', { name: person.displayName })}
        confirmLabel={t('person.endSessions')}
        danger
        busy={end.isPending}
        reason={{ label: t('ui.reason'), description: t('ui.reasonTrail'), minLength: 1, maxLength: 500 }}
        problem={<Problem error={end.error} />}
        onConfirm={(reason) => end.mutate(reason)}
        onClose={() => setAsking(false)}
      />
    </Section>
  )
}
