import type { JobInfo } from './jobs.ts'

/** How many jobs are in each state, zeros included. */
export function countByState(jobs: readonly JobInfo[]): Record<JobInfo['state'], number> {
  const counts = { waiting: 0, running: 0, retrying: 0, dead: 0 }
  for (const { state } of jobs) counts[state] += 1
  return counts
}
