import type { DeskVouch } from '@hallpass/contract/desk'
import type { Actor } from '../audit/module.ts'
import type { Directory } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import { type Principal, requireRecentFactor } from '../platform/http/principal.ts'
import { type FindVoucherDeps, findVoucher } from './ask-voucher.ts'
import { isSettled } from './decide.ts'
import { proofNotStarted, vouchNotFound } from './errors.ts'
import { voucherProofSecondsMax } from './limits.ts'
import { noteOnCase } from './move-case.ts'
import type { OnCaseDeps } from './on-case.ts'
import { decidedNow } from './start-proof.ts'
import { findCase, lockCase } from './store-cases.ts'
import { findProof, proofsOf, settleProof, vouchesFor } from './store-proofs.ts'
import type { Proof } from './types.ts'

export type VouchDeps = OnCaseDeps & FindVoucherDeps & { directory: Pick<Directory, 'people' | 'summary'> }

const secondFactors: ReadonlySet<Principal['assurance']['methods'][number]> = new Set(['otp', 'hwk', 'swk', 'pop'])

/** A voucher is live and proved it with a second factor a short time ago: a stolen password vouches for nobody. */
export function requireSecondFactor(principal: Principal, now: Date): void {
  requireRecentFactor(principal, now, {
    methods: secondFactors,
    maxAgeSeconds: voucherProofSecondsMax,
    sentence: 'Confirm that it is you with a second factor, then try again.',
  })
}

export async function listVouches(deps: VouchDeps, voucherId: string): Promise<DeskVouch[]> {
  const found = await vouchesFor(deps.db, voucherId, deps.clock.now())
  return Promise.all(found.map((proof) => describe(deps, deps.db, proof)))
}

export async function getVouch(deps: VouchDeps, input: { vouchId: string; voucherId: string }): Promise<DeskVouch> {
  return describe(deps, deps.db, await find(deps.db, input))
}

/** The voucher says so, or not. Whoever is no longer the manager, or works at the desk by now, vouches for nobody. */
export async function answerVouch(
  deps: VouchDeps,
  input: { vouchId: string; principal: Principal; vouch: boolean; note: string; actor: Actor },
): Promise<DeskVouch> {
  const { vouchId, principal, vouch } = input
  const asked = { vouchId, voucherId: principal.personId }
  await find(deps.db, asked)
  requireSecondFactor(principal, deps.clock.now())
  return deps.db.transaction(async (tx) => {
    const proof = await find(tx, asked)
    const theCase = await lockCase(tx, proof.caseId)
    if (!theCase || isSettled(theCase) || theCase.round !== proof.round) throw proofNotStarted()
    if (proof.expiresAt <= deps.clock.now()) throw proofNotStarted()
    const { voucher } = await findVoucher(deps, tx, theCase.personId, await proofsOf(tx, theCase.id))
    if (voucher?.id !== principal.personId) throw proofNotStarted()
    if (!(await settleProof(tx, vouchId, decidedNow(deps, vouch)))) throw proofNotStarted()
    const by = { actor: input.actor, personId: principal.personId }
    const text = input.note.trim() || null
    await noteOnCase(deps, tx, theCase, { what: vouch ? 'proof_passed' : 'proof_failed', by, proof: 'voucher', text })
    return describe(deps, tx, await find(tx, asked))
  })
}

/** To everybody but the voucher it is not there. */
async function find(r: Reader, { vouchId, voucherId }: { vouchId: string; voucherId: string }): Promise<Proof> {
  const proof = await findProof(r, vouchId)
  if (proof?.voucherId !== voucherId || proof.state === 'replaced') throw vouchNotFound()
  return proof
}

async function describe(deps: VouchDeps, r: Reader, proof: Proof): Promise<DeskVouch> {
  const theCase = await findCase(r, proof.caseId)
  if (!theCase) throw vouchNotFound()
  const people = await deps.directory.people(r, [theCase.personId, proof.agentId])
  const [person, agent] = [theCase.personId, proof.agentId].map((id) => {
    const found = people.find((each) => each.id === id)
    return found ? deps.directory.summary(found) : { id, displayName: '', title: null, mail: null }
  })
  if (!person || !agent) throw vouchNotFound()
  return {
    id: proof.id,
    reference: theCase.reference,
    person,
    agent,
    state: stateOf(proof, deps.clock.now()),
    askedAt: proof.startedAt.toISOString(),
    expiresAt: proof.expiresAt.toISOString(),
  }
}

function stateOf(proof: Proof, now: Date): DeskVouch['state'] {
  if (proof.state === 'passed') return 'vouched'
  if (proof.state === 'failed') return 'refused'
  return proof.expiresAt > now ? 'waiting' : 'expired'
}
