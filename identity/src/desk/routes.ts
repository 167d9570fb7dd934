/** The queue, cases, settings and the report; proofs and what is sent have a file of their own. */
import { deskRoutes as spec } from '@hallpass/contract/desk'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../audit/module.ts'
import { type Principal, requireRecent } from '../platform/http/principal.ts'
import { serve } from '../platform/http/route.ts'
import { stream } from '../requests/module.ts'
import { deskAgents } from './agents.ts'
import { changeSettings, showSettings } from './change-settings.ts'
import type { DeskDeps } from './deps.ts'
import { describeCase } from './describe-case.ts'
import { settingsProofSecondsMax } from './limits.ts'
import { type ListCasesInput, showQueue } from './list-cases.ts'
import { caseTopic, queueTopic } from './move-case.ts'
import { listEntries, makeReport } from './report.ts'
import { reportCsv } from './report-csv.ts'
import { agentOnCase, proofRoutes } from './routes-proofs.ts'
import { addNote, assignCase, closeCase, openForCaller, reopenCase, waitForPerson } from './work-on-case.ts'

export function deskRoutes(server: FastifyInstance, deps: DeskDeps): void {
  queueRoutes(server, deps)
  workRoutes(server, deps)
  proofRoutes(server, deps)
  settingsRoutes(server, deps)
  reportRoutes(server, deps)
}

const readers = ['desk_agent', 'admin', 'auditor'] as const

function queueRoutes(server: FastifyInstance, deps: DeskDeps): void {
  const { db } = deps
  /** A page that is left open must not keep a role that was taken away: looked up before every answer. */
  const viewerOf = async ({ personId }: Principal) => {
    const roles = await deps.access.productRoles(db, personId)
    return readers.some((role) => roles.has(role)) ? { personId, roles } : null
  }
  serve(server, spec.listCases, ({ principal, query }) =>
    showQueue(deps, db, { ...query, viewerId: principal.personId }),
  )
  serve(server, spec.watchCases, (call) => {
    const filter: ListCasesInput = { ...call.query, viewerId: call.principal.personId }
    return stream(deps, call, queueTopic, async () =>
      (await viewerOf(call.principal)) ? showQueue(deps, db, filter) : null,
    )
  })
  serve(server, spec.getCase, ({ principal, params }) => describeCase(deps, db, params.id, principal))
  serve(server, spec.watchCase, (call) =>
    stream(deps, call, caseTopic(call.params.id), async () => {
      const viewer = await viewerOf(call.principal)
      return viewer && describeCase(deps, db, call.params.id, viewer)
    }),
  )
  serve(server, spec.listAgents, async () => ({
    items: (await deskAgents(deps, db)).map((agent) => deps.directory.summary(agent)),
  }))
}

function workRoutes(server: FastifyInstance, deps: DeskDeps): void {
  const { db } = deps
  const show = (caseId: string, principal: Principal) => describeCase(deps, db, caseId, principal)

  serve(server, spec.openCase, async (call) => {
    const input = { ...call.body, agentId: call.principal.personId, actor: actorOf(call) }
    const { caseId, joined } = await openForCaller(deps, input)
    return { joined, case: await show(caseId, call.principal) }
  })
  serve(server, spec.assignCase, async (call) => {
    await assignCase(deps, { ...agentOnCase(call), ...call.body })
    return show(call.params.id, call.principal)
  })
  serve(server, spec.addNote, async (call) => {
    await addNote(deps, { ...agentOnCase(call), ...call.body })
    return show(call.params.id, call.principal)
  })
  serve(server, spec.waitForPerson, async (call) => {
    await waitForPerson(deps, { ...agentOnCase(call), ...call.body })
    return show(call.params.id, call.principal)
  })
  serve(server, spec.closeCase, async (call) => {
    await closeCase(deps, { ...agentOnCase(call), ...call.body })
    return show(call.params.id, call.principal)
  })
  serve(server, spec.reopenCase, async (call) => {
    await reopenCase(deps, { ...agentOnCase(call), ...call.body })
    return show(call.params.id, call.principal)
  })
}

function settingsRoutes(server: FastifyInstance, deps: DeskDeps): void {
  serve(server, spec.getDeskSettings, () => showSettings(deps.db))
  serve(server, spec.putDeskSettings, async (call) => {
    requireRecent(call.principal, deps.clock.now(), settingsProofSecondsMax)
    const { version, ...settings } = call.body
    return changeSettings(deps, { settings, version, authorId: call.principal.personId, actor: actorOf(call) })
  })
}

function reportRoutes(server: FastifyInstance, deps: DeskDeps): void {
  const { db } = deps
  serve(server, spec.getDeskReport, ({ query }) => makeReport(deps, db, query))
  serve(server, spec.listDeskReportEntries, ({ query }) => listEntries(deps, db, query))
  serve(server, spec.exportDeskReport, async ({ query, reply }) => {
    const report = await makeReport(deps, db, query)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="hallpass-desk-${report.until.slice(0, 10)}.csv"`)
      .send(reportCsv(report))
  })
}
