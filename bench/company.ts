import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SampleCompany, type SampleOptions, startSampleCompany } from '../scripts/sample-company.ts'

/** A sample company of its own for one bench, without the limits that would measure themselves. */
export async function withCompany<T>(
  options: Omit<SampleOptions, 'folder'>,
  measure: (company: SampleCompany) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hallpass-bench-'))
  const company = await startSampleCompany({
    ...options,
    folder,
    environment: {
      HALLPASS_CALLS_PER_MINUTE: '10000000',
      HALLPASS_TRUSTED_PROXIES: '127.0.0.1',
      HALLPASS_LOG_LEVEL: 'warn',
      ...options.environment,
    },
  })
  try {
    return await measure(company)
  } finally {
    await company.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A different client address for each number. */
export function addressOf(n: number): string {
  return `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
}
