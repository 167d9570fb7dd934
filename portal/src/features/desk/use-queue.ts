import type { DeskQueue } from '@hallpass/contract/desk'
import { useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { useLive } from '../../api/use-live.ts'
import { usePages } from '../../api/use-pages.ts'
import type { DeskQuery } from './filters.ts'

/** The cases of a filter, live: whatever changes in the queue is read again. */
export function useQueue(query: DeskQuery) {
  const client = useQueryClient()
  const queryKey = keys.deskQueue(query)
  const pages = usePages(queryKey, (page) =>
    answer(api.GET('/api/desk/cases', { params: { query: { ...page, ...query } } })),
  )
  const address = `/api/desk/cases/events?${new URLSearchParams(query as Record<string, string>)}`
  useLive<DeskQueue>(address, () => void client.invalidateQueries({ queryKey: ['desk', 'queue'] }))
  const counts = (pages.query.data?.pages[0] as DeskQueue | undefined)?.counts ?? null
  return { ...pages, counts }
}

export type Queue = ReturnType<typeof useQueue>
