/** Rules of the sign-on policy as the form makes them. Pure but for the id, which only has to be new. */
import type { SignOnRule } from '@hallpass/contract/sign-on-policy'

export function newRule(name: string): SignOnRule {
  return {
    id: crypto.randomUUID(),
    name,
    enabled: true,
    when: { purposes: [], appIds: [], groupIds: [], roles: [], networks: [], notNetworks: [] },
    demand: { proof: 'two', kinds: [], maxAgeMinutes: null, rememberDays: 0 },
  }
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
