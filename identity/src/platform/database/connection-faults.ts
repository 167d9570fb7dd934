import { Failure } from '../errors.ts'

/** A server that is away becomes a `Failure` of kind `unavailable` instead of a socket error. */
export function rethrowFault(error: unknown): never {
  if (!isConnectionFault(error)) throw error
  throw new Failure(
    'unavailable',
    'database_unavailable',
    'The database cannot be reached right now. Try again shortly.',
    {
      cause: error,
      retryAfterSeconds: 5,
    },
  )
}

const socketCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND'])
/**
 * Class 08; the server shutting down, crashing or starting (57P01–57P03), with too many connections (53300) or a full disk
 * (53100), or one that only reads since another took its place (25006).
 */
const serverCodes = /^(08...|57P0[1-3]|53300|53100|25006)$/

/** True when the server was away rather than the statement wrong. pg gives its own connection errors no code at all. */
export function isConnectionFault(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const code = (error as Error & { code?: string }).code
  if (code === undefined)
    return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/.test(error.message)
  return socketCodes.has(code) || (serverCodes.test(code) && !isOurMistake(error))
}

/**
 * protocol_violation by PostgreSQL, which names the routine that noticed: a message of ours that stays wrong however often
 * it is sent. PgBouncer says the same of a server that is away, and names none.
 */
function isOurMistake(error: Error & { code?: string; routine?: string }): boolean {
  return error.code === '08P01' && error.routine !== undefined
}
