/** The assisted reset: what agents begin and record, what vouchers and people answer, what is sent. */
import { deskRoutes as spec } from '@hallpass/contract/desk'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../audit/module.ts'
import type { Principal } from '../platform/http/principal.ts'
import { serve } from '../platform/http/route.ts'
import { answerVouch, getVouch, listVouches } from './answer-vouch.ts'
import { askVoucher } from './ask-voucher.ts'
import type { DeskDeps } from './deps.ts'
import { describeCase } from './describe-case.ts'
import type { AgentOnCase } from './on-case.ts'
import { overrideProofs } from './override-proofs.ts'
import { answerPrompt, openPrompt, startPrompt } from './prompt.ts'
import { recordProof } from './record-proof.ts'
import { checkCode, sendCode } from './send-code.ts'
import { decidePending, sendOutcome } from './send-outcome.ts'
import { startCallback } from './start-callback.ts'

type CaseCall = { params: { id: string }; principal: Principal; address: string; requestId: string }

export const agentOnCase = (call: CaseCall): AgentOnCase => ({
  caseId: call.params.id,
  agentId: call.principal.personId,
  actor: actorOf(call),
})

export function proofRoutes(server: FastifyInstance, deps: DeskDeps): void {
  agentRoutes(server, deps)
  voucherRoutes(server, deps)
  promptRoutes(server, deps)
}

function agentRoutes(server: FastifyInstance, deps: DeskDeps): void {
  const show = (call: CaseCall) => describeCase(deps, deps.db, call.params.id, call.principal)

  serve(server, spec.startCallback, async (call) => {
    const { number, expiresAt } = await startCallback(deps, { ...agentOnCase(call), ...call.body })
    return { number, expiresAt: expiresAt.toISOString() }
  })
  serve(server, spec.sendCode, async (call) => {
    await sendCode(deps, { ...agentOnCase(call), ...call.body })
    return show(call)
  })
  serve(server, spec.checkCode, async (call) => {
    await checkCode(deps, { ...agentOnCase(call), ...call.body })
    return show(call)
  })
  serve(server, spec.startPrompt, async (call) => {
    const { prompt, expiresAt } = await startPrompt(deps, agentOnCase(call))
    return { prompt, page: new URL('/prove', deps.publicUrl).href, expiresAt: expiresAt.toISOString() }
  })
  serve(server, spec.askVoucher, async (call) => {
    await askVoucher(deps, agentOnCase(call))
    return show(call)
  })
  serve(server, spec.recordProof, async (call) => {
    await recordProof(deps, { ...agentOnCase(call), ...call.body })
    return show(call)
  })
  serve(server, spec.overrideProofs, async (call) => {
    await overrideProofs(deps, { ...agentOnCase(call), ...call.body })
    return show(call)
  })
  serve(server, spec.sendOutcome, async (call) => {
    await sendOutcome(deps, { ...agentOnCase(call), ...call.body })
    return show(call)
  })
  serve(server, spec.decideOutcome, async (call) => {
    await decidePending(deps, { ...agentOnCase(call), ...call.body })
    return show(call)
  })
}

function voucherRoutes(server: FastifyInstance, deps: DeskDeps): void {
  serve(server, spec.listVouches, async ({ principal }) => ({ items: await listVouches(deps, principal.personId) }))
  serve(server, spec.getVouch, ({ principal, params }) =>
    getVouch(deps, { vouchId: params.id, voucherId: principal.personId }),
  )
  serve(server, spec.answerVouch, (call) =>
    answerVouch(deps, { vouchId: call.params.id, principal: call.principal, ...call.body, actor: actorOf(call) }),
  )
}

function promptRoutes(server: FastifyInstance, deps: DeskDeps): void {
  serve(server, spec.openPrompt, ({ body, address }) => openPrompt(deps, { ...body, address }))
  serve(server, spec.answerPrompt, (call) =>
    answerPrompt(deps, { ...call.body, address: call.address, actor: actorOf(call) }),
  )
}
