import type { FastifyReply, FastifyRequest } from 'fastify'

export type EventStreamOptions = {
  /** Calls back on each change; returns how to stop listening. */
  subscribe: (onChange: () => void) => () => void
  /** What to send on a change (and at once): a JSON value, or null to end the stream (the caller may no longer see it). */
  snapshot: () => Promise<object | null>
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether whoever made this call would still be let in; asking is no activity of theirs. */
    isStillAllowed?(request: FastifyRequest): Promise<boolean>
  }
}

const heartbeatMs = 20_000
const open = new Set<{ beat(): Promise<void>; end(): void }>()

/**
 * Answers with server-sent events: a snapshot now and after every change, at most one being read at a time, and a comment
 * every 20 s so that proxies keep the line open. The stream ends when the reader goes, the snapshot is null, the server
 * stops, or the caller's session is over: looked at before anything is sent and with every heartbeat.
 */
export async function eventStream(
  request: FastifyRequest,
  reply: FastifyReply,
  options: EventStreamOptions,
): Promise<void> {
  const first = await options.snapshot()
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  let isBusy = false
  let isAgain = false
  const end = () => raw.end()
  const isAllowed = async () => (await request.server.isStillAllowed?.(request)) ?? true
  const send = (value: object | null) => (value === null ? end() : raw.write(`data: ${JSON.stringify(value)}\n\n`))
  const change = async () => {
    if (isBusy) {
      isAgain = true
      return
    }
    isBusy = true
    try {
      send((await isAllowed()) ? await options.snapshot() : null)
    } catch (error) {
      request.log.warn({ err: error }, 'event stream ended')
      end()
    }
    isBusy = false
    if (isAgain) {
      isAgain = false
      await change()
    }
  }
  const stopListening = options.subscribe(() => void change())
  const stream = {
    end,
    async beat() {
      // A database that cannot be asked for a moment ends nothing.
      if (await isAllowed().catch(() => true)) raw.write(': still here\n\n')
      else end()
    },
  }
  const heartbeat = setInterval(() => void stream.beat(), heartbeatMs)
  heartbeat.unref()
  open.add(stream)
  raw.on('close', () => {
    clearInterval(heartbeat)
    stopListening()
    open.delete(stream)
  })
  send(first)
}

/** One heartbeat of every open stream, now. */
export async function beatEventStreams(): Promise<void> {
  await Promise.all([...open].map((stream) => stream.beat()))
}

/** Ends every open stream, so that the server can stop; browsers come back to another node by themselves. */
export function endEventStreams(): void {
  for (const { end } of open) end()
}
