/** The front door of the desk: one queue of password cases, and resets that an agent assists and never performs. */
import type { FastifyInstance } from 'fastify'
import { recoveryFinished, resetAbandoned, resetDisputed, resetFailed } from '../credentials/module.ts'
import { personGone } from '../directory/module.ts'
import type { DeskDeps } from './deps.ts'
import { hasCases, onPersonGone } from './on-person-gone.ts'
import { onRecoveryFinished, onResetDisputed, onResetFailed } from './on-reset.ts'
import { deskRoutes } from './routes.ts'
import { tellOverdue } from './tell-overdue.ts'

export type { DeskDeps } from './deps.ts'
export { createServiceNow } from './servicenow/module.ts'
export { voidOnRestore } from './void-on-restore.ts'

export type Desk = {
  /** Binds the routes of the desk. */
  routes(server: FastifyInstance): void
  /** What the use cases of this slice stand on. */
  readonly deps: DeskDeps
}

/** Wires the desk: its sweep and its listeners exist from here on. It is called by nobody to its left. */
export function createDesk(deps: DeskDeps): Desk {
  const { events, jobs } = deps
  events.afterCommit(resetFailed, 'desk', (event) => onResetFailed(deps, event, 'reset_failed'))
  events.afterCommit(resetAbandoned, 'desk', (event) => onResetFailed(deps, event, 'reset_abandoned'))
  events.afterCommit(resetDisputed, 'desk', (event) => onResetDisputed(deps, event))
  events.alongside(recoveryFinished, 'desk', deps.db, (tx, event) => onRecoveryFinished(deps, tx, event))
  events.afterCommit(personGone, 'desk', (event) => onPersonGone(deps, event), hasCases)
  jobs.schedule({ name: 'desk.tell-overdue', everySeconds: 60, run: (now) => tellOverdue(deps, now) })
  return { deps, routes: (server) => deskRoutes(server, deps) }
}
