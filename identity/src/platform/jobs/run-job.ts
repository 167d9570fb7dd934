import type { Database } from '../database/database.ts'
import { deferJob, undefer } from './job-rows.ts'
import { type JobPayload, type JobRun, TryAgainAt } from './jobs.ts'

type LockedJob = { id: number | string; payload: JobPayload; attempts: number; max_attempts: number }
type Deps = { db: Database; run: JobRun; toEngine: (at: Date) => Date }

/** Runs one locked job. Whatever it throws goes on to the engine, which counts it as a failed attempt and backs off. */
export async function runJob({ db, run, toEngine }: Deps, job: LockedJob, signal: AbortSignal): Promise<void> {
  const attempt = await undefer(db, job.id, job.attempts)
  // The engine writes the number it holds into its log.
  job.attempts = attempt
  try {
    await run(job.payload, { attempt, isLastAttempt: attempt >= job.max_attempts, signal })
  } catch (error) {
    if (error instanceof TryAgainAt) await deferJob(db, job.id, toEngine(error.at))
    throw error
  }
}
