import { searchText } from '../access/module.ts'
import type { Directory, Person } from '../directory/module.ts'
import type { Tx } from '../platform/database/database.ts'
import { dueFrom } from './decide.ts'
import { caseChanged } from './errors.ts'
import { type MoveCaseDeps, type Mover, moveCase, noteOnCase } from './move-case.ts'
import { tierOf } from './obstacle.ts'
import { type ReadSubjectDeps, readSubject } from './read-subject.ts'
import { referenceOf } from './reference.ts'
import { insertCase, lockUnsettled } from './store-cases.ts'
import { settingsInForce } from './store-settings.ts'
import type { Case, CaseKind, Door } from './types.ts'

export type OpenCaseDeps = MoveCaseDeps & ReadSubjectDeps & { directory: Pick<Directory, 'person'> }
export type OpenCase = { personId: string; kind: CaseKind; door: Door; text: string | null; code?: string; by: Mover }

/** Opens a case, or joins the unsettled one of this kind that the person has; null for somebody who is not known here. */
export async function openCase(
  deps: OpenCaseDeps,
  tx: Tx,
  input: OpenCase,
): Promise<{ theCase: Case; joined: boolean } | null> {
  const subject = await readSubject(deps, tx, input.personId)
  if (!subject) return null
  const known = await lockUnsettled(tx, input.personId, input.kind)
  if (known) return { theCase: await join(deps, tx, known, input), joined: true }

  const { settings } = await settingsInForce(tx)
  const theCase = newCase(deps, input, subject.person, tierOf(subject.facts, settings.privilegedGroupIds))
  const dueAt = dueFrom(theCase.openedAt, theCase, settings)
  const opened = { ...theCase, dueAt, wasDueAt: dueAt }
  const { person } = subject
  const words = searchText(person.displayName, person.login, person.mail ?? '', opened.reference)
  if (!(await insertCase(tx, opened, words))) {
    // Another transaction opened it between our look and our insert, and has committed by now.
    const other = await lockUnsettled(tx, input.personId, input.kind)
    if (!other) throw caseChanged()
    return { theCase: await join(deps, tx, other, input), joined: true }
  }
  const { kind, door, tier } = opened
  await noteOnCase(deps, tx, opened, {
    ...{ what: 'opened', by: input.by, text: input.text, after: { kind, door, tier } },
    ...(input.code === undefined ? {} : { code: input.code }),
  })
  return { theCase: opened, joined: false }
}

function join(deps: OpenCaseDeps, tx: Tx, theCase: Case, { by, text, code }: OpenCase): Promise<Case> {
  return moveCase(deps, tx, theCase, { kind: 'joined' }, { by, text, ...(code === undefined ? {} : { code }) })
}

function newCase(deps: OpenCaseDeps, input: OpenCase, person: Person, tier: Case['tier']): Case {
  const id = deps.ids.next()
  const now = deps.clock.now()
  return {
    id,
    reference: referenceOf(id),
    kind: input.kind,
    state: 'open',
    tier,
    door: input.door,
    personId: person.id,
    directoryId: person.directoryId,
    assigneeId: null,
    round: 1,
    times: 1,
    openedAt: now,
    changedAt: now,
    takenAt: null,
    dueAt: null,
    leftSeconds: null,
    overdueToldAt: null,
    result: null,
    settledAt: null,
    wasDueAt: null,
    version: 1,
  }
}
