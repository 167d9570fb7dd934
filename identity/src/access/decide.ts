/** The life of a grant as pure rules: what it is now and what happens → what it is next. */
import type { EndReason, Grant, GrantState } from './types.ts'

const dayMs = 24 * 60 * 60 * 1000

/** The part of a grant that its life is decided by. */
export type GrantLife = Pick<Grant, 'state' | 'durationDays' | 'startedAt' | 'endsAt' | 'endedAt' | 'endReason'>

export type GrantEvent =
  /** The accounts it needs are there. */
  | { kind: 'start'; now: Date }
  | { kind: 'extend'; now: Date; days: number; daysMax: number | null }
  | { kind: 'end'; now: Date; reason: EndReason }

export type Decision =
  | { kind: 'changed'; life: GrantLife }
  /** It already is as wished: success, nothing to write. */
  | { kind: 'as_wished' }
  | { kind: 'refused'; because: 'ended' | 'not_active' }

/** pending → active → ended; every event may be repeated. */
export function decide(life: GrantLife, event: GrantEvent): Decision {
  switch (event.kind) {
    case 'start':
      return start(life, event.now)
    case 'extend':
      return extend(life, event)
    case 'end':
      if (life.state === 'ended') return { kind: 'as_wished' }
      return { kind: 'changed', life: { ...life, state: 'ended', endedAt: event.now, endReason: event.reason } }
  }
}

/** The duration counts from here, not from the request. */
function start(life: GrantLife, now: Date): Decision {
  if (life.state === 'ended') return { kind: 'refused', because: 'ended' }
  if (life.state === 'active') return { kind: 'as_wished' }
  const endsAt = life.durationDays === null ? null : inDays(now, life.durationDays)
  return { kind: 'changed', life: { ...life, state: 'active', startedAt: now, endsAt } }
}

/** Days are added to what is left, up to the longest duration of the role counted from now; never taken away. */
function extend(life: GrantLife, event: { now: Date; days: number; daysMax: number | null }): Decision {
  if (!isHeld(life, event.now) || life.state !== 'active') return { kind: 'refused', because: 'not_active' }
  if (life.endsAt === null) return { kind: 'as_wished' }
  const wished = inDays(life.endsAt, event.days)
  const latest = event.daysMax === null ? wished : inDays(event.now, event.daysMax)
  const endsAt = later(life.endsAt, earlier(wished, latest))
  return endsAt.getTime() === life.endsAt.getTime()
    ? { kind: 'as_wished' }
    : { kind: 'changed', life: { ...life, endsAt } }
}

/** Whether a grant still counts: a due one is over even before the sweep has come by. */
export function isHeld(grant: { state: GrantState; endsAt: Date | null }, now: Date): boolean {
  if (grant.state === 'ended') return false
  return grant.endsAt === null || grant.endsAt.getTime() > now.getTime()
}

/**
 * How long a grant may last. Approved is approved, so a role shortened in the meantime gives less, never nothing:
 * what was asked, up to the role's longest; "without end" only where the role has no longest.
 */
export function allowedDays(asked: number | null, daysMax: number | null): number | null {
  if (asked === null || daysMax === null) return asked ?? daysMax
  return Math.min(asked, daysMax)
}

/** When to remind: some days before the end, but for short grants not before half of the time is over. */
export function remindAt(startedAt: Date, endsAt: Date | null, reminderDays: number): Date | null {
  if (endsAt === null || reminderDays === 0) return null
  const half = (endsAt.getTime() - startedAt.getTime()) / 2
  return new Date(endsAt.getTime() - Math.min(reminderDays * dayMs, half))
}

export function inDays(from: Date, days: number): Date {
  return new Date(from.getTime() + days * dayMs)
}

function earlier(a: Date, b: Date): Date {
  return a.getTime() <= b.getTime() ? a : b
}

function later(a: Date, b: Date): Date {
  return a.getTime() >= b.getTime() ? a : b
}
