import type { Command } from './command.ts'
import { moment } from './moment.ts'
import { operator, withApp } from './with-app.ts'

/** Prints a one-time link that makes an administrator; links printed before stop working. */
export const command: Command = (_words, environment) =>
  withApp(environment, async (app) => {
    const { link, expiresAt } = await app.sso.createBootstrapLink(operator(environment))
    console.log(`Open this link once, before ${moment(expiresAt)}:\n\n  ${link.href}\n`)
    return 0
  })
