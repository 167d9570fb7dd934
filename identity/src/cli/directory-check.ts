import { chosenDirectories } from './chosen-directories.ts'
import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

/** Says of each directory what can be reached and which rights are missing; changes nothing. */
export const command: Command = ([name], environment) =>
  withApp(environment, async (app) => {
    let isGood = true
    for (const { id, name: title } of await chosenDirectories(app, name)) {
      const { ok, points } = await app.directory.check(id)
      isGood &&= ok
      console.log(`${title}: ${ok ? 'good' : 'NOT good'}`)
      for (const point of points) console.log(`  ${point.ok ? 'ok   ' : 'WRONG'}  ${point.message}`)
    }
    return isGood ? 0 : 1
  })
