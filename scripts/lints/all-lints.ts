import type { Lint } from './fault.ts'
import { documentLinks, fileLength, names, wording } from './house-rules.ts'
import { licences } from './licences.ts'
import { lockfiles } from './lockfiles.ts'
import { sqlTime } from './sql-time.ts'

/** Our own lints, by the name `npm run check` prints. */
export const allLints: Record<string, Lint> = {
  'no clock in SQL': sqlTime,
  lockfiles,
  licences,
  'length of files': fileLength,
  'names of files': names,
  wording,
  'links of documents': documentLinks,
}
