import type { Glide } from '../ports.ts'
import type { PasswordCallback } from '../wire.ts'
import { resetRequest, updateStatusSubflow } from './instance-facts.ts'

/** A request that was left pending has an answer now. A repeat ends it the same way, which changes nothing. */
export function settleRequest(glide: Glide, requestId: string, news: PasswordCallback): 'applied' | 'unknown' {
  if (glide.tables.get(resetRequest.table, requestId) === null) return 'unknown'
  const { name, request, status, message, completedWithSuccess, completedWithFailure } = updateStatusSubflow
  glide.runSubflow(name, {
    [request]: { table: resetRequest.table, id: requestId },
    [status]: news.status === 'success' ? completedWithSuccess : completedWithFailure,
    [message]: news.message,
  })
  return 'applied'
}
