/** What a real server must offer to the suite, and what a case is. */
import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import type { OutOfReach } from '@hallpass/contract/directory-settings'
import { createLog } from '../../../platform/log.ts'
import { Secret } from '../../../platform/secret.ts'
import type { DirectoryConnector, Passwords, PersonRef, Verdict } from '../connector.ts'

export type Capability =
  | 'passwords'
  | 'groups'
  | 'accounts'
  | 'changes'
  /** Tells the present password from the one before where a sign-in alone does not. */
  | 'proofs'
  /** Passwords are refused by a rule of the directory, and people can be made to choose another one. */
  | 'policy'
  /** A reset, too, refuses a password used before; elsewhere only the person's own change does. */
  | 'reset history'
  | 'enabling'
  /** Own changes wait for a minimum age; one person may have rules of their own. */
  | 'minimum age'
  | 'personal policy'
  /** The operator may list people and groups that are out of reach. */
  | 'listed'
  /** The directory tells which rights the service account lacks. */
  | 'rights'
  /** A listing says when each password was set. */
  | 'set times'
  /** Says where people work: company, office and, by an attribute of the operator's choice, cost centre. */
  | 'workplaces'
  /** Wrong tries lock, passwords expire. */
  | 'lockout'
  | 'expiry'
  /** Entries are renamed and deleted by others. */
  | 'renames'
  | 'moves'
  | 'removal'
  /** The server is at the other end of a wire that can break. */
  | 'network'

export type StagePerson = { login: string; displayName: string; mail: string; password: string }

export type Workplace = { company: string | null; location: string | null; costCenter: string | null }

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
  /** The login without what the directory has in no login. */
  possibleLogin?(login: string): string
  /** The number of wrong tries after which the directory locks. */
  triesUntilLocked?: number
  /** Locks somebody by wrong tries, where the connector itself stops short of that. */
  lock?(login: string): Promise<void>
  addToGroup?(group: string, login: string): Promise<void>
  /** Gives this person rules of their own. */
  setPolicy?(login: string, rules: { minLength: number; minAgeSeconds: number; historyCount: number }): Promise<void>
  /** Moves the entry to another branch. */
  move?(login: string): Promise<void>
  /** Writes where somebody works; null takes it away. */
  setWorkplace?(login: string, workplace: Workplace): Promise<void>
  /** A new group of people by login, and of groups by `@name`. */
  addGroup?(name: string, members: readonly string[]): Promise<void>
  /** A connector to the same server in whose settings these are out of reach. */
  outOfReach?(listed: OutOfReach): DirectoryConnector
  /** A connector whose service account may read and nothing else. */
  withoutRights?(): Promise<DirectoryConnector>
  /** A second connector to the same server, through a wire that the suite breaks. */
  wire?: Wire
  stop(): Promise<void>
}

export type Wire = {
  connector: DirectoryConnector
  /** The same with a time-out of a second at most, for a server that answers nothing. */
  impatient: DirectoryConnector
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
    displayName: person.displayName ?? `Quxx ${count}`,
    mail: person.mail ?? `${login}@conformance.example`,
    password: person.password ?? goodPassword(),
  }
  await stage.add(made)
  const found = await stage.connector.find(login)
  if (found === null) throw new Error(`The person that was just added is not found: ${login}`)
  return { ...made, ref: found.ref }
}

/** Shares no three characters in a row with any name, whatever chance gives: some directories look for such pieces. */
export function goodPassword(): string {
  const letters = [...randomBytes(4).toString('hex')].map((digit) => 'ghjkmpqrstvwxyzG'[Number.parseInt(digit, 16)])
  return `Kettle ${letters.join('+')} under 7 blankets`
}

export const secret = (text: string): Secret => new Secret(text)

export function passwordsOf(connector: DirectoryConnector): Passwords {
  if (!connector.passwords) throw new Error('The connector declares passwords and has none.')
  return connector.passwords
}

/**
 * What a sign-in proves: where a password that was replaced may still be taken, the present one is asked for in the way
 * the connector has for it.
 */
export async function provenKind(
  connector: DirectoryConnector,
  who: PersonRef,
  password: string,
): Promise<Verdict['kind']> {
  const verdict = await connector.authenticate(who, secret(password))
  if (verdict.kind !== 'ok' || !verdict.oldPasswordMayBind) return verdict.kind
  const answer = await connector.proofs?.isPresentPassword(who, secret(password))
  return answer === 'yes' ? 'ok' : 'wrong'
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
