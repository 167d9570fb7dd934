import type { DeskProofStep } from '@hallpass/contract/desk'

/** What each act of an agent is given: the rung it serves, its case, and why it cannot be done now. */
export type ActProps = { step: DeskProofStep; caseId: string; why: string | null }
