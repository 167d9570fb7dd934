/**
 * What every app connector must do, run against a real server. Cases that a capability makes meaningless are not
 * registered, so that nothing is ever skipped; which capabilities a target may lack is said where it is tested.
 */
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Egress } from '../../platform/egress/egress.ts'
import type { AccountKey, AccountPage, AppConnector, Cursor, NewAccount, Profile, RemoteAccount } from './connector.ts'
import { unreachable } from './failures.ts'

export type ConformanceTarget = {
  /** Opens a connector; `token` other than the right one, and `egress` to lose answers on the way. */
  open(options?: { token?: string; wrap?: (egress: Pick<Egress, 'fetch'>) => Pick<Egress, 'fetch'> }): AppConnector
  token: string
  /** The app's own idea of its accounts, not told by the connector. */
  accounts(): Promise<AppOwnAccount[]>
  stop(): Promise<void>
}

export type AppOwnAccount = {
  id: string
  userName: string
  externalId: string | null
  active: boolean
  groups: string[]
  /** Id of the manager's account, and the department by its name, where the app keeps them. */
  manager?: string | null
  department?: string | null
}

export type Capabilities = {
  /** The app keeps our key. Without it an account is recognised by its user name alone. */
  key: boolean
  groups: boolean
  entitlements: boolean
  /** The app keeps managers and departments. */
  links: boolean
  /** A second account of one user name is refused. */
  uniqueness: boolean
}

/** What one target was found to do, for the table in docs/app-connectors.md: true, or the capability it lacks. */
export type ConformanceResult = { target: string; cases: Map<string, true | keyof Capabilities> }

type Case = { title: string; needs?: (keyof Capabilities)[]; run: (at: Bench) => Promise<void> }
type Bench = { target: ConformanceTarget; app: AppConnector; keeps: Capabilities; next: (name?: string) => NewAccount }

export function appConformance(
  name: string,
  capabilities: Capabilities,
  start: () => Promise<ConformanceTarget>,
): ConformanceResult {
  const result: ConformanceResult = { target: name, cases: new Map() }
  describe(`${name} as an app connector`, () => {
    let bench: Bench
    beforeAll(async () => {
      const target = await start()
      let made = 0
      bench = { target, app: target.open(), keeps: capabilities, next: (display) => newAccount(++made, display) }
    })
    afterAll(() => bench?.target.stop())
    for (const { title, needs = [], run } of cases) {
      const missing = needs.find((need) => !capabilities[need])
      if (missing !== undefined) {
        result.cases.set(title, missing)
        continue
      }
      test(title, async () => {
        await run(bench)
        result.cases.set(title, true)
      })
    }
  })
  return result
}

/** How many cases a target must answer for, kept or not offered. */
export const caseCount = () => cases.length

