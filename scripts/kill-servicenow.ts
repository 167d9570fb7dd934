import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { servicenowFaults } from './kill/servicenow-faults.ts'
import { type Moment, moments, ordererOf } from './kill/servicenow-order.ts'
import { type Mode, startPair } from './kill/servicenow-pair.ts'

/**
 * `npm run kill:servicenow -- N`: three people order in ServiceNow over and over, while Hallpass is killed (SIGKILL) N times,
 * each time a while after another moment of an order, and the simulator of ServiceNow is ended and started again before
 * Hallpass is. The first half in push mode, the second in pull mode. Afterwards nothing may be lost and nothing done twice:
 * every item closed complete and said so once, one request for each, one account a person, a trail that verifies. Ctrl-C
 * ends it after the kill in hand; what was done is looked at all the same.
 */
const kills = Number(process.argv[2] ?? 60)
const folder = mkdtempSync(join(tmpdir(), 'hallpass-kill-servicenow-'))
/** After a kill both clocks move on by so much, so that calls that failed get their next try. */
const aheadMs = 6 * 60_000
/** Somewhere in the time that follows a moment; in pull mode everything takes until the next poll. */
const spreadMs: Record<Mode, number> = { push: 1500, pull: 7000 }

const pair = await startPair(folder)
let tell: ((moment: Moment) => void) | null = null
const orderers = ['molly', 'leo', 'sio'].map((login) => ordererOf(pair, login, (moment) => tell?.(moment)))
const struck = new Map<string, number>()
const silent: string[] = []
const startedAt = Date.now()
const running = Promise.all(orderers.map((orderer) => orderer.run()))
const broke = running.then(
  () => null,
  (error: unknown) => error,
)

let done = 0
let isAskedToStop = false
process.once('SIGINT', () => {
  isAskedToStop = true
})
for (let n = 0; n < kills && !isAskedToStop; n++) {
  const mode: Mode = n < kills / 2 ? 'push' : 'pull'
  if (n === Math.ceil(kills / 2)) await pair.setMode('pull')
  const moment = moments[n % moments.length] as Moment
  await Promise.race([heard(moment), broke, pause(40_000)])
  await pause(((n * 0.618) % 1) * spreadMs[mode])
  await pair.strike(n % 2 === 0 ? 'stop' : 'kill', noteWhatIsLeft)
  await pair.advanceClocks(aheadMs)
  done = n + 1
  const finished = orderers.reduce((sum, orderer) => sum + orderer.finished(), 0)
  console.log(`  ${done} kills (${mode}, after ${moment}), ${finished} orders finished`)
}
for (const orderer of orderers) orderer.finishUp()
// What waits for its next try does not have to be waited for.
const hurry = setInterval(() => void pair.advanceClocks(aheadMs).catch(() => {}), 10_000)
const failure = await broke
clearInterval(hurry)

const faults = [...silent, ...(await servicenowFaults(pair, orderers))]
if (failure) faults.push(String(failure))
const orders = orderers.reduce((sum, { items }) => sum + items.length, 0)
const where = [...struck].map(([state, count]) => `${state} ${count}`).join(', ')
console.log(
  `${done} kills, ${orders} orders, ${Math.round((Date.now() - startedAt) / 1000)} s. Items under way at a kill: ${where}`,
)
for (const fault of faults) console.log(`  FAULT ${fault}`)
if (faults.length > 0) console.log(`  the logs are in ${folder}`)
await pair.stop()
if (faults.length === 0) rmSync(folder, { recursive: true, force: true })

const result = { passed: faults.length === 0 ? done : 0, failed: faults.length }
if (process.env.HALLPASS_KILL_RESULT) writeFileSync(process.env.HALLPASS_KILL_RESULT, JSON.stringify(result))
console.log(`${result.passed} passed, ${result.failed} failed`)
process.exitCode = faults.length > 0 ? 1 : 0

function heard(moment: Moment): Promise<void> {
  return new Promise((resolve) => {
    tell = (passed) => {
      if (passed === moment) resolve()
    }
  })
}

/** While Hallpass is away: how far the open items are, and that each says so. */
async function noteWhatIsLeft(): Promise<void> {
  const open = await pair.rows('sc_req_item', `cat_item=${pair.itemId}^active=true`, 'sys_id,number,stage,approval')
  for (const item of open) {
    const calls = await pair.rows(
      'x_hlps_access_call',
      `request_item=${item.sys_id}^kind=fulfilment`,
      'state,remote_state',
    )
    const [call] = calls
    const state = call ? `${call.state}/${call.remote_state || '-'}` : `${item.approval}`
    struck.set(state, (struck.get(state) ?? 0) + 1)
    if (!item.stage) silent.push(`${item.number} says nothing of how far it is`)
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
