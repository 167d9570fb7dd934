import { readFileSync } from 'node:fs'

/**
 * What a figure is worth depends on who else used the machine: answers, once the work is done and its processes have ended,
 * the share in percent of all CPU time that went neither to this process and its children nor to idleness.
 */
export function shareOfOthers(): () => number {
  const before = { ...readMachine(), ours: ownTicks() }
  return () => {
    const after = readMachine()
    const others = after.busy - before.busy - (ownTicks() - before.ours)
    return Math.max(0, Math.round((100 * others) / (after.all - before.all)))
  }
}

/** Ticks of all CPUs together since the start of the machine. */
function readMachine(): { all: number; busy: number } {
  const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
  const ticks = line.trim().split(/\s+/).slice(1, 9).map(Number)
  const all = ticks.reduce((sum, each) => sum + each, 0)
  const [idle = 0, waiting = 0] = ticks.slice(3, 5)
  return { all, busy: all - idle - waiting }
}

/** This process and every one it or its children waited for: utime, stime, cutime and cstime of proc(5). */
function ownTicks(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0)
}
