import { type DestinationStream, type Logger, pino } from 'pino'

/** The logger every slice is handed. Secrets cannot reach it: `Secret` serialises as `[secret]` and header secrets are cut. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'child'>

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

/** Paths whose values never appear, whatever puts them there; a second net below the `Secret` type. */
const redacted = [
  'password',
  '*.password',
  'secret',
  '*.secret',
  'token',
  '*.token',
  'body.code',
  'req.headers.cookie',
  'req.headers.authorization',
  'headers.cookie',
  'headers.authorization',
]

export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: redacted, censor: '[secret]' },
    // Stacks can quote input; messages of our own failures are written to be shown.
    serializers: { err: pino.stdSerializers.err },
  }
  return destination ? pino(options, destination) : pino(options)
}
