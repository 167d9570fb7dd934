/** The front door of the trail. */
export type { Actor, Audit, Entry, Facts, Subjects } from './types.ts'
