import type { FastifyRequest } from 'fastify'
import type { Access } from '../auth/access.ts'
import type { Sessions } from '../auth/sessions.ts'
import type { MovableClock } from '../store/clock.ts'
import type { Executor } from '../store/executor.ts'
import type { Records, Who } from '../store/records.ts'

/** What every door of the instance is handed. */
export type Service = {
  records: Records
  executor: Executor
  clock: MovableClock
  access: Access
  sessions: Sessions
  /** @throws RestError 401 where the caller proves nothing, or nothing that counts. */
  authenticate(request: FastifyRequest): Promise<Who>
  /** `https://host`, without a slash at its end: the property glide.servlet.uri, else the address called. */
  baseUrl(request: FastifyRequest): string
  /** What waits for an hour to come is looked at again. */
  onClockMoved(): Promise<void>
}
