import type { ProofKind } from '../types.ts'
import type { Factor } from './factor.ts'
import { type MailCodeDeps, mailCode } from './mail-code.ts'

export type Factors = ReadonlyMap<ProofKind, Factor>

/** Every kind of proof there is; a new one is a file and a line here. */
export function createFactors(deps: MailCodeDeps): Factors {
  return new Map<ProofKind, Factor>([['mail_code', mailCode(deps)]])
}