const cases: Case[] = [
  {
    title: 'the check finds no fault and changes nothing',
    async run({ target, app }) {
      const before = await target.accounts()
      expect((await app.check()).filter((finding) => finding.level === 'fault')).toEqual([])
      expect(await target.accounts()).toEqual(before)
    },
  },
  {
    title: 'a wrong token is a fault of the check, and of the connection rather than of an account',
    async run({ target, next }) {
      const stranger = target.open({ token: 'not-the-token' })
      expect(await stranger.check()).toMatchObject([{ level: 'fault', subject: 'token' }])
      await expect(stranger.find(next().key, null)).rejects.toMatchObject({
        code: 'app_misconfigured',
        scope: 'app',
        retryable: false,
      })
    },
  },
  {
    title: 'a stranger is not found, neither by key nor by an id that never was',
    async run({ app, next }) {
      expect(await app.find(next().key, null)).toEqual([])
      expect(await app.find(next().key, 'no-such-id')).toEqual([])
    },
  },
  {
    title: 'an account is made active, and found by our key and by its id',
    needs: ['key'],
    async run({ app, next }) {
      const account = next()
      const made = await app.ensure({ found: null, make: account })
      expect(made.active).toBe(true)
      expect(await only(app, account.key)).toMatchObject({ by: 'externalId', account: { remoteId: made.remoteId } })
      expect(await only(app, account.key, made.remoteId)).toMatchObject({ by: 'remoteId', account: { active: true } })
    },
  },
  {
    title: 'an account is found by its user name, however that is written',
    async run({ app, next }) {
      const { key, ...rest } = next()
      const made = await app.ensure({ found: null, make: { key, ...rest } })
      const shouted = { ...key, externalId: 'another-key', userName: key.userName.toUpperCase() }
      expect(await only(app, shouted)).toMatchObject({ by: 'userName', account: { remoteId: made.remoteId } })
    },
  },
  {
    title: 'asking twice for the same account makes one',
    needs: ['uniqueness', 'key'],
    async run({ target, app, next }) {
      const account = next()
      const first = await app.ensure({ found: null, make: account })
      const second = await app.ensure({ found: null, make: account })
      expect(second.remoteId).toBe(first.remoteId)
      expect(await named(target, account)).toHaveLength(1)
    },
  },
  {
    title: 'an account whose making was never answered is found and not made again',
    async run({ target, next }) {
      const account = next()
      const deaf = target.open({ wrap: loseAnswersTo('POST') })
      await expect(deaf.ensure({ found: null, make: account })).rejects.toMatchObject({ retryable: true })
      const found = await only(target.open(), account.key)
      expect(found.account.active).toBe(true)
      expect(await named(target, account)).toHaveLength(1)
    },
  },
  {
    title: 'the user name of somebody else is refused, and theirs stays as it was',
    needs: ['uniqueness', 'key'],
    async run({ target, app, next }) {
      const theirs = next()
      await app.ensure({ found: null, make: theirs })
      const ours = next()
      const clash: NewAccount = { ...ours, key: { ...ours.key, userName: theirs.key.userName, mail: theirs.key.mail } }
      await expect(app.ensure({ found: null, make: clash })).rejects.toMatchObject({
        code: 'already_in_app',
        scope: 'account',
        retryable: false,
      })
      expect(await named(target, theirs)).toMatchObject([{ externalId: theirs.key.externalId, active: true }])
    },
  },
  {
    title: 'ending makes the account inactive, again and again, and it can come back',
    async run({ target, app, next }) {
      const account = next()
      let found = await app.ensure({ found: null, make: account })
      for (const active of [false, false, true, true]) {
        found = await app.ensure({ found, key: account.key, change: { active } })
        expect(found.active).toBe(active)
        expect(await named(target, account)).toMatchObject([{ active }])
      }
    },
  },
  {
    title: 'a new name and title arrive, and change what the account looks like',
    async run({ app, next }) {
      const account = next()
      const found = await app.ensure({ found: null, make: account })
      const profile: Profile = {
        ...account.profile,
        displayName: 'Molly Byrne-Reed',
        familyName: 'Byrne-Reed',
        title: 'Lead',
      }
      const changed = await app.ensure({ found, key: account.key, change: { profile } })
      expect(changed.displayName).toBe('Molly Byrne-Reed')
      expect(changed.fingerprint).not.toBe(found.fingerprint)
      expect((await only(app, account.key, found.remoteId)).account.fingerprint).toBe(changed.fingerprint)
    },
  },
  {
    title: 'our key is written onto an account that carries none',
    needs: ['key'],
    async run({ app, next }) {
      const account = next()
      const found = await app.ensure({ found: null, make: account })
      const later: AccountKey = { ...account.key, externalId: `${account.key.externalId}-claimed` }
      await app.ensure({ found, key: later, change: { claim: true, active: true } })
      expect(await only(app, later)).toMatchObject({ by: 'externalId', account: { remoteId: found.remoteId } })
    },
  },
  ...['Siobhán O\'Neill "Shiv" 🦊', 'عمر حداد', 'Back\\slash & <b>bold</b> %41'].map((display) => ({
    title: `${display} keeps every character`,
    async run({ app, next }: Bench) {
      const account = next(display)
      const made = await app.ensure({ found: null, make: account })
      expect((await only(app, account.key, made.remoteId)).account.displayName).toBe(display)
    },
  })),
  {
    title: 'a key or user name cannot end the filter and become a search of its own',
    async run({ app, next }) {
      await app.ensure({ found: null, make: next() })
      for (const attack of ['x" or userName pr or userName eq "', '\\', '"', 'a\\" or id pr or id eq \\"']) {
        expect(await app.find({ externalId: attack, userName: attack, mail: null }, null)).toEqual([])
      }
    },
  },
  {
    title: 'values of entitlements are given and taken',
    needs: ['entitlements'],
    async run({ app, next }) {
      const account = { ...next(), entitlements: ['Standard User'] }
      const found = await app.ensure({ found: null, make: account })
      expect(found.entitlements).toEqual(['Standard User'])
      const change = { entitlements: ['Read only', 'Reports'] }
      const changed = await app.ensure({ found, key: account.key, change })
      expect([...(changed.entitlements ?? [])].sort()).toEqual(['Read only', 'Reports'])
    },
  },
  {
    title: 'an app says whether it keeps managers and departments',
    async run({ app, keeps }) {
      expect(await app.links?.isKept()).toBe(keeps.links)
    },
  },
  {
    title: 'a manager arrives with the account, changes and goes, and nobody is made for it',
    needs: ['links'],
    async run({ target, app, next }) {
      const [first, second] = [next(), next()]
      const marcus = await app.ensure({ found: null, make: first })
      const fiona = await app.ensure({ found: null, make: second })
      const account = next()
      let found = await app.ensure({ found: null, make: { ...account, links: { manager: marcus.remoteId } } })
      expect(await named(target, account)).toMatchObject([{ manager: marcus.remoteId }])
      const there = (await target.accounts()).length
      const looks = new Set([found.fingerprint])
      for (const manager of [fiona.remoteId, fiona.remoteId, null, marcus.remoteId]) {
        const change = { profile: account.profile, links: { manager } }
        found = await app.ensure({ found, key: account.key, change })
        expect((await named(target, account))[0]?.manager ?? null).toBe(manager)
        looks.add(found.fingerprint)
      }
      expect(looks.size).toBe(3)
      expect(await target.accounts()).toHaveLength(there)
    },
  },
  {
    title: 'a department arrives, and a change of the name leaves manager and department alone',
    needs: ['links'],
    async run({ target, app, next }) {
      const marcus = await app.ensure({ found: null, make: next() })
      const account = next()
      const department = (await app.links?.department('Marketing')) ?? null
      expect(department).not.toBeNull()
      const links = { manager: marcus.remoteId, department }
      const found = await app.ensure({ found: null, make: { ...account, links } })
      const profile = { ...account.profile, title: 'Lead' }
      await app.ensure({ found, key: account.key, change: { profile } })
      expect(await named(target, account)).toMatchObject([{ manager: marcus.remoteId, department: 'Marketing' }])
    },
  },
  {
    title: 'a group is made once and found by its exact name',
    needs: ['groups'],
    async run({ app }) {
      const groups = groupsOf(app)
      const name = `Sales "EMEA" ${Date.now()}`
      expect(await groups.find(name)).toBeNull()
      const id = await groups.create(name)
      expect(await groups.find(name)).toBe(id)
      expect(await groups.find(`${name} `)).toBeNull()
    },
  },
  {
    title: 'membership of a group is given and taken, each as often as one likes',
    needs: ['groups'],
    async run({ target, app, next }) {
      const account = next()
      const { remoteId } = await app.ensure({ found: null, make: account })
      const groups = groupsOf(app)
      const name = `Salesforce users ${Date.now()}`
      const groupId = await groups.create(name)
      for (const repeat of [1, 2]) {
        await groups.add(groupId, remoteId)
        expect(await named(target, account), `added ${repeat} times`).toMatchObject([{ groups: [name] }])
      }
      for (const repeat of [1, 2]) {
        await groups.remove(groupId, remoteId)
        expect(await named(target, account), `removed ${repeat} times`).toMatchObject([{ groups: [] }])
      }
    },
  },
  {
    title: 'a group that is gone is a failure for adding and a success for removing',
    needs: ['groups'],
    async run({ app, next }) {
      const { remoteId } = await app.ensure({ found: null, make: next() })
      const groups = groupsOf(app)
      await expect(groups.add('no-such-group', remoteId)).rejects.toMatchObject({ code: 'not_in_app' })
      await groups.remove('no-such-group', remoteId)
    },
  },
  {
    title: 'the list reaches the last of more accounts than fit on a page, each once',
    async run({ target, app, next }) {
      for (let made = 0; made < 105; made++) await app.ensure({ found: null, make: next() })
      const listed: RemoteAccount[] = []
      let cursor: Cursor = null
      do {
        const page: AccountPage | undefined = await app.list?.(cursor)
        listed.push(...(page?.items ?? []))
        cursor = page?.next ?? null
      } while (cursor !== null)
      expect(listed.map((account) => account.remoteId).sort()).toEqual(
        (await target.accounts()).map((one) => one.id).sort(),
      )
    },
  },
  {
    title: 'an account that is gone is a failure of its own for changing and a success for deleting',
    async run({ app, next }) {
      const account = next()
      const found = await app.ensure({ found: null, make: account })
      await app.deletion?.remove(found.remoteId)
      await app.deletion?.remove(found.remoteId)
      expect(await app.find(account.key, found.remoteId)).toEqual([])
      const change = { active: false }
      await expect(app.ensure({ found, key: account.key, change })).rejects.toMatchObject({ code: 'not_in_app' })
    },
  },
  {
    title: 'no failure, and no connector, shows the token',
    async run({ target, app, next }) {
      const deaf = target.open({ wrap: loseAnswersTo('GET') })
      const failure = await deaf.find(next().key, null).catch((error: unknown) => error)
      const shown = [failure, deaf, app].map(
        (value) => inspect(value, { depth: 10, showHidden: true }) + JSON.stringify(value),
      )
      expect(shown.filter((text) => text.includes(target.token))).toEqual([])
    },
  },
]

