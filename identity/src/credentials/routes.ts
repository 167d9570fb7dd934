import { credentialsRoutes as routes } from '@hallpass/contract/credentials'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../audit/module.ts'
import { requireRecent } from '../platform/http/principal.ts'
import { serve } from '../platform/http/route.ts'
import { Secret } from '../platform/secret.ts'
import { addProof } from './add-proof.ts'
import { changeGroupPolicy, listGroupPolicies, removeGroupPolicy } from './change-group-policy.ts'
import { changePolicy } from './change-policy.ts'
import type { CredentialsDeps } from './deps.ts'
import { disputeReset } from './dispute-reset.ts'
import { directoryUnknown } from './errors.ts'
import { finishReset } from './finish-reset.ts'
import { invitePerson } from './invite-person.ts'
import type { IssuedTicket } from './issue-ticket.ts'
import { policyOf } from './policy-of.ts'
import { factorsRoutes } from './routes-factors.ts'
import { showRules } from './show-rules.ts'
import { showState } from './show-state.ts'
import { startReset } from './start-reset.ts'
import { publicLabels } from './store-policies.ts'
import type { ProofKind } from './types.ts'
import { unlockPerson } from './unlock-person.ts'
import { unlockWithTicket } from './unlock-with-ticket.ts'
import { verifyProof } from './verify-proof.ts'

/** How fresh the proof of an administrator must be who changes how people recover. */
const policyProofSecondsMax = 15 * 60

export function credentialsRoutes(server: FastifyInstance, deps: CredentialsDeps): void {
  factorsRoutes(server, deps)
  forgotten(server, deps)
  own(server, deps)
  administration(server, deps)
  policies(server, deps)
}

function forgotten(server: FastifyInstance, deps: CredentialsDeps): void {
  serve(server, routes.listPublicDirectories, async () => ({ items: await publicLabels(deps.db) }))
  serve(server, routes.startReset, async ({ body, address, requestId }) => {
    const started = await startReset(deps, { ...body, address, requestId })
    return { ...started, expiresAt: started.expiresAt.toISOString() }
  })
  serve(server, routes.verifyCode, async ({ params, body, address, requestId }) =>
    toWire(await verifyProof(deps, { attemptId: params.id, ...codeOf(body), address, requestId })),
  )
  serve(server, routes.verifyPasskey, async ({ params, body, address, requestId }) =>
    toWire(await verifyProof(deps, { attemptId: params.id, response: body.response, address, requestId })),
  )
  serve(server, routes.addProof, async ({ body, address, requestId }) => {
    const { ticket, kind, factorId, code, response } = body
    const answer = response ?? code ?? ''
    return toWire(await addProof(deps, { ticket: new Secret(ticket), kind, factorId, answer, address, requestId }))
  })
  serve(server, routes.verifyLink, async ({ body, address, requestId }) =>
    toWire(await verifyProof(deps, { token: new Secret(body.token), address, requestId })),
  )
  serve(server, routes.ticketRules, ({ body }) => showRules(deps, { ticket: new Secret(body.ticket) }))
  serve(server, routes.finishReset, ({ body, address, requestId }) =>
    finishReset(deps, {
      ticket: new Secret(body.ticket),
      password: new Secret(body.password),
      address,
      requestId,
    }),
  )
  serve(server, routes.unlockWithTicket, ({ body, address, requestId }) =>
    unlockWithTicket(deps, { ticket: new Secret(body.ticket), address, requestId }),
  )
  serve(server, routes.disputeReset, ({ body, address, requestId }) =>
    disputeReset(deps, { token: new Secret(body.token), address, requestId }),
  )
}

function own(server: FastifyInstance, deps: CredentialsDeps): void {
  serve(server, routes.ownRules, ({ principal }) => showRules(deps, { personId: principal.personId }))
}

function administration(server: FastifyInstance, deps: CredentialsDeps): void {
  serve(server, routes.getState, ({ params }) => showState(deps, params.id))
  serve(server, routes.unlockPerson, (call) =>
    unlockPerson(deps, {
      personId: call.params.id,
      reason: call.body.reason,
      actor: actorOf(call),
      roles: call.principal.roles,
    }),
  )
  serve(server, routes.invitePerson, async (call) => {
    const input = { personId: call.params.id, actor: actorOf(call) }
    const { expiresAt } = await deps.db.transaction((tx) => invitePerson(deps, tx, input))
    return { expiresAt: expiresAt.toISOString() }
  })
}

function policies(server: FastifyInstance, deps: CredentialsDeps): void {
  serve(server, routes.getRecoveryPolicy, async ({ params }) => {
    if (!(await deps.directory.directory(deps.db, params.id))) throw directoryUnknown()
    return await policyOf(deps.db, params.id)
  })
  serve(server, routes.putRecoveryPolicy, async (call) => {
    requireRecent(call.principal, deps.clock.now(), policyProofSecondsMax)
    if (!(await deps.directory.directory(deps.db, call.params.id))) throw directoryUnknown()
    const { proofsWanted = 1, publicLabel = null } = call.body
    const policy = { directoryId: call.params.id, ...call.body, proofsWanted, publicLabel }
    return await changePolicy(deps, { policy, actor: actorOf(call) })
  })
  serve(server, routes.listGroupPolicies, async () => ({ items: await listGroupPolicies(deps) }))
  serve(server, routes.putGroupPolicy, async (call) => {
    requireRecent(call.principal, deps.clock.now(), policyProofSecondsMax)
    const policy = { groupId: call.params.id, ...call.body }
    return await changeGroupPolicy(deps, { policy, actor: actorOf(call) })
  })
  serve(server, routes.removeGroupPolicy, async (call) => {
    requireRecent(call.principal, deps.clock.now(), policyProofSecondsMax)
    await removeGroupPolicy(deps, { groupId: call.params.id, actor: actorOf(call) })
  })
}

/** A passkey answers with its own route; its kind with a code is a wrong answer like any other. */
const codeOf = ({ code, kind }: { code: string; kind?: ProofKind }) => ({
  code: new Secret(code),
  kind: kind === 'passkey' ? undefined : kind,
})

const toWire = ({ ticket, purpose, expiresAt, more }: IssuedTicket) => ({
  ticket: ticket.reveal(),
  purpose,
  expiresAt: expiresAt.toISOString(),
  more,
})
