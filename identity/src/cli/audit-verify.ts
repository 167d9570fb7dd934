import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

/** Checks every chain, every seal and every value beside the chain; exit code 1 and a sentence each when something is wrong. */
export const command: Command = (_words, environment) =>
  withApp(environment, async (app) => {
    const { ok, entries, chains, checkpoints, unsealedEntries, erasedValues, findings, notes } =
      await app.audit.verify()
    for (const finding of findings) console.log(`WRONG  ${finding.sentence}`)
    for (const note of notes) console.log(`note   ${note}`)
    if (erasedValues > 0)
      console.log(
        `note   ${erasedValues === 1 ? 'One value about somebody is' : `${erasedValues} values about people are`} no longer there.`,
      )
    const counted = [
      `${number(entries, 'entry', 'entries')} in ${number(chains, 'chain', 'chains')}`,
      number(checkpoints, 'checkpoint', 'checkpoints'),
      `${number(unsealedEntries, 'entry', 'entries')} newer than the last`,
    ].join(', ')
    console.log(
      ok
        ? `The trail is whole: ${counted}.`
        : `The trail is NOT whole (${number(findings.length, 'finding', 'findings')}): ${counted}.`,
    )
    return ok ? 0 : 1
  })

const number = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
