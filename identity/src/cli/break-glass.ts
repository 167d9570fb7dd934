import type { Command } from './command.ts'
import { operator, withApp } from './with-app.ts'

const usual = ['break-glass-1', 'break-glass-2']

/**
 * Makes the two break-glass accounts, or gives a new password to the one that is named. The passwords are shown this once:
 * write them on paper, and keep the two papers in two places.
 */
export const command: Command = ([name], environment) =>
  withApp(environment, async (app) => {
    const made = await app.sso.breakGlassLogins()
    if (name !== undefined && !usual.includes(name)) {
      console.log(`Usage: hallpass break-glass [${usual.join('|')}]`)
      return 2
    }
    const wanted = name === undefined ? usual.filter((login) => !made.includes(login)) : [name]
    if (wanted.length === 0) {
      console.log(`Both accounts are there. A new password for one: hallpass break-glass ${usual[0]}`)
      return 0
    }
    for (const login of wanted) {
      const { password } = await app.sso.makeBreakGlass({ login, actor: operator(environment) })
      console.log(`${login}   ${password.reveal()}`)
    }
    console.log('\nShown this once. Keep each on paper, in two places. Every use is mailed to all administrators.')
    return 0
  })
