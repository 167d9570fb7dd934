import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from '../clock.ts'
import type { Ids } from '../ids.ts'
import { problemOf } from './problem.ts'

type Deps = { clock: Clock; ids: Ids; log: FastifyBaseLogger }
type Refusal = { status: number; code: string; detail: string }

/**
 * Answers what never became a request: what Node's parser cannot read, and what came too slowly (`clientError`), as RFC 9457
 * problem+json like every other failure, and ends the connection. What was sent is neither answered nor logged: a secret may
 * be in it.
 */
export function answerUnreadable({ clock, ids, log }: Deps): (error: Error, socket: Socket) => void {
  return (error, socket) => {
    const { code } = error as { code?: unknown }
    // Answered already, while the rest of it still arrives; or the other side is gone.
    if (code === 'ECONNRESET' || !socket.writable) return
    // An answer that has begun would be continued with this one: it is cut off instead, as Node does.
    if (hasBegunToAnswer(socket)) return void socket.destroy()
    const refusal = refusalOf(code)
    const requestId = ids.next()
    log.debug({ requestId, status: refusal.status, code: refusal.code }, 'unreadable request')
    socket.end(inBytes(refusal, requestId, clock.now()))
    // The rest of what was late must become no request after it was said that it did not arrive.
    if (refusal.status === 408) return void socket.destroy()
    // Closed at once, what still arrives would make the system throw the answer away before it is read.
    setTimeout(() => socket.destroy(), lingerMs).unref()
  }
}

const lingerMs = 500

/** As Node's own handler asks (lib/_http_server.js, `socketOnError`). */
function hasBegunToAnswer(socket: Socket): boolean {
  return (socket as { _httpMessage?: { headersSent?: boolean } | null })._httpMessage?.headersSent === true
}

/** Codes of Node and of its parser (nodejs.org/api/http.html, "clientError"). */
function refusalOf(code: unknown): Refusal {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return { status: 408, code: 'request_too_slow', detail: 'The request did not arrive in time. Send it again.' }
  if (code === 'HPE_HEADER_OVERFLOW')
    return {
      status: 431,
      code: 'headers_too_large',
      detail: 'The headers of the request, cookies included, are larger than this service accepts.',
    }
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW')
    return { status: 413, code: 'body_too_large', detail: 'The request is larger than this address accepts.' }
  return { status: 400, code: 'malformed_request', detail: 'The request could not be read; send well-formed HTTP.' }
}

function inBytes(refusal: Refusal, requestId: string, now: Date): string {
  const body = JSON.stringify(problemOf(refusal, requestId))
  return [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    `x-request-id: ${requestId}`,
    `date: ${now.toUTCString()}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
