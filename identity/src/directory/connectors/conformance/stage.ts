/** What a real server must offer to the suite, and what a case is. */
import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { createLog } from '../../../platform/log.ts'
import { Secret } from '../../../platform/secret.ts'
import type { DirectoryConnector, Passwords, PersonRef } from '../connector.ts'

export type Capability =
  | 'passwords'
  | 'groups'
  | 'accounts'
  | 'changes'
  /** Tells the present password from the one before where a sign-in alone does not. */
  | 'proofs'
  /** Passwords are refused by a rule of the directory, and people can be made to choose another one. */
  | 'policy'
  /** Wrong tries lock, passwords expire. */
  | 'lockout'
  | 'expiry'
  /** Entries are renamed and deleted by others. */
  | 'renames'
  | 'removal'
  /** The server is at the other end of a wire that can break. */
  | 'network'

export type StagePerson = { login: string; displayName: string; mail: string; password: string }

export type Stage = {
  connector: DirectoryConnector
  /** How many people there were before the suite added any; more than the server hands out at once. */
  peopleAtStart: number
  /** What the directory's own administrator does. */
  add(person: StagePerson): Promise<void>
  disable(login: string): Promise<void>
  enable(login: string): Promise<void>
  rename?(login: string, newLogin: string): Promise<void>
  remove?(login: string): Promise<void>
  expire?(login: string): Promise<void>
  /** The number of wrong tries after which the directory locks. */
  triesUntilLocked?: number
  addToGroup?(group: string, login: string): Promise<void>
  /** A second connector to the same server, through a wire that the suite breaks. */
  wire?: Wire
  stop(): Promise<void>
}

export type Wire = {
  connector: DirectoryConnector
  /**
   * The next reset arrives and its answer does not; what is read before it passes. Unless `staysBroken`, whoever
   * connects again afterwards gets through.
   */
  loseAnswerOfReset(options: { staysBroken: boolean }): void
  /** From now on requests do not arrive. */
  loseRequests(): void
  heal(): void
  restartServer(): Promise<void>
  freezeServer(): void
  thawServer(): void
}

export type Case = {
  id: string
  title: string
  needs: readonly Capability[]
  run(stage: Stage): Promise<void>
}

let count = 0

/** Somebody new with a password that every policy here takes. */
export async function addSomebody(
  stage: Stage,
  person: Partial<StagePerson> = {},
): Promise<StagePerson & { ref: PersonRef }> {
  count += 1
  const login = person.login ?? `case${count}-${randomBytes(3).toString('hex')}`
  const made = {
    login,
    displayName: person.displayName ?? `Somebody ${count}`,
    mail: person.mail ?? `${login}@conformance.example`,
    password: person.password ?? goodPassword(),
  }
  await stage.add(made)
  const found = await stage.connector.find(login)
  if (found === null) throw new Error(`The person that was just added is not found: ${login}`)
  return { ...made, ref: found.ref }
}

export function goodPassword(): string {
  return `Kettle ${randomBytes(4).toString('hex')} under 7 blankets`
}

export const secret = (text: string): Secret => new Secret(text)

export function passwordsOf(connector: DirectoryConnector): Passwords {
  if (!connector.passwords) throw new Error('The connector declares passwords and has none.')
  return connector.passwords
}

/** What a call throws; fails when it does not. */
export async function thrownBy(call: () => Promise<unknown>): Promise<Error> {
  try {
    await call()
  } catch (error) {
    return error as Error
  }
  throw new Error('The call was expected to fail and did not.')
}

/** Everything an error shows when it is logged, printed or sent: message, stack, cause, members. */
export function everythingOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const own = inspect(error, { depth: 12, showHidden: true, maxStringLength: null })
  const shown = [own, String(error), JSON.stringify(error), logged(error)]
  return [...shown, cause === undefined ? '' : everythingOf(cause)].join('\n')
}

/** The line that the service's own log would hold. */
function logged(error: unknown): string {
  const lines: string[] = []
  createLog('error', { write: (line) => void lines.push(line) }).error({ err: error }, 'failed')
  return lines.join('\n')
}