/** The app does what it was asked, and the answer is lost. */
function loseAnswersTo(method: string) {
  return (egress: Pick<Egress, 'fetch'>): Pick<Egress, 'fetch'> => ({
    async fetch(url, options = {}) {
      const answer = await egress.fetch(url, options)
      if (options.method === method) throw unreachable('The app did not answer.')
      return answer
    },
  })
}

async function only(app: AppConnector, key: AccountKey, remoteId: string | null = null) {
  const matches = await app.find(key, remoteId)
  expect(matches).toHaveLength(1)
  return matches[0] as (typeof matches)[number]
}

/** The app's own accounts of this user name. */
async function named(target: ConformanceTarget, account: NewAccount): Promise<AppOwnAccount[]> {
  const wanted = account.key.userName.toLowerCase()
  return (await target.accounts()).filter((own) => own.userName.toLowerCase() === wanted)
}

function groupsOf(app: AppConnector) {
  if (!app.groups) throw new Error('This connector says that it has groups, and has none.')
  return app.groups
}

function newAccount(number: number, displayName = `Molly Byrne ${number}`): NewAccount {
  const unique = `${Date.now().toString(36)}-${number}`
  const mail = `Molly.${unique}@acme.example`
  return {
    key: { externalId: `person-${unique}`, userName: mail, mail },
    profile: { displayName, givenName: 'Molly', familyName: `Byrne ${number}`, title: 'Marketing', mail },
    entitlements: [],
  }
}
