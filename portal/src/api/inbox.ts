/** Approvals that wait for me: for the inbox itself, and for the number beside its name. */
import type { Inbox } from '@hallpass/contract/requests'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { answer, api } from './client.ts'
import { keys } from './keys.ts'
import { useLive } from './use-live.ts'

export const inboxQuery = queryOptions({
  queryKey: keys.inbox,
  queryFn: (): Promise<Inbox> => answer(api.GET('/api/inbox', { params: { query: { limit: 100 } } })),
  staleTime: 30_000,
})

export function useLiveInbox(client: QueryClient): void {
  useLive<Inbox>('/api/inbox/events', (inbox) => client.setQueryData(inboxQuery.queryKey, inbox))
}
