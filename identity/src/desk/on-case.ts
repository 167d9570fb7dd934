import type { Actor } from '../audit/module.ts'
import type { Person } from '../directory/module.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import type { Failure } from '../platform/errors.ts'
import { caseNotFound, hindered } from './errors.ts'
import { type MoveCaseDeps, type Mover, moveCase, moverOf, noteOnCase } from './move-case.ts'
import { obstacleFor, personObstacle, tierOf } from './obstacle.ts'
import { type ReadSubjectDeps, readSubject } from './read-subject.ts'
import { lockCase } from './store-cases.ts'
import { overridesOf, proofsOf } from './store-proofs.ts'
import { settingsFor } from './store-settings.ts'
import type { Case, Override, Proof, ProofKind, Settings } from './types.ts'
import { type Weight, weighProofs } from './weigh-proofs.ts'

export type OnCaseDeps = MoveCaseDeps & ReadSubjectDeps & { db: Database }

/** A case an agent is at work on, locked, with everything that decides what they may do. */
export type AtWork = {
  theCase: Case
  person: Person
  proofs: readonly Proof[]
  overrides: readonly Override[]
  settings: Settings
  weight: Weight
  by: Mover
}

/** What an agent was refused: kept on the case and in the trail before it is answered. */
export class Refused {
  readonly failure: Failure
  readonly proof: ProofKind | undefined
  constructor(failure: Failure, proof?: ProofKind) {
    this.failure = failure
    this.proof = proof
  }
}

export type AgentOnCase = { caseId: string; agentId: string; actor: Actor }

/**
 * One step of an assisted reset, in one transaction. The person is looked at anew: the tier rises if they became
 * privileged, and whoever is out of reach stays out of reach. `second`: an agent who need not have the case in hand.
 */
export async function onCase<T>(
  deps: OnCaseDeps,
  input: AgentOnCase & { as: 'agent' | 'second' },
  work: (tx: Tx, atWork: AtWork) => Promise<T | Refused>,
): Promise<T> {
  const done = await deps.db.transaction(async (tx) => {
    const found = await lockCase(tx, input.caseId)
    const subject = found && (await readSubject(deps, tx, found.personId))
    if (!found || !subject) throw caseNotFound()
    const by = moverOf(input.agentId, input.actor)
    const settings = await settingsFor(tx, input.agentId)
    const theCase = await seeTier(deps, tx, found, tierOf(subject.facts, settings.privilegedGroupIds), by)
    const check = input.as === 'agent' ? obstacleFor : personObstacle
    const obstacle = check(theCase, subject.facts, input.agentId)
    const [proofs, overrides] = [await proofsOf(tx, theCase.id), await overridesOf(tx, theCase.id)]
    const weight = weighProofs({ theCase, proofs, overrides, settings, now: deps.clock.now() })
    const atWork = { theCase, person: subject.person, proofs, overrides, settings, weight, by }
    const result = obstacle ? new Refused(hindered(obstacle)) : await work(tx, atWork)
    if (result instanceof Refused) await noteRefusal(deps, tx, theCase, result, by)
    return result
  })
  if (done instanceof Refused) throw done.failure
  return done
}

async function seeTier(deps: OnCaseDeps, tx: Tx, theCase: Case, tier: Case['tier'], by: Mover): Promise<Case> {
  const isRisen = tier === 'privileged' && theCase.tier === 'standard' && theCase.settledAt === null
  return isRisen ? moveCase(deps, tx, theCase, { kind: 'tier_seen', tier }, { by }) : theCase
}

async function noteRefusal(deps: OnCaseDeps, tx: Tx, theCase: Case, refusal: Refused, by: Mover): Promise<void> {
  const { code, message, extra } = refusal.failure
  const because = typeof extra.because === 'string' ? extra.because : code
  const proof = refusal.proof ? { proof: refusal.proof } : {}
  await noteOnCase(deps, tx, theCase, { what: 'refused', by, text: message, code: because, after: { code }, ...proof })
}
