import { chosenDirectories } from './chosen-directories.ts'
import type { Command } from './command.ts'
import { operator, withApp } from './with-app.ts'

/** Reads everybody of a directory, now, and tells what changed. */
export const command: Command = ([name], environment) =>
  withApp(environment, async (app) => {
    let isGood = true
    for (const { id, name: title } of await chosenDirectories(app, name)) {
      const run = await app.directory.syncNow(id, operator(environment))
      isGood &&= run.state === 'done'
      const { read_count, added_count, changed_count, disabled_count, gone_count, held_back_count } = run
      const counts = `${read_count} read, ${added_count} added, ${changed_count} changed, ${disabled_count} disabled, ${gone_count} gone`
      const heldBack = held_back_count > 0 ? `, ${held_back_count} held back until an administrator confirms` : ''
      console.log(`${title}: ${run.state === 'done' ? counts + heldBack : `failed: ${run.failure_message}`}`)
    }
    return isGood ? 0 : 1
  })
