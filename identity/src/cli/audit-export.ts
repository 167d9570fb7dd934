import { once } from 'node:events'
import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

/** Writes the whole trail to standard output, a JSON object a line, oldest first. */
export const command: Command = (_words, environment) =>
  withApp(environment, async (app) => {
    for await (const lines of app.audit.exportLines(app.foundation.db, {})) {
      if (!process.stdout.write(lines)) await once(process.stdout, 'drain')
    }
    return 0
  })
