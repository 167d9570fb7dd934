import { Logger } from 'graphile-worker'

/** What the platform needs of a logger; pino fits. */
export type JobLog = {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export const quietLogger = new Logger(() => () => {})

/** The engine's messages in our log. Its metadata is left out: it holds whole jobs. */
export function engineLogger(log: JobLog): Logger {
  return new Logger(() => (level, message) => {
    const fields = { from: 'job engine' }
    if (level === 'error') log.error(fields, message)
    else if (level === 'warning') log.warn(fields, message)
    else log.debug(fields, message)
  })
}
