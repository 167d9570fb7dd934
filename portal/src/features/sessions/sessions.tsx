/** Where I am signed in, and how to end it there. */
import type { Session } from '@hallpass/contract/sso'
import { Button } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { Loaded } from '../../api/loaded.tsx'
import { useAction } from '../../api/use-action.ts'
import { useDeviceName } from '../../strings/use-device-name.ts'
import { useStrings } from '../../strings/use-strings.tsx'
import { Item, ItemList } from '../../ui/item-list.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Status } from '../../ui/status.tsx'
import { When } from '../../ui/when.tsx'

export function Sessions() {
  const { t } = useStrings()
  const sessions = useQuery({ queryKey: keys.mySessions, queryFn: () => answer(api.GET('/api/sessions')) })
  const endOthers = useAction({
    run: () => answer(api.POST('/api/sessions/end-others')),
    done: ({ ended }) => t('sessions.endedOthers', { count: ended }),
    forget: [keys.mySessions],
    tellFailure: true,
  })
  const others = (sessions.data?.items ?? []).filter(({ current }) => !current).length
  return (
    <Page
      title={t('sessions.title')}
      lead={t('sessions.lead')}
      width="narrow"
      action={
        others > 0 ? (
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {t('sessions.endOthers')}
          </Button>
        ) : null
      }
    >
      <Loaded query={sessions}>
        {({ items }) => (
          <Section>
            <ItemList>
              {items.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </ItemList>
          </Section>
        )}
      </Loaded>
    </Page>
  )
}

function SessionRow({ session }: { session: Session }) {
  const { t, rich } = useStrings()
  const device = useDeviceName()(session.device)
  const Icon = /phone|android|ios|mobile/i.test(session.device) ? IconDeviceMobile : IconDeviceDesktop
  const end = useAction({
    run: () => answer(api.DELETE('/api/sessions/{id}', { params: { path: { id: session.id } } })),
    done: () => t('sessions.ended', { device }),
    forget: [keys.mySessions],
    tellFailure: true,
  })
  return (
    <Item
      icon={<Icon size={20} stroke={1.75} />}
      name={
        <>
          <bdi>{device}</bdi> {session.current ? <Status tone="good">{t('sessions.current')}</Status> : null}
        </>
      }
      details={[
        rich('sessions.seen', { when: <When at={session.lastSeenAt} />, address: <bdi>{session.address}</bdi> }),
        rich('sessions.started', {
          when: <When at={session.startedAt} />,
          methods: session.methods.map((method) => t(`method.${method}`)).join(', '),
        }),
      ]}
      actions={
        session.current ? null : (
          <Button
            variant="default"
            size="xs"
            loading={end.isPending}
            aria-label={t('sessions.endOne', { device })}
            onClick={() => end.mutate()}
          >
            {t('sessions.end')}
          </Button>
        )
      }
    />
  )
}
