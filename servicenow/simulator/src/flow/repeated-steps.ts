import type { RunData } from './run-data.ts'

let isOn = false

/** For tests of apps: from here on this thread does every step as if the process had died just before it was noted. */
export function repeatSteps(): void {
  isOn = true
}

/**
 * Does a step; where steps are repeated, sets the run back to where it stood, and does it again. `afterFirst`: what the first
 * time brought about before it was forgotten.
 */
export function doStep<T>(data: RunData, act: () => T, afterFirst: () => void = () => {}): T {
  if (!isOn) return act()
  const before = JSON.stringify(data)
  act()
  afterFirst()
  for (const name of Object.keys(data)) delete (data as Record<string, unknown>)[name]
  Object.assign(data, JSON.parse(before))
  return act()
}
