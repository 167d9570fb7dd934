import type { DeskUnavailable } from '@hallpass/contract/desk'
import type { Directory, Person } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import type { Mailer } from '../platform/mail/mail.ts'
import { proofUnavailable } from './errors.ts'
import { vouchMail } from './mails.ts'
import { noteOnCase } from './move-case.ts'
import { type AgentOnCase, type OnCaseDeps, onCase, Refused } from './on-case.ts'
import { startProof } from './start-proof.ts'
import { insertProof } from './store-proofs.ts'
import type { Proof } from './types.ts'
import { agentsOn } from './weigh-proofs.ts'

export type FindVoucherDeps = Pick<OnCaseDeps, 'access'> & { directory: Pick<Directory, 'managerOf' | 'isFresh'> }
export type AskVoucherDeps = OnCaseDeps &
  FindVoucherDeps & { directory: Pick<Directory, 'people'>; mail: Mailer; publicUrl: URL }

export type FoundVoucher = { voucher: Person; unavailable: null } | { voucher: null; unavailable: DeskUnavailable }

/** The person's manager, if they may vouch: active, reachable, and no agent at all. */
export async function findVoucher(
  deps: FindVoucherDeps,
  r: Reader,
  personId: string,
  proofs: readonly Proof[],
): Promise<FoundVoucher> {
  const none = (unavailable: DeskUnavailable): FoundVoucher => ({ voucher: null, unavailable })
  const voucher = await deps.directory.managerOf(r, personId)
  if (!voucher || voucher.id === personId) return none('no_manager')
  if (voucher.state !== 'active' || voucher.mail === null) return none('manager_unreachable')
  const roles = await deps.access.productRoles(r, voucher.id)
  if (roles.has('desk_agent') || agentsOn(proofs).has(voucher.id)) return none('manager_is_agent')
  if (!(await deps.directory.isFresh(r, voucher.id))) return none('manager_stale')
  return { voucher, unavailable: null }
}

/** Asks the manager by mail. The link is worth nothing to anybody else: they sign in, with a second factor, and say so. */
export function askVoucher(deps: AskVoucherDeps, input: AgentOnCase): Promise<void> {
  return onCase(deps, { ...input, as: 'agent' }, async (tx, atWork) => {
    const { theCase, by, person, proofs } = atWork
    const { voucher, unavailable } = await findVoucher(deps, tx, theCase.personId, proofs)
    if (voucher === null) return new Refused(proofUnavailable(unavailable), 'voucher')
    const proof = startProof(deps, atWork, 'voucher', { voucherId: voucher.id, detail: voucher.displayName })
    await insertProof(tx, proof)
    const [agent] = await deps.directory.people(tx, [input.agentId])
    const link = new URL(`/vouch/${proof.id}`, deps.publicUrl)
    const names = { person: person.displayName, agent: agent?.displayName ?? '', reference: theCase.reference }
    await deps.mail.send(tx, vouchMail({ to: voucher.mail ?? '', locale: voucher.locale, ...names, link }))
    return noteOnCase(deps, tx, theCase, { what: 'proof_started', by, proof: 'voucher', text: voucher.displayName })
  })
}
