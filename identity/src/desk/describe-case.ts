/** A case as pages show it: the row of the queue, and everything an agent needs to go on. */
import type {
  DeskCase,
  DeskCaseSummary,
  DeskChannel,
  DeskEvent,
  DeskLadder,
  DeskOutcome,
} from '@hallpass/contract/desk'
import type { Person } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { findVoucher } from './ask-voucher.ts'
import { addressChannels, type Channel, phoneChannels } from './channels.ts'
import type { DeskDeps } from './deps.ts'
import { describeLadder } from './describe-ladder.ts'
import { caseNotFound } from './errors.ts'
import { type DirectoryNames, directoriesIn, type Names, namesOf, wireTime } from './names.ts'
import { tierOf } from './obstacle.ts'
import { readSubject } from './read-subject.ts'
import { eventsOf, findCase } from './store-cases.ts'
import { listCases } from './store-lists.ts'
import { outcomesOf } from './store-outcomes.ts'
import { overridesOf, proofsOf } from './store-proofs.ts'
import { settingsFor } from './store-settings.ts'
import type { Case, CaseEvent, Outcome } from './types.ts'
import { weighProofs } from './weigh-proofs.ts'
import { type Viewer, whatCanBeDone } from './what-can-be-done.ts'

export type DescribeDeps = Pick<DeskDeps, 'db' | 'clock' | 'keys' | 'directory' | 'access'> & {
  credentials: Pick<DeskDeps['credentials'], 'factorsOf'>
}

const othersMax = 10

export async function describeCase(deps: DescribeDeps, r: Reader, caseId: string, viewer: Viewer): Promise<DeskCase> {
  const stored = await findCase(r, caseId)
  const subject = stored && (await readSubject(deps, r, stored.personId))
  if (!stored || !subject) throw caseNotFound()
  const settings = await settingsFor(r, stored.assigneeId ?? viewer.personId)
  const [proofs, overrides] = [await proofsOf(r, caseId), await overridesOf(r, caseId)]
  const [outcomes, events] = [await outcomesOf(r, caseId), await eventsOf(r, caseId)]
  const others = (await listCases(r, { personId: stored.personId }, { after: null, limit: othersMax + 1 })).filter(
    ({ id }) => id !== caseId,
  )
  // Shown as what will be asked for: the tier is written down with the next step.
  const isPrivileged = tierOf(subject.facts, settings.privilegedGroupIds) === 'privileged'
  const theCase: Case = isPrivileged ? { ...stored, tier: 'privileged' } : stored
  const now = deps.clock.now()
  const weight = weighProofs({ theCase, proofs, overrides, settings, now })
  const names = await namesOf(deps, r, [
    ...[stored, ...others].flatMap(peopleIn),
    ...[...proofs, ...overrides].map((each) => each.agentId),
    ...outcomes.flatMap((outcome) => [outcome.askedBy, ...(outcome.decidedBy ? [outcome.decidedBy] : [])]),
    ...events.flatMap((event) => event.personId ?? []),
    ...proofs.flatMap((proof) => proof.voucherId ?? []),
  ])
  const directories = await directoriesIn(deps, r, [stored, ...others])
  const factors = await deps.credentials.factorsOf(r, stored.personId)
  const addresses = await addressChannels(deps, r, stored.personId)
  const phones = await phoneChannels(deps, r, stored.personId)
  const voucher = await findVoucher(deps, r, stored.personId, proofs)
  const ladder: DeskLadder = describeLadder({
    theCase,
    weight,
    proofs,
    settings,
    names,
    now,
    ways: { addresses: addresses.map(toChannel), phones: phones.map(toChannel), factors, voucher },
  })
  return {
    case: summarize(theCase, names, directories, now),
    person: await describePerson(deps, r, subject.person, factors, directories),
    ladder,
    channels: addresses.map(toChannel),
    outcomes: outcomes.map((outcome) => toOutcome(outcome, names)),
    events: events.map((event) => toEvent(event, names)),
    others: others.map((other) => summarize(other, names, directories, now)),
    can: whatCanBeDone({ theCase, facts: subject.facts, viewer, weight, proofs, outcomes, now }),
  }
}

async function describePerson(
  deps: DescribeDeps,
  r: Reader,
  person: Person,
  factors: readonly { kind: string; name: string }[],
  directories: DirectoryNames,
): Promise<DeskCase['person']> {
  const manager = await deps.directory.managerOf(r, person.id)
  const { id, displayName, login, title, department, mail, state } = person
  return {
    ...{ id, displayName, login, title, department, mail, state },
    directory: directories(person.directoryId),
    manager: manager && deps.directory.summary(manager),
    factors: factors.map(({ kind, name }) => ({ kind, name })),
  }
}

export const peopleIn = (theCase: Case): string[] =>
  theCase.assigneeId === null ? [theCase.personId] : [theCase.personId, theCase.assigneeId]

export function summarize(theCase: Case, names: Names, directories: DirectoryNames, now: Date): DeskCaseSummary {
  const { id, reference, kind, state, tier, door, times, result, version, dueAt } = theCase
  return {
    ...{ id, reference, kind, state, tier, door, times, result, version },
    person: names(theCase.personId),
    directory: directories(theCase.directoryId),
    assignee: theCase.assigneeId === null ? null : names(theCase.assigneeId),
    openedAt: theCase.openedAt.toISOString(),
    changedAt: theCase.changedAt.toISOString(),
    dueAt: wireTime(dueAt),
    isOverdue: dueAt !== null && dueAt <= now,
    settledAt: wireTime(theCase.settledAt),
  }
}

const toChannel = ({ ref, label, unavailable }: Channel): DeskChannel => ({ ref, label, unavailable })

function toOutcome(outcome: Outcome, names: Names): DeskOutcome {
  const { id, kind, state, channel } = outcome
  return {
    ...{ id, kind, state, channel },
    askedBy: names(outcome.askedBy),
    askedAt: outcome.askedAt.toISOString(),
    decidedBy: outcome.decidedBy === null ? null : names(outcome.decidedBy),
    notBefore: wireTime(outcome.notBefore),
    sentAt: wireTime(outcome.sentAt),
    expiresAt: wireTime(outcome.expiresAt),
  }
}

function toEvent({ id, at, what, personId, proof, text, code }: CaseEvent, names: Names): DeskEvent {
  return { id, at: at.toISOString(), what, by: personId === null ? null : names(personId), proof, text, code }
}
