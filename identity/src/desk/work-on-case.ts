/** What agents do with a case beside proving: take it, give it, write on it, wait, close it, open it again. */
import type { Directory } from '../directory/module.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import { agentIds } from './agents.ts'
import { confirmOutcome } from './decide-outcome.ts'
import type { DeskDeps } from './deps.ts'
import { caseChanged, caseNotFound, notAnAgent, personNotFound, refused } from './errors.ts'
import { type MoveCaseDeps, moveCase, moverOf, noteOnCase } from './move-case.ts'
import type { AgentOnCase } from './on-case.ts'
import { type OpenCaseDeps, openCase } from './open-case.ts'
import { lockCase } from './store-cases.ts'
import { lockPending, saveOutcome } from './store-outcomes.ts'
import type { Case, Result } from './types.ts'

export type WorkDeps = MoveCaseDeps & { db: Database }
type Versioned = AgentOnCase & { version: number }

/** Somebody calls: a case for them, or the one that is open already. */
export async function openForCaller(
  deps: OpenCaseDeps & { db: Database },
  input: Omit<AgentOnCase, 'caseId'> & { personId: string; note: string },
): Promise<{ caseId: string; joined: boolean }> {
  const by = moverOf(input.agentId, input.actor)
  const { personId } = input
  const opened = await deps.db.transaction(async (tx) => {
    const found = await openCase(deps, tx, {
      personId,
      kind: 'phone_call',
      door: 'desk',
      text: input.note.trim() || null,
      by,
    })
    if (found && personId === input.agentId) throw refused('own_case', found.theCase)
    return found
  })
  if (!opened) throw personNotFound()
  return { caseId: opened.theCase.id, joined: opened.joined }
}

export async function assignCase(
  deps: WorkDeps & {
    directory: Pick<Directory, 'people'>
    access: Pick<DeskDeps['access'], 'holdersOfRole' | 'productRoleId'>
  },
  input: Versioned & { assigneeId: string | null },
): Promise<void> {
  await withCase(deps, input, async (tx, theCase) => {
    const to = input.assigneeId
    if (to !== null && !(await agentIds(deps, tx)).includes(to)) throw notAnAgent()
    await moveCase(
      deps,
      tx,
      theCase,
      { kind: 'assigned', by: input.agentId, to },
      { by: moverOf(input.agentId, input.actor) },
    )
  })
}

export async function addNote(deps: WorkDeps, input: AgentOnCase & { text: string }): Promise<void> {
  await withCase(deps, input, async (tx, theCase) => {
    if (theCase.personId === input.agentId) throw refused('own_case', theCase)
    await noteOnCase(deps, tx, theCase, {
      what: 'note',
      by: moverOf(input.agentId, input.actor),
      text: input.text.trim(),
    })
  })
}

export async function waitForPerson(deps: WorkDeps, input: Versioned & { reason: string }): Promise<void> {
  await withCase(deps, input, async (tx, theCase) => {
    const how = { by: moverOf(input.agentId, input.actor), text: input.reason.trim() }
    await moveCase(deps, tx, theCase, { kind: 'waits', by: input.agentId }, how)
  })
}

/** What still waits to be sent on the case is called off with it. */
export async function closeCase(deps: WorkDeps, input: Versioned & { result: Result; note: string }): Promise<void> {
  await withCase(deps, input, async (tx, theCase) => {
    const how = { by: moverOf(input.agentId, input.actor), text: input.note.trim() || null }
    await moveCase(deps, tx, theCase, { kind: 'closed', by: input.agentId, result: input.result }, how)
    const pending = await lockPending(tx, theCase.personId)
    if (pending?.caseId !== theCase.id) return
    const denial = { by: input.agentId, agree: false, involved: new Set<string>() }
    const decision = confirmOutcome(pending, denial, deps.clock.now())
    if (decision.kind === 'decided') await saveOutcome(tx, decision.next)
  })
}

export async function reopenCase(deps: WorkDeps, input: Versioned & { reason: string }): Promise<void> {
  await withCase(deps, input, async (tx, theCase) => {
    const how = { by: moverOf(input.agentId, input.actor), text: input.reason.trim() }
    await moveCase(deps, tx, theCase, { kind: 'reopened', by: input.agentId }, how)
  })
}

async function withCase(
  deps: WorkDeps,
  input: { caseId: string; version?: number },
  work: (tx: Tx, theCase: Case) => Promise<void>,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const theCase = await lockCase(tx, input.caseId)
    if (!theCase) throw caseNotFound()
    if (input.version !== undefined && input.version !== theCase.version) throw caseChanged()
    await work(tx, theCase)
  })
}
