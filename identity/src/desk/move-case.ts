import type { Actor, Audit } from '../audit/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Tx } from '../platform/database/database.ts'
import type { Ids } from '../platform/ids.ts'
import type { Live } from '../platform/live.ts'
import { type CaseInput, decide } from './decide.ts'
import { caseChanged, refused } from './errors.ts'
import { insertEvent, updateCase } from './store-cases.ts'
import { settingsInForce } from './store-settings.ts'
import type { Case, ProofKind } from './types.ts'

export type MoveCaseDeps = { clock: Clock; ids: Ids; live: Live; audit: Pick<Audit, 'record'> }

/** Who moves a case: an agent, or Hallpass itself. */
export type Mover = { actor: Actor; personId: string | null }
export const itself: Mover = { actor: { kind: 'system', name: 'desk' }, personId: null }
export const moverOf = (agentId: string, actor: Actor): Mover => ({ actor, personId: agentId })

/** The topics of pages that follow along. */
export const queueTopic = 'desk:cases'
export const caseTopic = (caseId: string): string => `desk:case:${caseId}`

/** Does one thing to a locked case, and everything that follows: what is seen on it, in the trail and on open pages. */
export async function moveCase(
  deps: MoveCaseDeps,
  tx: Tx,
  theCase: Case,
  input: CaseInput,
  { by, text = null, code }: { by: Mover; text?: string | null; code?: string },
): Promise<Case> {
  const { settings } = await settingsInForce(tx)
  const decision = decide(theCase, input, deps.clock.now(), settings)
  if (decision.kind === 'refused') throw refused(decision.refusal, theCase)
  const { next, what } = decision
  if (!(await updateCase(tx, theCase, next))) throw caseChanged()
  await noteOnCase(deps, tx, next, {
    what,
    by,
    text,
    ...(code === undefined ? {} : { code }),
    before: { state: theCase.state, assigneeId: theCase.assigneeId, tier: theCase.tier },
    after: { state: next.state, assigneeId: next.assigneeId, tier: next.tier, result: next.result },
  })
  return next
}

export type Note = {
  what: string
  by: Mover
  text?: string | null
  /** Of what was refused, or was not possible; `text` is its sentence. */
  code?: string
  proof?: ProofKind
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

/** Keeps what happened on the case and in the trail. What people wrote is kept beside the chain, erasable. */
export async function noteOnCase(deps: MoveCaseDeps, tx: Tx, theCase: Case, note: Note): Promise<void> {
  const { what, by, proof, text = null, code = null } = note
  await insertEvent(tx, {
    id: deps.ids.next(),
    caseId: theCase.id,
    at: deps.clock.now(),
    what,
    personId: by.personId,
    proof: proof ?? null,
    text,
    code,
  })
  deps.audit.record(tx, {
    action: `case.${what}`,
    actor: by.actor,
    subjects: { caseId: theCase.id, personId: theCase.personId },
    ...(note.before ? { before: note.before } : {}),
    after: { ...note.after, ...(proof ? { proof } : {}) },
    ...(text === null ? {} : { personal: { text } }),
  })
  await deps.live.publish(tx, queueTopic)
  await deps.live.publish(tx, caseTopic(theCase.id))
}
