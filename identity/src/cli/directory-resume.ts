import { chosenDirectories } from './chosen-directories.ts'
import type { Command } from './command.ts'
import { operator, withApp } from './with-app.ts'

/** Goes on with a paused directory; the service reads everything at once. */
export const command: Command = ([name], environment) =>
  withApp(environment, async (app) => {
    if (name === undefined) {
      console.log('Usage: hallpass directory resume NAME')
      return 2
    }
    const actor = operator(environment)
    for (const { id, name: title } of await chosenDirectories(app, name)) {
      await app.foundation.db.transaction((tx) => app.directory.resume(tx, { directoryId: id, actor }))
      console.log(`${title} goes on.`)
    }
    return 0
  })
