/**
 * Decisions that were made and do not count yet: for ten seconds each can be taken back, then it is sent. They outlive
 * the screen they were made on; leaving the page altogether sends them at once.
 */
import { useSyncExternalStore } from 'react'
import { answer, api } from './client.ts'

export const undoMs = 10_000

export type Decision = { requestId: string; stage: number; version: number; role: string; person: string } & (
  | { kind: 'approve'; comment: string }
  | { kind: 'deny'; reason: string }
)
export type Waiting = { decision: Decision; countsAt: number }
type Outcome = (decision: Decision, error: unknown) => void

const waiting = new Map<string, Waiting & { timer: ReturnType<typeof setTimeout>; onOutcome: Outcome }>()
const listeners = new Set<() => void>()
let shown: readonly Waiting[] = []

/** Makes decisions that count in ten seconds. `onOutcome` is told when each was taken by the service, or why not. */
export function decide(decisions: readonly Decision[], onOutcome: Outcome): void {
  for (const decision of decisions) {
    if (waiting.has(decision.requestId)) continue
    const timer = setTimeout(() => void count(decision.requestId), undoMs)
    waiting.set(decision.requestId, { decision, countsAt: Date.now() + undoMs, timer, onOutcome })
  }
  tell()
}

/** Takes back what does not count yet; all of it when none is named. */
export function undo(requestIds?: readonly string[]): void {
  for (const id of requestIds ?? [...waiting.keys()]) {
    const entry = waiting.get(id)
    if (!entry) continue
    clearTimeout(entry.timer)
    waiting.delete(id)
  }
  tell()
}

/** Lets everything count now. */
export function countNow(): void {
  for (const id of [...waiting.keys()]) void count(id)
}

export function useWaitingDecisions(): readonly Waiting[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
}

async function count(requestId: string): Promise<void> {
  const entry = waiting.get(requestId)
  if (!entry) return
  clearTimeout(entry.timer)
  waiting.delete(requestId)
  tell()
  try {
    await send(entry.decision)
    entry.onOutcome(entry.decision, null)
  } catch (error) {
    entry.onOutcome(entry.decision, error)
  }
}

function send(decision: Decision): Promise<unknown> {
  const { stage, version } = decision
  const params = { path: { id: decision.requestId } }
  // keepalive: the call goes out even when the page is being closed.
  if (decision.kind === 'approve') {
    const body = { stage, version, ...(decision.comment === '' ? {} : { comment: decision.comment }) }
    return answer(api.POST('/api/requests/{id}/approve', { params, body, keepalive: true }))
  }
  const body = { stage, version, reason: decision.reason }
  return answer(api.POST('/api/requests/{id}/deny', { params, body, keepalive: true }))
}

function tell(): void {
  shown = [...waiting.values()].map(({ decision, countsAt }) => ({ decision, countsAt }))
  for (const listener of listeners) listener()
}

if (typeof window !== 'undefined') window.addEventListener('pagehide', countNow)
