import { callsOf, isTrue, updateCall } from './calls.ts'
import type { Glide, Row } from './ports.ts'
import type { CatalogEntry, PolicyStage } from './wire.ts'

/** What is kept of the list of apps: of the apps ordered, which the person has and which they may not ask for. */
export type Standing = { readonly held: readonly string[]; readonly closed: readonly string[] }

/** Takes up what Hallpass said before approvals are asked; wakes the flow when the last of it is in. */
export function applyPolicy(glide: Glide, call: Row, body: string): void {
  const kept = call.get('subject') === 'apps' ? standingOf(body) : stagesOf(body)
  updateCall(glide, call.id, { answer: JSON.stringify(kept), taken: 'true' })
  settlePolicy(glide, call.get('request_item'))
}

/** The flow waits on the row about the apps, so that row is settled last, whichever of them comes last. */
export function settlePolicy(glide: Glide, itemId: string): void {
  const calls = callsOf(glide, itemId, 'policy')
  if (calls.some((each) => each.get('state') === 'waiting' || each.get('state') === 'sending')) return
  for (const each of calls) {
    if (!isTrue(each.get('settled'))) updateCall(glide, each.id, { settled: 'true' })
  }
}

function standingOf(body: string): Standing {
  const { apps } = JSON.parse(body) as { apps: readonly CatalogEntry[] }
  return {
    held: apps.filter((app) => app.held).map((app) => app.id),
    closed: apps.filter((app) => !app.held && !app.requestable).map((app) => app.id),
  }
}

function stagesOf(body: string): readonly PolicyStage[] {
  return (JSON.parse(body) as { stages: readonly PolicyStage[] }).stages
}
