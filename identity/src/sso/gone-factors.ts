/** What people have set up and the operator has taken away since: nothing can be asked of it, and it is no second factor. */
import type { FactorKind } from '@hallpass/contract/factors'
import type { MainFactorKind } from '@hallpass/contract/sign-in'
import type { SsoDeps } from './deps.ts'

type GoneFactorsDeps = { credentials: Pick<SsoDeps['credentials'], 'canBeAsked'> }
type Held = Awaited<ReturnType<SsoDeps['credentials']['factorsOf']>>

export function goneOf({ credentials }: GoneFactorsDeps, factors: Held): MainFactorKind[] {
  const kinds = new Set(factors.map(({ kind }) => kind))
  return [...kinds].filter((kind) => kind !== 'recovery_codes').filter((kind) => !credentials.canBeAsked(kind))
}

/**
 * How somebody of whom a second factor of these kinds is wanted gets in: with one of them; by adding one, after a factor
 * that does not count here any more where they have one; or by the desk alone, where what they have can no longer be asked
 * for. The password must not do instead, or whoever knows it would add a factor of their own (promise 10).
 */
export function wayInOf(deps: GoneFactorsDeps, factors: Held, kinds: readonly FactorKind[]): 'factor' | 'add' | 'desk' {
  const shown = factors.filter(({ kind, codesLeft }) => deps.credentials.canBeAsked(kind) && codesLeft !== 0)
  if (shown.some(({ kind }) => kinds.includes(kind))) return 'factor'
  return shown.length > 0 || goneOf(deps, factors).length === 0 ? 'add' : 'desk'
}
