import { Secret } from '../../platform/secret.ts'
import { testPlatform } from '../../platform/testing.ts'
import { tables } from '../store/tables.ts'
import { keyOf } from '../text.ts'
import { passwordHashes } from './built-in/hashes.ts'
import { builtInConnector } from './built-in.ts'
import type { Stage } from './conformance/stage.ts'
import { casesOf, directoryConformance, everyDirectory } from './conformance.ts'

const capabilities = [
  'passwords',
  'accounts',
  'changes',
  'policy',
  'reset history',
  'lockout',
  'expiry',
  'set times',
  'workplaces',
] as const

directoryConformance({
  name: 'built-in on PostgreSQL',
  stage: builtInStage,
  capabilities,
  mustRun: casesOf([...everyDirectory, 'reset history', 'accounts']),
})

async function builtInStage(): Promise<Stage> {
  const t = await testPlatform()
  const directoryId = t.ids.next()
  const now = t.clock.now()
  await tables(t.db)
    .insertInto('directories')
    .values({
      id: directoryId,
      kind: 'built-in',
      name: 'Contractors',
      name_key: 'contractors',
      settings: '{"kind":"built-in"}',
      sync: '{}',
      secret: null,
      version: 1,
      created_at: now,
      updated_at: now,
      cursor: null,
      next_sync_at: now,
      next_sweep_at: now,
      next_full_at: now,
      last_sync_at: null,
      health: 'unknown',
      health_since: null,
      health_message: null,
    })
    .execute()
  const connector = builtInConnector(
    { kind: 'built-in', lockoutTries: 8, maxAgeDays: 90 },
    {
      directoryId,
      reader: t.db,
      own: t.db,
      write: (work) => t.db.transaction(work),
      clock: t.clock,
      ids: t.ids,
      hashes: passwordHashes(t.keys),
    },
  )
  const refOf = async (login: string) => {
    const found = await connector.find(login)
    if (!found) throw new Error(`not there: ${login}`)
    return found.ref
  }
  const peopleAtStart = 600
  const draft = {
    givenName: null,
    familyName: null,
    title: null,
    department: null,
    locale: null,
    managerPersonId: null,
  }
  for (let number = 0; number < peopleAtStart; number++) {
    const login = `extra-${number}`
    await connector.accounts?.create({ ...draft, login, displayName: login, mail: keyOf(`${login}@many.example`) })
  }
  return {
    connector,
    peopleAtStart,
    async add({ login, displayName, mail, password }) {
      const made = await connector.accounts?.create({ ...draft, login, displayName, mail })
      if (made) await connector.passwords?.reset(made.ref, new Secret(password))
    },
    disable: async (login) => connector.accounts?.disable(await refOf(login)),
    enable: async (login) => connector.accounts?.enable(await refOf(login)),
    triesUntilLocked: 8,
    async expire(login) {
      const { key } = await refOf(login)
      const setAt = new Date(t.clock.now().getTime() - 91 * 86_400_000)
      await tables(t.db)
        .updateTable('builtin_passwords')
        .set({ changed_at: setAt })
        .where('account_id', '=', key)
        .execute()
    },
    async setWorkplace(login, { company, location, costCenter }) {
      const { key } = await refOf(login)
      await tables(t.db)
        .updateTable('builtin_accounts')
        .set({ company, location, cost_center: costCenter, modified_at: t.clock.now() })
        .where('id', '=', key)
        .execute()
    },
    stop: () => t.close(),
  }
}
