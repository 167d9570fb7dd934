import { chosenDirectories } from './chosen-directories.ts'
import type { Command } from './command.ts'
import { operator, withApp } from './with-app.ts'

/** Asks nothing of a directory any more; its people stay as they are. */
export const command: Command = ([name, ...words], environment) =>
  withApp(environment, async (app) => {
    const reason = words.join(' ').trim()
    if (name === undefined || reason === '') {
      console.log('Usage: hallpass directory pause NAME REASON')
      return 2
    }
    const actor = operator(environment)
    for (const { id, name: title } of await chosenDirectories(app, name)) {
      await app.foundation.db.transaction((tx) => app.directory.pause(tx, { directoryId: id, reason, actor }))
      console.log(`${title} is paused. To go on: hallpass directory resume "${title}"`)
    }
    return 0
  })
