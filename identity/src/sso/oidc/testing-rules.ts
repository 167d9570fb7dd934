/** A sign-on policy put in force behind the back of whoever would have to confirm it. */
import type { SignOnConditions, SignOnDemand } from '@hallpass/contract/sign-on-policy'
import type { TestApp } from '../../testing-app.ts'
import { insertVersion, newestVersions } from '../store-policy.ts'

const demand: SignOnDemand = { proof: 'one', kinds: [], maxAgeMinutes: null, rememberDays: 0 }
const anything: SignOnConditions = {
  purposes: [],
  appIds: [],
  groupIds: [],
  roles: [],
  networks: [],
  notNetworks: [],
}

/** One proof is enough for everybody, but for what these rules say, the first that fits. */
export async function putRules(
  { app: { foundation } }: TestApp,
  rules: { when: Partial<SignOnConditions>; demand: Partial<SignOnDemand> }[],
): Promise<void> {
  const { db, ids, clock } = foundation
  const [newest] = await newestVersions(db, 1)
  const version = {
    version: (newest?.version ?? 0) + 1,
    rules: rules.map((rule, index) => ({
      id: ids.next(),
      name: `Rule ${index + 1}`,
      enabled: true,
      when: { ...anything, ...rule.when },
      demand: { ...demand, ...rule.demand },
    })),
    otherwise: demand,
    authorId: null,
    madeAt: clock.now(),
  }
  await db.transaction((tx) => insertVersion(tx, version))
}
