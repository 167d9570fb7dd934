/** What would happen if I asked for this role: who approves, in which order, until when. */
import type { RequestPreview } from '@hallpass/contract/requests'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from './client.ts'
import { keys } from './keys.ts'

export function previewQuery(roleId: string, days?: number) {
  return queryOptions({
    queryKey: keys.preview(roleId, days),
    queryFn: (): Promise<RequestPreview> => {
      const query = { roleId, ...(days === undefined ? {} : { durationDays: days }) }
      return answer(api.GET('/api/requests/preview', { params: { query } }))
    },
    placeholderData: keepPreviousData,
  })
}
