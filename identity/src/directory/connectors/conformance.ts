/**
 * One suite for every directory connector, run against a real server. A case applies when the connector declares what
 * it is about; there is no other way to leave one out, and each connector names the cases it must not leave out.
 * A whole green run rewrites the connector's part of docs/connectors.md.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountCases } from './conformance/accounts.ts'
import { coreCases } from './conformance/core.ts'
import { feedCases } from './conformance/feeds.ts'
import { networkCases } from './conformance/network.ts'
import { passwordCases } from './conformance/passwords.ts'
import { writeReport } from './conformance/report.ts'
import { ruleCases } from './conformance/rules.ts'
import type { Capability, Case, Stage } from './conformance/stage.ts'

const conformanceCases: readonly Case[] = [
  ...coreCases,
  ...passwordCases,
  ...ruleCases,
  ...networkCases,
  ...feedCases,
  ...accountCases,
]

export type Conformance = {
  name: string
  stage: () => Promise<Stage>
  capabilities: readonly Capability[]
  /** Ids of cases that must apply, so that nobody drops a capability to get rid of them. */
  mustRun: readonly string[]
}

/** What no directory with passwords may leave out, and what no LDAP server may, whatever its connector declares. */
export const everyDirectory = [
  ...(['passwords', 'changes', 'policy', 'lockout', 'expiry', 'set times'] as const),
  'workplaces',
] as const
export const everyLdapServer = [
  ...everyDirectory,
  ...(['groups', 'renames', 'removal', 'network', 'minimum age', 'personal policy'] as const),
  ...(['listed', 'rights', 'moves'] as const),
] as const

/** Ids of everything that applies to a connector that can do this. */
export function casesOf(capabilities: readonly Capability[]): string[] {
  return conformanceCases.filter((item) => item.needs.every((need) => capabilities.includes(need))).map(({ id }) => id)
}

export function directoryConformance({ name, stage, capabilities, mustRun }: Conformance): void {
  const applicable = conformanceCases.filter((item) => item.needs.every((need) => capabilities.includes(need)))
  describe(`${name} is a directory`, () => {
    let staged: Stage
    const passed = new Set<string>()
    beforeAll(async () => {
      staged = await stage()
      // Making a domain for the first time on a machine takes most of it.
    }, 180_000)
    afterAll(async () => {
      await staged?.stop()
      if (passed.size === applicable.length) await writeReport({ name, capabilities, cases: conformanceCases })
    })

    test('the cases it must not leave out all apply', () => {
      const ids = applicable.map((item) => item.id)
      expect(mustRun.filter((id) => !ids.includes(id))).toEqual([])
    })

    test('declares the groups it has and no others', () => {
      const { passwords, proofs, groups, accounts, enabling, changes } = staged.connector
      const has = { passwords, proofs, groups, accounts, enabling, changes }
      for (const [group, value] of Object.entries(has)) {
        expect([group, value !== undefined]).toEqual([group, capabilities.includes(group as Capability)])
      }
    })

    for (const item of applicable) {
      test(item.title, async () => {
        await item.run(staged)
        passed.add(item.id)
      })
    }
  })
}
