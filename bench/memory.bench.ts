import { readdirSync, readFileSync } from 'node:fs'
import { castPerson } from '@hallpass/counterparts/acme'
import { apiClient } from '../scripts/api-client.ts'
import { withCompany } from './company.ts'
import { type Bench, type Figure, figure } from './figure.ts'

const limitMb = 300

/** Proportional memory of the service without PostgreSQL: idle with the cast, and after reading 100 000 people from LDAP. */
export const bench: Bench = {
  name: 'memory',
  async run() {
    const idle = await measure('memory-idle', 0)
    return [idle, await measure('memory-100000-people', 100_000)]
  },
}

function measure(name: string, extraPeople: number): Promise<Figure> {
  return withCompany({ extraPeople }, async (company) => {
    const client = apiClient(() => company.url)
    await client.signIn('ivan', castPerson('ivan').password)
    const startedAt = performance.now()
    let people = 0
    let peak = 0
    do {
      await new Promise((resolve) => setTimeout(resolve, 500))
      const { items } = await client.get<{ items: { people: { active: number } }[] }>('/api/directories')
      people = items.reduce((sum, directory) => sum + directory.people.active, 0)
      peak = Math.max(peak, serviceMb(company.service.pid))
    } while (people < extraPeople && performance.now() - startedAt < 300_000)
    const note = `${people} people; highest while reading ${peak.toFixed(0)} MB; read in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`
    return figure({
      name,
      value: serviceMb(company.service.pid),
      limit: limitMb,
      goal: 1,
      unit: 'MB',
      lowerIsBetter: true,
      note,
    })
  })
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
