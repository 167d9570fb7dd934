import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { castPerson } from '@hallpass/counterparts/acme'
import { apiClient } from './api-client.ts'
import { chainOf } from './kill/chain.ts'
import { faultsAfter, refusedSignIns } from './kill/faults-after.ts'
import { startSampleCompany } from './sample-company.ts'

/**
 * `npm run kill -- N`: the main story over and over by three people, while the service is killed (SIGKILL) N times at
 * random instants and started again. Afterwards every request must have ended once, with one account a person, no access
 * without all approvals, and a trail that verifies.
 */
const kills = Number(process.argv[2] ?? 200)
const folder = mkdtempSync(join(tmpdir(), 'hallpass-kill-'))
const company = await startSampleCompany({ folder })
const chains = ['molly', 'leo', 'sio'].map((login) => chainOf(company, login))
const watcher = apiClient(() => company.url)
await watcher.signIn('ivan', castPerson('ivan').password)
for (const chain of chains) await chain.arrive()
const stopped: string[] = []
const running = Promise.all(
  chains.map((chain) => chain.run().catch((error: Error) => stopped.push(`${chain.login} stopped: ${error.message}`))),
)

let midFulfilment = 0
for (let n = 1; n <= kills; n++) {
  await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 2500))
  if (chains.some((chain) => chain.stage() === 'fulfilling')) midFulfilment += 1
  await company.service.kill()
  for (const chain of chains) chain.killed()
  await company.restartService()
  if (n % 10 === 0)
    console.log(`  ${n} kills, ${chains.reduce((sum, chain) => sum + chain.finished(), 0)} stories finished`)
}
for (const chain of chains) chain.finishUp()
await running

const stories = chains.reduce((sum, chain) => sum + chain.finished(), 0)
const faults = [...stopped, ...(await faultsAfter(company, chains))]
if (stopped.length > 0) faults.push(await refusedSignIns(watcher))
console.log(`${kills} kills (${midFulfilment} while an account was being made or ended), ${stories} stories finished`)
for (const fault of faults) console.log(`  FAULT ${fault}`)
if (faults.length > 0) console.log(`  the service's log is ${company.logPath}`)
await company.stop()
if (faults.length === 0) rmSync(folder, { recursive: true, force: true })

const result = { passed: faults.length === 0 ? kills : 0, failed: faults.length }
if (process.env.HALLPASS_KILL_RESULT) writeFileSync(process.env.HALLPASS_KILL_RESULT, JSON.stringify(result))
console.log(`${result.passed} passed, ${result.failed} failed`)
process.exitCode = faults.length > 0 ? 1 : 0
