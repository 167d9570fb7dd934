/** Sign-ins, tries and sign-outs of one person, newest first; what happens meanwhile appears by itself. */
import type { SignInEvent } from '@hallpass/contract/sign-in'
import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useStrings } from '../../strings/use-strings.tsx'
import { useWordsOr } from '../../strings/use-words-or.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type Moment, Timeline } from '../../ui/timeline.tsx'
import { Loaded } from '../loaded.tsx'
import { useLive } from '../use-live.ts'
import { usePages } from '../use-pages.ts'

type Props = {
  queryKey: QueryKey
  load: (page: { cursor?: string }) => Promise<{ items: SignInEvent[]; next: string | null }>
  /** Where the newest are told as they happen. */
  live: string
}

const tones: Partial<Record<SignInEvent['kind'], Moment['tone']>> = {
  sign_in: 'good',
  failure: 'bad',
  step_up: 'accent',
}

/** The kind of the event says it already. */
const saysNothing = new Set(['', 'ok', 'started', 'ended', 'signed_out', 'confirmed', 'launched', 'refused'])

export function SignInHistory({ queryKey, load, live }: Props) {
  const { t, list } = useStrings()
  const wordsOr = useWordsOr()
  const client = useQueryClient()
  const newest = useRef<string | undefined>(undefined)
  const events = usePages(queryKey, load)

  useLive<{ items: SignInEvent[] }>(live, ({ items }) => {
    const first = items[0]?.id
    const before = newest.current
    newest.current = first
    if (before !== undefined && before !== first) void client.invalidateQueries({ queryKey })
  })

  return (
    <Loaded query={events.query}>
      {() =>
        events.rows.length === 0 ? (
          <EmptyState icon={<IconHistory size={22} />} title={t('signIns.none')} />
        ) : (
          <>
            <Timeline
              label={t('signIns.title')}
              moments={events.rows.map((event) => ({
                key: event.id,
                at: event.at,
                tone: tones[event.kind],
                title: (
                  <>
                    {t(`signIns.kind.${event.kind}`)}
                    {reasonOf(event)}
                  </>
                ),
                detail: <bdi>{[event.device, event.address, methodsOf(event)].filter(Boolean).join(' · ')}</bdi>,
              }))}
            />
            {events.more.has ? (
              <Button variant="default" size="xs" mt="md" loading={events.more.loading} onClick={events.more.load}>
                {t('ui.showMore')}
              </Button>
            ) : null}
          </>
        )
      }
    </Loaded>
  )

  function reasonOf({ kind, reason }: SignInEvent): string {
    const words = saysNothing.has(reason) ? '' : wordsOr(`signIns.reason.${reason}`, reason.replaceAll('_', ' '))
    return words === '' || kind === 'sign_in' ? '' : ` · ${words}`
  }

  function methodsOf({ methods }: SignInEvent): string {
    return list(methods.map((method) => wordsOr(`method.${method}`, method)))
  }
}
