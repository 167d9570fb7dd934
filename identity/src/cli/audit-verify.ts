import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

/** Checks every chain, every seal and every value beside the chain; exit code 1 and a sentence each when something is wrong. */
export const command: Command = (_words, environment) =>
  withApp(environment, async (app) => {
    const { ok, entries, chains, checkpoints, unsealedEntries, erasedValues, findings, notes } =
      await app.audit.verify()
    for (const finding of findings) console.log(`WRONG  ${finding.sentence}`)
    for (const note of notes) console.log(`note   ${note}`)
    if (erasedValues > 0) console.log(`note   ${erasedValues} values about people are no longer there.`)
    const counted = `${entries} entries in ${chains} chains, ${checkpoints} checkpoints, ${unsealedEntries} entries newer than the last`
    console.log(
      ok ? `The trail is whole: ${counted}.` : `The trail is NOT whole (${findings.length} findings): ${counted}.`,
    )
    return ok ? 0 : 1
  })
