import { callsOf, isPending, isTrue, updateCall } from './calls.ts'
import type { Glide, Row } from './ports.ts'
import type { CatalogEntry, PolicyStage } from './wire.ts'

/**
 * What is kept of the list of apps: which the person has and which they may not ask for, and by which names Hallpass knows
 * those that were ordered. Rows that the version before this one kept have no names.
 */
export type Standing = {
  readonly held: readonly string[]
  readonly closed: readonly string[]
  readonly names?: Readonly<Record<string, string>>
}

/** Takes up what Hallpass said before approvals are asked; wakes the flow when the last of it is in. */
export function applyPolicy(glide: Glide, call: Row, body: string): void {
  const ordered = () => callsOf(glide, call.get('request_item'), 'policy').map((each) => each.get('subject'))
  const kept = call.get('subject') === 'apps' ? standingOf(body, ordered()) : stagesOf(body)
  updateCall(glide, call.id, { answer: JSON.stringify(kept), taken: 'true' })
  settlePolicy(glide, call.get('request_item'))
}

/** The flow waits on the row about the apps, so that row is settled last, whichever of them comes last. */
export function settlePolicy(glide: Glide, itemId: string): void {
  const calls = callsOf(glide, itemId, 'policy')
  if (calls.some(isPending)) return
  for (const each of calls) {
    if (!isTrue(each.get('settled'))) updateCall(glide, each.id, { settled: 'true' })
  }
}

function standingOf(body: string, ordered: readonly string[]): Standing {
  const { apps } = JSON.parse(body) as { apps: readonly CatalogEntry[] }
  const named = apps.filter((app) => ordered.includes(app.id))
  return {
    held: apps.filter((app) => app.held).map((app) => app.id),
    closed: apps.filter((app) => !app.held && !app.requestable).map((app) => app.id),
    names: Object.fromEntries(named.map((app) => [app.id, app.name])),
  }
}

function stagesOf(body: string): readonly PolicyStage[] {
  return (JSON.parse(body) as { stages: readonly PolicyStage[] }).stages
}
