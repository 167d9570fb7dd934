import type { Request } from './types.ts'

const hourMs = 3_600_000
const afterAskingMs = hourMs
const afterRemindingMs = 4 * hourMs

/** When the requester may next ask for a reminder; null when the request waits for nobody. */
export function remindNotBefore(request: Request): Date | null {
  const startedAt = request.stages[request.stage]?.startedAt
  if (request.state !== 'waiting' || !startedAt) return null
  const asked = startedAt.getTime() + afterAskingMs
  const reminded = request.remindedAt ? request.remindedAt.getTime() + afterRemindingMs : 0
  return new Date(Math.max(asked, reminded))
}
