import { chosenDirectories } from './chosen-directories.ts'
import type { Command } from './command.ts'
import { operator, withApp } from './with-app.ts'

/**
 * Without a number it says what would end; with the number it said, and a reason, it takes the paused directory away for
 * good. The service ends its people one after another, and goes on where it was when it is stopped.
 */
export const command: Command = ([name, number, ...words], environment) =>
  withApp(environment, async (app) => {
    const reason = words.join(' ').trim()
    if (name === undefined || (number !== undefined && (!/^\d+$/.test(number) || reason === ''))) {
      console.log('Usage: hallpass directory remove NAME [PEOPLE REASON]')
      return 2
    }
    const { db } = app.foundation
    for (const { id, name: title } of await chosenDirectories(app, name)) {
      if (number !== undefined) {
        const input = { directoryId: id, people: Number(number), reason, actor: operator(environment) }
        await db.transaction((tx) => app.directory.remove(tx, input))
        console.log(`${title} is being removed; the service ends its people.`)
        continue
      }
      const people = (await app.directory.memberIds(db, id)).length
      const { roles, accounts, powers } = await app.access.heldInDirectory(db, id)
      console.log(`${title}: ${people} people would leave, with ${roles} roles and ${accounts} accounts in apps.`)
      if (powers > 0) console.log(`${powers} of the roles are roles of Hallpass itself.`)
      console.log(`To remove it for good, once it is paused: hallpass directory remove "${title}" ${people} REASON`)
    }
    return 0
  })
