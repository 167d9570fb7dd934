import { readdirSync, readFileSync } from 'node:fs'

/** What the kernel counts every 10 ms on Linux (USER_HZ). */
const msPerTick = 10

/** CPU milliseconds used so far by each process that now exists, by pid. */
export type CpuMark = Map<number, { parent: number; ms: number; command: string }>

export function markCpu(): CpuMark {
  const mark: CpuMark = new Map()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = read(`/proc/${name}/stat`)
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields.length < 15) continue
    const command = read(`/proc/${name}/cmdline`).replaceAll('\0', ' ')
    const ticks = Number(fields[11]) + Number(fields[12])
    mark.set(Number(name), { parent: Number(fields[1]), ms: ticks * msPerTick, command })
  }
  return mark
}

/** Milliseconds between two marks of `pid` and all its descendants that `isMeant` takes. */
export function cpuBetween(before: CpuMark, after: CpuMark, pid: number, isMeant = (_command: string) => true): number {
  let ms = 0
  for (const [each, now] of after) {
    if (!isMeant(now.command) || !descends(after, each, pid)) continue
    ms += now.ms - (before.get(each)?.ms ?? 0)
  }
  return ms
}

export function isPostgres(command: string): boolean {
  return command.includes('postgres')
}

function descends(mark: CpuMark, pid: number, from: number): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = mark.get(at)?.parent) {
    if (at === from) return true
  }
  return false
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
