/**
 * SQL of an app's pace: each statement is one atomic step, so that any number of nodes keep to one rate. Turns do not wait
 * for the disk, since everybody waits for this row: after a crash of the server those of its last moment are given twice.
 */

import { type Selectable, sql } from 'kysely'
import type { Reader } from '../platform/database/database.ts'
import { unhurried } from '../platform/database/unhurried.ts'
import { type ProvisioningTables, tables } from './store-tables.ts'

export type Lane = 'start' | 'end'
export type Pace = Selectable<ProvisioningTables['app_pace']>

const columnOf = { start: 'next_start_at', end: 'next_end_at' } as const

/**
 * Reserves room for some calls in a lane and answers when the first may begin, which may have been before `now`. A lane that
 * was idle may run ahead by `burstMs`, so that a few accounts at once do not wait.
 */
export async function reserve(
  reader: Reader,
  turn: { appId: string; lane: Lane; calls: number; msPerCall: number; burstMs: number; now: Date },
): Promise<Date> {
  const { appId, lane, now } = turn
  const column = sql.ref(`app_pace.${columnOf[lane]}`)
  const rested = new Date(now.getTime() - turn.burstMs)
  const begin = sql`greatest(${column}, app_pace.held_until, ${rested}::timestamptz)`
  const length = sql`${turn.calls * turn.msPerCall} * interval '1 millisecond'`
  const row = await tables(reader)
    .insertInto('app_pace')
    .values({
      app_id: appId,
      next_start_at: rested,
      next_end_at: rested,
      [columnOf[lane]]: new Date(rested.getTime() + turn.calls * turn.msPerCall),
      held_until: rested,
      failures_in_a_row: 0,
      last_answer_at: null,
      last_failure_at: null,
      last_failure: null,
    })
    .onConflict((conflict) => conflict.column('app_id').doUpdateSet({ [columnOf[lane]]: sql`${begin} + ${length}` }))
    .returning([sql<Date>`${sql.ref(columnOf[lane])} - ${length}`.as('begins_at'), unhurried])
    .executeTakeFirstOrThrow()
  return row.begins_at
}

/** Calls beyond (or below, when negative) those reserved. */
export async function adjust(reader: Reader, appId: string, lane: Lane, ms: number): Promise<void> {
  const column = columnOf[lane]
  await tables(reader)
    .updateTable('app_pace')
    .set({ [column]: sql`${sql.ref(column)} + ${ms} * interval '1 millisecond'` })
    .where('app_id', '=', appId)
    .returning(unhurried)
    .execute()
}

/** Nobody calls the app before `until`: it asked for that, or has not been answering. */
export async function holdBack(
  reader: Reader,
  appId: string,
  hold: { until: Date; sentence: string; isFailure: boolean; now: Date },
): Promise<void> {
  await tables(reader)
    .updateTable('app_pace')
    .set({
      held_until: sql`greatest(held_until, ${hold.until}::timestamptz)`,
      last_failure_at: hold.now,
      last_failure: hold.sentence,
      ...(hold.isFailure ? { failures_in_a_row: sql`failures_in_a_row + 1` } : {}),
    })
    .where('app_id', '=', appId)
    .execute()
}

export async function noteAnswer(reader: Reader, appId: string, now: Date): Promise<void> {
  await tables(reader)
    .updateTable('app_pace')
    .set({ failures_in_a_row: 0, last_answer_at: now })
    .where('app_id', '=', appId)
    .execute()
}

/** After an administrator mended the connection nothing waits for the old faults any more. */
export async function forgetFaults(reader: Reader, appId: string, now: Date): Promise<void> {
  await tables(reader)
    .updateTable('app_pace')
    .set({
      failures_in_a_row: 0,
      held_until: new Date(now.getTime() - 60_000),
      last_failure: null,
      last_failure_at: null,
    })
    .where('app_id', '=', appId)
    .execute()
}

export async function paceOf(reader: Reader, appId: string): Promise<Pace | null> {
  const row = await tables(reader).selectFrom('app_pace').selectAll().where('app_id', '=', appId).executeTakeFirst()
  return row ?? null
}
