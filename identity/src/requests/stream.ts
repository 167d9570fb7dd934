import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Directory } from '../directory/module.ts'
import type { Database } from '../platform/database/database.ts'
import { eventStream } from '../platform/http/event-stream.ts'
import type { Principal } from '../platform/http/principal.ts'
import type { Live } from '../platform/live.ts'

export type StreamDeps = { db: Database; live: Live; directory: Pick<Directory, 'isActive'> }
type StreamCall = { principal: Principal; request: FastifyRequest; reply: FastifyReply }

/**
 * Answers with what `read` gives, now and after every change of the topic. The stream ends when the session does, and
 * when the reader was disabled or may no longer see it, so that an open page never outlives the right to it.
 */
export async function stream(
  deps: StreamDeps,
  call: StreamCall,
  topic: string,
  read: () => Promise<object | null>,
): Promise<never> {
  const { principal, request, reply } = call
  let isSignedOut = false
  let isMissed = false
  // Listening starts before the first look, so that nothing between the two is missed.
  let tell = () => {
    isMissed = true
  }
  const stops = [
    deps.live.subscribe(topic, () => tell()),
    deps.live.subscribe(`session:${principal.sessionId}`, () => {
      isSignedOut = true
      tell()
    }),
  ]
  const stop = () => {
    for (const each of stops) each()
  }
  const subscribe = (onChange: () => void) => {
    tell = onChange
    if (isMissed) onChange()
    return stop
  }
  const snapshot = async () => {
    if (isSignedOut || !(await deps.directory.isActive(deps.db, principal.personId))) return null
    return read()
  }
  await eventStream(request, reply, { subscribe, snapshot }).catch((error: unknown) => {
    stop()
    throw error
  })
  return undefined as never
}
