/** How people may recover, on the wire: per directory, and stricter for groups. */
import { type Static, Type } from 'typebox'
import { Id } from './common.ts'
import { ProofKind } from './factors.ts'

const proofs = Type.Array(ProofKind, { maxItems: 6, uniqueItems: true })
/** Whoever has a second factor needs two whatever this says. */
const proofsWanted = Type.Union([Type.Literal(1), Type.Literal(2)])

export const RecoveryPolicyFields = {
  /** Off: people of this directory cannot recover by themselves; the stranger's answer stays the same. */
  selfService: Type.Boolean(),
  /** Which proofs count. SMS is restricted (NIST SP 800-63B-4 §3.1.3.3) and off unless named here. */
  proofs,
  /** How many, of different channels; 1 when left out. */
  proofsWanted: Type.Optional(proofsWanted),
  /** Shown to everyone who must say which of two directories is theirs; null or left out: not shown. */
  publicLabel: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 60 }), Type.Null()])),
  /** An address counts as a proof only after it has not changed for this many days. */
  addressQuietDays: Type.Integer({ minimum: 0, maximum: 90 }),
  /** Wrong passwords in a row before unknown devices wait; fewer where the directory itself would lock soon. */
  signInTriesMax: Type.Integer({ minimum: 2, maximum: 20 }),
  waitMinutes: Type.Integer({ minimum: 1, maximum: 1440 }),
}
export const RecoveryPolicy = Type.Object({
  directoryId: Id,
  version: Type.Integer(),
  ...RecoveryPolicyFields,
  proofsWanted,
  publicLabel: Type.Union([Type.String(), Type.Null()]),
})
export type RecoveryPolicy = Static<typeof RecoveryPolicy>

/** Of several groups and the directory the strictest holds: fewest proofs allowed, most wanted. */
export const GroupRecoveryPolicyFields = { selfService: Type.Boolean(), proofs, proofsWanted }
export const GroupRecoveryPolicy = Type.Object({
  groupId: Id,
  groupName: Type.String(),
  version: Type.Integer(),
  ...GroupRecoveryPolicyFields,
})
export type GroupRecoveryPolicy = Static<typeof GroupRecoveryPolicy>
