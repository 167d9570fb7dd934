import { Readable } from 'node:stream'
import { auditRoutes as routes, type TrailVerification } from '@hallpass/contract/audit'
import type { FastifyInstance } from 'fastify'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import type { Events } from '../platform/events.ts'
import { serve } from '../platform/http/route.ts'
import { actorOf } from './actor-of.ts'
import { noSuchEntry } from './errors.ts'
import { resolveIntent } from './resolve-intent.ts'
import { toWireEntry, toWireIntent } from './to-wire.ts'
import type { AuditModule, TrailFilter, Verification } from './types.ts'

export type AuditRoutesDeps = { db: Database; clock: Clock; audit: AuditModule; events: Pick<Events, 'emit'> }

/** Whoever reads the whole trail out of the house is in it themselves. */
export function auditRoutes(server: FastifyInstance, deps: AuditRoutesDeps): void {
  const { db, audit } = deps

  serve(server, routes.searchTrail, async ({ query }) => {
    const page = await audit.search(db, toFilter(query), { cursor: query.cursor, limit: query.limit ?? 50 })
    return { items: page.items.map(toWireEntry), next: page.next }
  })

  serve(server, routes.getEntry, async ({ params }) => {
    const entry = await audit.entry(db, params.id)
    if (!entry) throw noSuchEntry()
    return toWireEntry(entry)
  })

  serve(server, routes.verifyTrail, async (call) => {
    const verification = await audit.verify()
    const after = { ok: verification.ok, entries: verification.entries, findings: verification.findings.length }
    await db.transaction(async (tx) => {
      audit.record(tx, { action: 'trail.verified', actor: actorOf(call), subjects: {}, after })
    })
    return toWireVerification(verification)
  })

  serve(server, routes.exportTrail, async (call) => {
    await db.transaction(async (tx) => {
      audit.record(tx, { action: 'trail.exported', actor: actorOf(call), subjects: {}, after: { filter: call.query } })
    })
    const day = deps.clock.now().toISOString().slice(0, 10)
    return call.reply
      .type('application/x-ndjson')
      .header('content-disposition', `attachment; filename="hallpass-trail-${day}.jsonl"`)
      .send(Readable.from(audit.exportLines(db, toFilter(call.query))))
  })

  serve(server, routes.listOpenIntents, async () => ({ items: (await audit.openIntents(db)).map(toWireIntent) }))

  serve(server, routes.resolveIntent, async (call) => {
    await resolveIntent(deps, { intentId: call.params.id, ...call.body, actor: actorOf(call) })
    return undefined
  })
}

type Query = { action?: string; personId?: string; from?: string; to?: string } & { [subject: string]: unknown }

function toFilter(query: Query): TrailFilter {
  const { requestId, appId, grantId, roleId, directoryId } = query
  const subjects = Object.entries({ requestId, appId, grantId, roleId, directoryId }).filter(
    ([, id]) => id !== undefined,
  )
  return {
    ...(query.action ? { action: query.action } : {}),
    ...(query.personId ? { personId: query.personId } : {}),
    ...(query.from ? { from: new Date(query.from) } : {}),
    ...(query.to ? { to: new Date(query.to) } : {}),
    ...(subjects.length > 0 ? { subjects: Object.fromEntries(subjects) } : {}),
  }
}

function toWireVerification(verification: Verification): TrailVerification {
  return {
    ...verification,
    verifiedAt: verification.verifiedAt.toISOString(),
    sealedUntil: verification.sealedUntil?.toISOString() ?? null,
  }
}
