import type { Reader } from '../platform/database/database.ts'
import { gather } from '../platform/database/gather.ts'
import { type Lane, reserve } from './store-pace.ts'

/** Calls of one account, at the pace its app had when it was looked at. */
export type Turn = { calls: number; msPerCall: number; burstMs: number; now: Date }
export type TakeTurn = (appId: string, lane: Lane, turn: Turn) => Promise<Date>

/** Turns in one lane of an app that are asked for at the same time are taken by one statement, one after the other. */
export function takeTurns(reader: Reader): TakeTurn {
  const lanes = new Map<string, (turn: Turn) => Promise<Date>>()
  return (appId, lane, turn) => {
    const key = `${appId} ${lane}`
    const take = lanes.get(key) ?? gather<Turn, Date>((turns) => takeThose(reader, appId, lane, turns))
    lanes.set(key, take)
    return take(turn)
  }
}

async function takeThose(reader: Reader, appId: string, lane: Lane, turns: readonly Turn[]): Promise<Date[]> {
  const last = turns.at(-1) as Turn
  const calls = turns.reduce((sum, each) => sum + each.calls, 0)
  const begin = await reserve(reader, { appId, lane, ...last, calls })
  let before = 0
  return turns.map((turn) => {
    const at = begin.getTime() + before * last.msPerCall
    before += turn.calls
    return new Date(Math.max(at, turn.now.getTime()))
  })
}
