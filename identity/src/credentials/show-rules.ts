import type { PasswordRules } from '@hallpass/contract/credentials'
import type { Directory, PasswordPolicy, Person } from '../directory/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Secret } from '../platform/secret.ts'
import { hasSecondFactor } from './decide-recovery.ts'
import { directorySilent, personUnknown, ticketInvalid } from './errors.ts'
import { personTryKeys } from './limits.ts'
import { hashOfToken } from './one-time-token.ts'
import { forbiddenWordsOf, namePartsOf, notBeforeOf, type RulesFor, rulesOf } from './rules.ts'
import { factorsOfPerson } from './store-factors.ts'
import { liveTicket } from './store-tickets.ts'
import { closedUntil } from './store-tries.ts'

export type ShowRulesDeps = {
  db: Database
  clock: Clock
  directory: Pick<Directory, 'person' | 'connectorOf' | 'isActive'>
  companyName: string
}

/**
 * What the person's own directory will and will not take, before they submit. Rules, lock and which directory it is are
 * shown only after proof: to the holder of a ticket, or to somebody signed in.
 */
export async function showRules(
  deps: ShowRulesDeps,
  input: { ticket: Secret } | { personId: string },
): Promise<PasswordRules> {
  if ('personId' in input) return await rulesFor(deps, input.personId, 'change')
  const ticket = await liveTicket(deps.db, hashOfToken(input.ticket.reveal()), deps.clock.now())
  if (!ticket || !(await deps.directory.isActive(deps.db, ticket.personId))) throw ticketInvalid()
  return await rulesFor(deps, ticket.personId, 'reset')
}

async function rulesFor(deps: ShowRulesDeps, personId: string, purpose: RulesFor): Promise<PasswordRules> {
  const person = await deps.directory.person(deps.db, personId)
  if (!person) throw personUnknown()
  const { connector, ref, directory } = await deps.directory.connectorOf(deps.db, personId)
  const answer = { displayName: person.displayName, login: person.login, directoryName: directory.name }
  const { passwords } = connector
  if (!passwords) {
    const unavailable = `The password of this account is kept in ${directory.name} and cannot be set from here. Ask the service desk how it is changed.`
    return {
      ...answer,
      rules: [],
      forbiddenWords: [],
      locked: false,
      notBefore: null,
      unavailable,
      oldPasswordLingers: false,
    }
  }
  const isHeld = hasSecondFactor(await factorsOfPerson(deps.db, personId))
  const asked = Promise.all([passwords.policyFor(ref, { hasSecondFactor: isHeld }), passwords.state(ref)])
  const [policy, state] = await asked.catch((error: unknown) => {
    throw directorySilent(error)
  })
  const now = deps.clock.now()
  const waiting = await closedUntil(deps.db, personTryKeys(personId), now)
  const notBefore = purpose === 'change' ? notBeforeOf(policy, state.changedAt, now) : null
  return {
    ...answer,
    rules: rulesOf(policy, purpose),
    forbiddenWords: wordsAgainst(policy, person, deps.companyName),
    locked: state.locked || waiting !== null,
    notBefore: notBefore?.toISOString() ?? null,
    unavailable: null,
    oldPasswordLingers: connector.proofs !== undefined,
  }
}

function wordsAgainst(policy: PasswordPolicy, person: Person, companyName: string): string[] {
  if (policy.refusesCommon) return forbiddenWordsOf(person, companyName)
  return policy.refusesNameParts ? namePartsOf(person) : []
}
