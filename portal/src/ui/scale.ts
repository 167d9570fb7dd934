/** Round steps for the axis of a chart. Pure. */

type Scale = { max: number; steps: readonly number[] }

/** At most `count` steps of 1, 2 or 5 times a power of ten, the last at or above the largest value; whole where `whole`. */
export function scaleFor(values: readonly (number | null)[], { count = 4, whole = true } = {}): Scale {
  const largest = Math.max(0, ...values.map((value) => value ?? 0))
  if (largest === 0) return { max: 1, steps: [0, 1] }
  const rough = largest / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const nice = [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? rough
  const step = whole ? Math.max(1, Math.ceil(nice)) : nice
  const steps: number[] = []
  for (let at = 0; at < largest + step; at += step) steps.push(at)
  return { max: steps.at(-1) ?? 1, steps }
}
