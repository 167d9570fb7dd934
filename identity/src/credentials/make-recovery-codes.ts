import type { Actor } from '../audit/module.ts'
import type { Clock } from '../platform/clock.ts'
import type { Keyring } from '../platform/crypto/keyring.ts'
import type { Database } from '../platform/database/database.ts'
import type { Ids } from '../platform/ids.ts'
import { newRecoveryCodes, normalizeCode } from './factors/recovery-codes.ts'
import { showFactor } from './list-factors.ts'
import { deleteFactor, factorsOfPerson, insertFactor, insertRecoveryCodes } from './store-factors.ts'
import { type TellFactorChangeDeps, tellFactorChange } from './tell-factor-change.ts'
import type { Factor } from './types.ts'

export type MakeRecoveryCodesDeps = TellFactorChangeDeps & {
  db: Database
  clock: Clock
  ids: Ids
  keys: Pick<Keyring, 'hmac'>
}

/** Ten codes, each good once, kept as keyed hashes and shown this once. Those before stop working. */
export function makeRecoveryCodes(
  deps: MakeRecoveryCodesDeps,
  input: { personId: string; actor: Actor },
): Promise<{ factor: Factor; codes: string[] }> {
  const { personId, actor } = input
  const codes = newRecoveryCodes()
  return deps.db.transaction(async (tx) => {
    const before = (await factorsOfPerson(tx, personId)).find(({ kind }) => kind === 'recovery_codes')
    if (before) await deleteFactor(tx, before.id)
    const id = deps.ids.next()
    const factor = {
      id,
      personId,
      kind: 'recovery_codes' as const,
      name: 'Recovery codes',
      sealed: null,
      passkey: null,
      createdAt: deps.clock.now(),
      lastUsedAt: null,
      // New codes do not end the rest of those that recovered a password.
      restsUntil: before?.restsUntil ?? null,
    }
    await insertFactor(tx, factor)
    const kept = codes.map((code) => {
      const codeId = deps.ids.next()
      return { id: codeId, codeHmac: deps.keys.hmac('proof-code', `${codeId}:${normalizeCode(code)}`) }
    })
    await insertRecoveryCodes(tx, id, kept)
    await tellFactorChange(deps, tx, { factor, change: 'codes_made', actor })
    return { factor: await showFactor(tx, factor), codes }
  })
}
