import type { App } from '../app.ts'

/** The directory with this name, whatever the case, or all of them; throws a sentence that lists what there is. */
export async function chosenDirectories(app: App, name: string | undefined) {
  const all = await app.directory.directories(app.foundation.db)
  if (name === undefined) return all
  const chosen = all.filter((directory) => directory.name.toLowerCase() === name.toLowerCase())
  if (chosen.length > 0) return chosen
  throw new Error(
    `There is no directory "${name}"; there are ${all.map((directory) => `"${directory.name}"`).join(', ') || 'none'}.`,
  )
}
