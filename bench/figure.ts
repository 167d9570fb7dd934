/** One measured figure: ours beside the limit measured in the same run, and what we aim for. */
export type Figure = {
  name: string
  value: number
  limit: number
  ratio: number
  goal: number
  unit: string
  lowerIsBetter?: boolean
  /** What a reader must know to judge it. */
  note?: string
}

export type Bench = { name: string; run(): Promise<Figure[]> }

export function figure(input: Omit<Figure, 'ratio'>): Figure {
  return { ...input, ratio: input.value / input.limit }
}

/** The value below which a share of the sorted samples lies; 0.95 for p95. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Runs `total` calls with `atOnce` of them in flight; answers the milliseconds of each and the seconds of all. */
export async function load(
  total: number,
  atOnce: number,
  call: (n: number) => Promise<void>,
): Promise<{ seconds: number; milliseconds: number[] }> {
  const milliseconds: number[] = []
  let next = 0
  const startedAt = performance.now()
  const worker = async () => {
    while (next < total) {
      const n = next++
      const from = performance.now()
      await call(n)
      milliseconds.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return { seconds: (performance.now() - startedAt) / 1000, milliseconds }
}

/**
 * Two kinds of the same load in turn, so that whatever else the machine does falls on both: seconds and milliseconds of
 * each over all rounds.
 */
export async function inTurn<Name extends string>(
  kinds: Record<Name, (n: number) => Promise<void>>,
  { rounds, each, atOnce }: { rounds: number; each: number; atOnce: number },
): Promise<Record<Name, { perSecond: number; milliseconds: number[] }>> {
  const names = Object.keys(kinds) as Name[]
  const sums = names.map(() => ({ seconds: 0, milliseconds: [] as number[] }))
  // The first round only warms up.
  for (let round = -1; round < rounds; round++) {
    for (const [index, name] of names.entries()) {
      const from = (round + 1) * each
      const { seconds, milliseconds } = await load(each, atOnce, (n) => kinds[name](from + n))
      const sum = sums[index]
      if (round < 0 || !sum) continue
      sum.seconds += seconds
      sum.milliseconds.push(...milliseconds)
    }
  }
  return Object.fromEntries(
    names.map((name, index) => {
      const { seconds = 0, milliseconds = [] } = sums[index] ?? {}
      return [name, { perSecond: (rounds * each) / seconds, milliseconds }]
    }),
  ) as Record<Name, { perSecond: number; milliseconds: number[] }>
}
