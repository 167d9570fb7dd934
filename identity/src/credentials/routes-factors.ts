import { factorsRoutes as routes } from '@hallpass/contract/factors'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../audit/module.ts'
import type { Principal } from '../platform/http/principal.ts'
import { serve } from '../platform/http/route.ts'
import { addFactor } from './add-factor.ts'
import { changeFactor } from './change-factor.ts'
import type { CredentialsDeps } from './deps.ts'
import { personUnknown } from './errors.ts'
import { requireFreshProof } from './fresh-proof.ts'
import { factorKinds, listFactors } from './list-factors.ts'
import { makeRecoveryCodes } from './make-recovery-codes.ts'
import { startPasskey, startPush, startSms, startTotp } from './start-enrolment.ts'
import { factorsOfPerson } from './store-factors.ts'
import type { Factor } from './types.ts'

export function factorsRoutes(server: FastifyInstance, deps: CredentialsDeps): void {
  reading(server, deps)
  adding(server, deps)
  changing(server, deps)
}

function reading(server: FastifyInstance, deps: CredentialsDeps): void {
  serve(server, routes.listFactors, async ({ principal }) => ({
    items: (await listFactors(deps.db, principal.personId)).map(toWire),
    kinds: factorKinds(deps),
  }))
  serve(server, routes.listFactorsOf, async ({ params }) => {
    if (!(await deps.directory.person(deps.db, params.id))) throw personUnknown()
    return { items: (await listFactors(deps.db, params.id)).map(toWire) }
  })
}

function adding(server: FastifyInstance, deps: CredentialsDeps): void {
  serve(server, routes.startTotp, async ({ principal }) => {
    await proveFresh(deps, principal)
    return dated(await startTotp(deps, principal.personId))
  })
  serve(server, routes.startPasskey, async ({ principal }) => {
    await proveFresh(deps, principal)
    return dated(await startPasskey(deps, principal.personId))
  })
  serve(server, routes.startSms, async ({ principal, body }) => {
    await proveFresh(deps, principal)
    return dated(await startSms(deps, principal.personId, body.number))
  })
  serve(server, routes.startPush, async ({ principal, address }) => {
    await proveFresh(deps, principal)
    return dated(await startPush(deps, principal.personId, address))
  })
  serve(server, routes.addFactor, async (call) =>
    toWire(await addFactor(deps, { personId: call.principal.personId, ...call.body, actor: actorOf(call) })),
  )
  serve(server, routes.makeRecoveryCodes, async (call) => {
    await proveFresh(deps, call.principal)
    const made = await makeRecoveryCodes(deps, { personId: call.principal.personId, actor: actorOf(call) })
    return { factor: toWire(made.factor), codes: made.codes }
  })
}

function changing(server: FastifyInstance, deps: CredentialsDeps): void {
  serve(server, routes.renameFactor, async (call) => {
    const { personId } = call.principal
    const change = { name: call.body.name }
    return toWire(await changeFactor(deps, { personId, factorId: call.params.id, change, actor: actorOf(call) }))
  })
  serve(server, routes.removeFactor, async (call) => {
    const { personId } = call.principal
    await proveFresh(deps, call.principal, true)
    await changeFactor(deps, { personId, factorId: call.params.id, change: 'remove', actor: actorOf(call) })
  })
}

async function proveFresh(deps: CredentialsDeps, principal: Principal, isRemoving = false): Promise<void> {
  const factors = await factorsOfPerson(deps.db, principal.personId)
  requireFreshProof(principal, factors, deps.clock.now(), isRemoving)
}

const dated = <T extends { expiresAt: Date }>(begun: T) => ({ ...begun, expiresAt: begun.expiresAt.toISOString() })

const toWire = ({ createdAt, lastUsedAt, restsUntil, ...factor }: Factor) => ({
  ...factor,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  restsUntil: restsUntil?.toISOString() ?? null,
})
