/** My requests that are still on their way: for ghost tiles, and for marking what was asked for already. */
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from './client.ts'
import { keys } from './keys.ts'

export const openRequestsQuery = queryOptions({
  queryKey: keys.myRequests('open'),
  queryFn: () => answer(api.GET('/api/requests', { params: { query: { state: 'open', limit: 100 } } })),
})
