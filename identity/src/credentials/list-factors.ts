import type { FactorList } from '@hallpass/contract/factors'
import type { Reader } from '../platform/database/database.ts'
import { type PasskeyDeps, passkeysImpossible } from './factors/passkey.ts'
import type { Messages } from './offers.ts'
import { factorsOfPerson, unusedCodes } from './store-factors.ts'
import type { Factor, FactorKind, StoredFactor } from './types.ts'

/** The factors of a person, oldest first. */
export async function listFactors(r: Reader, personId: string): Promise<Factor[]> {
  return await Promise.all((await factorsOfPerson(r, personId)).map((stored) => showFactor(r, stored)))
}

/** A factor without what it is checked with. */
export async function showFactor(r: Reader, stored: StoredFactor): Promise<Factor> {
  const { id, kind, name, createdAt, lastUsedAt, restsUntil } = stored
  const codesLeft = kind === 'recovery_codes' ? (await unusedCodes(r, id)).length : null
  const isSynced = stored.passkey?.isSynced ?? null
  return { id, kind, name, createdAt, lastUsedAt, restsUntil, codesLeft, isSynced }
}

/** Which kinds can be added here, and why not. */
export function factorKinds(deps: Pick<PasskeyDeps, 'publicUrl'> & { messages: Messages }): FactorList['kinds'] {
  const reasons: Record<FactorKind, string | null> = {
    totp: null,
    passkey: passkeysImpossible(deps),
    recovery_codes: null,
    push: deps.messages.push ? null : 'Your company has not connected a service for prompts on phones.',
    sms: deps.messages.sms ? null : 'Text messages are off: an app or a passkey is safer.',
  }
  return (Object.entries(reasons) as [FactorKind, string | null][]).map(([kind, reason]) => ({
    kind,
    isOffered: reason === null,
    reason,
  }))
}
