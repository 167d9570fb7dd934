import { readdirSync, readFileSync } from 'node:fs'
import { castPerson } from '@hallpass/counterparts/acme'
import type { SampleCompany } from '../scripts/sample-company.ts'
import { withCompany } from './company.ts'
import { fastClient } from './fast-client.ts'
import { type Bench, type Figure, figure } from './figure.ts'
import { withOwner } from './open-tickets.ts'

const limitMb = 300
/** After the reading, so that what it held is collected as in any quiet minute. */
const settleMs = 20_000

/** Proportional memory of the service without PostgreSQL: idle with the cast, and after reading 100 000 people from LDAP. */
export const bench: Bench = {
  name: 'memory',
  async run() {
    const idle = await measure('memory-idle', 0)
    return [idle, await measure('memory-100000-people', 100_000)]
  },
}

function measure(name: string, extraPeople: number): Promise<Figure> {
  const startedAt = performance.now()
  return withCompany({ extraPeople, readyWithinMs: 900_000 }, async (company) => {
    const seconds = (performance.now() - startedAt) / 1000
    const client = fastClient(company.url, 1)
    await client.signIn('ivan', castPerson('ivan').password)
    const { items } = await client.get<{ items: { people: { active: number } }[] }>('/api/directories')
    const people = items.reduce((sum, directory) => sum + directory.people.active, 0)
    if (people < extraPeople) throw new Error(`Only ${people} people were read.`)
    await lookAsUsual(company)
    await new Promise((resolve) => setTimeout(resolve, settleMs))
    const peak = peakMb(company.service.pid)
    return figure({
      name,
      value: serviceMb(company.service.pid),
      limit: limitMb,
      goal: 1,
      unit: 'MB',
      lowerIsBetter: true,
      note: `${people} people; highest resident since the start ${peak.toFixed(0)} MB; OpenLDAP filled, started and read in ${seconds.toFixed(0)} s`,
    })
  })
}

/** The sample looks for changes every 2 and for removals every 10 s; these are the intervals that a directory has by default. */
function lookAsUsual(company: SampleCompany): Promise<unknown> {
  return withOwner(company, (client) =>
    client.query(
      `update directories set sync = sync || '{"syncEverySeconds": 30, "sweepEverySeconds": 300}',
        next_sync_at = $1, next_sweep_at = $2`,
      [new Date(Date.now() + 30_000), new Date(Date.now() + 300_000)],
    ),
  )
}

/** The most memory that was ever resident, in the service's own process. */
function peakMb(pid: number): number {
  return Number(/^VmHWM:\s+(\d+)/m.exec(read(pid, 'status'))?.[1] ?? 0) / 1024
}

/** PSS of the service's processes that are not PostgreSQL, from /proc. */
function serviceMb(pid: number): number {
  return [pid, ...childrenOf(pid)].filter((each) => !isPostgres(each)).reduce((sum, each) => sum + pssMb(each), 0)
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === pid)
    .map(Number)
}

function parentOf(pid: number): number {
  return Number(read(pid, 'stat').split(') ')[1]?.split(' ')[1] ?? 0)
}

function isPostgres(pid: number): boolean {
  return read(pid, 'cmdline').includes('postgres')
}

function pssMb(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(pid, 'smaps_rollup'))?.[1] ?? 0) / 1024
}

function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
