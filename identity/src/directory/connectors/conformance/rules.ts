import { expect } from 'vitest'
import type { GroupRecord } from '../connector.ts'
import { PasswordRejected } from '../failures.ts'
import { addSomebody, type Case, goodPassword, passwordsOf, type Stage, secret, thrownBy } from './stage.ts'

const kindOf = async (stage: Stage, ref: { key: string }, password: string) =>
  (await stage.connector.authenticate(ref, secret(password))).kind

function hook<N extends keyof Stage>(stage: Stage, name: N): NonNullable<Stage[N]> {
  const found = stage[name]
  if (found === undefined) throw new Error(`The stage declares what needs ${name} and has none.`)
  return found as NonNullable<Stage[N]>
}

const hourMs = 3_600_000

export const ruleCases: readonly Case[] = [
  {
    id: 'too-soon',
    title:
      'a change sooner than the minimum age allows is refused and says from when it is possible, as the state does',
    needs: ['passwords', 'minimum age'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const [first, second] = [goodPassword(), goodPassword()]
      await hook(stage, 'setPolicy')(somebody.login, { minLength: 12, minAgeSeconds: 3600, historyCount: 2 })
      const { reset, change, state, policyFor } = passwordsOf(stage.connector)
      // Some directories hold even a reset to the minimum age.
      const isReset = await reset(somebody.ref, secret(first)).then(
        () => true,
        () => false,
      )
      const current = isReset ? first : somebody.password
      expect((await policyFor(somebody.ref)).minAgeSeconds).toBe(3600)
      const { changedAt, notBefore } = await state(somebody.ref)
      expect(notBefore?.getTime()).toBe((changedAt?.getTime() ?? 0) + hourMs)
      const refused = await thrownBy(() => change(somebody.ref, secret(current), secret(second)))
      expect(refused).toBeInstanceOf(PasswordRejected)
      expect(refused).toMatchObject({ code: 'password_rejected', reasons: [{ reason: 'too_soon', notBefore }] })
      expect(refused.message).toContain(notBefore?.toISOString())
    },
  },
  {
    id: 'personal-policy',
    title: 'rules of one person count before those for everybody',
    needs: ['passwords', 'personal policy'],
    async run(stage) {
      const [strict, usual] = [await addSomebody(stage), await addSomebody(stage)]
      await hook(stage, 'setPolicy')(strict.login, { minLength: 25, minAgeSeconds: 0, historyCount: 7 })
      const { reset, policyFor } = passwordsOf(stage.connector)
      expect(await policyFor(strict.ref)).toMatchObject({ minLength: 25, historyCount: 7 })
      expect((await policyFor(usual.ref)).minLength).toBeLessThan(20)
      const twenty = 'Zebra 4711 in Quito!'
      const refused = await thrownBy(() => reset(strict.ref, secret(twenty)))
      expect(refused).toMatchObject({ reasons: [{ reason: 'too_short', minLength: 25 }] })
      await reset(usual.ref, secret(twenty))
    },
  },
  {
    id: 'listed',
    title:
      'whoever the operator lists, by login or by a group within a group, is told as protected and never written about',
    needs: ['passwords', 'listed'],
    async run(stage) {
      const [byLogin, byGroup, free] = [await addSomebody(stage), await addSomebody(stage), await addSomebody(stage)]
      await hook(stage, 'addGroup')('inner-ring', [byGroup.login])
      await hook(stage, 'addGroup')('tier-zero', ['@inner-ring'])
      const connector = hook(stage, 'outOfReach')({ logins: [byLogin.login.toUpperCase()], groups: ['Tier-Zero'] })
      const { reset, change, unlock } = passwordsOf(connector)
      for (const somebody of [byLogin, byGroup]) {
        expect((await connector.get(somebody.ref))?.protected).toBe(true)
        for (const write of [
          () => reset(somebody.ref, secret(goodPassword())),
          () => change(somebody.ref, secret(somebody.password), secret(goodPassword())),
          () => unlock(somebody.ref),
        ]) {
          expect(await thrownBy(write)).toMatchObject({ code: 'not_allowed_by_directory', reason: 'protected' })
        }
        expect(await kindOf(stage, somebody.ref, somebody.password)).toBe('ok')
      }
      expect((await connector.get(free.ref))?.protected).toBe(false)
      await unlock(free.ref)
    },
  },
  {
    id: 'rights',
    title: 'check names the rights that the service account lacks, and changes nothing to find out',
    needs: ['passwords', 'rights'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const before = await passwordsOf(stage.connector).state(somebody.ref)
      const point = async (connector: Stage['connector']) =>
        (await connector.check()).points.find(({ name }) => name === 'rights')
      expect(await point(stage.connector)).toMatchObject({ ok: true })
      const lacking = await point(await hook(stage, 'withoutRights')())
      expect(lacking).toMatchObject({ ok: false, message: expect.stringMatching(/password/i) })
      expect(await passwordsOf(stage.connector).state(somebody.ref)).toEqual(before)
      expect(await kindOf(stage, somebody.ref, somebody.password)).toBe('ok')
    },
  },
  {
    id: 'move',
    title: 'somebody moved to another branch is the same person: found, reset, signing in',
    needs: ['passwords', 'moves'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const before = await stage.connector.get(somebody.ref)
      await hook(stage, 'move')(somebody.login)
      const after = await stage.connector.get(somebody.ref)
      expect(after).toMatchObject({ login: somebody.login, ref: somebody.ref })
      expect(after?.handle).not.toBe(before?.handle)
      const next = goodPassword()
      await passwordsOf(stage.connector).reset(somebody.ref, secret(next))
      expect(await kindOf(stage, somebody.ref, next)).toBe('ok')
    },
  },
  {
    id: 'nested-groups',
    title: 'a group within a group is told by its name, so that its members can be followed',
    needs: ['groups', 'listed'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      await hook(stage, 'addGroup')('below', [somebody.login])
      await hook(stage, 'addGroup')('above', ['@below'])
      const groups: GroupRecord[] = []
      let page = await stage.connector.groups?.list(null)
      for (;;) {
        groups.push(...(page?.items ?? []))
        if (!page?.next) break
        page = await stage.connector.groups?.list(page.next)
      }
      const [below, above] = ['below', 'above'].map((name) => groups.find((group) => group.name === name))
      expect(below?.handle).toEqual(expect.any(String))
      expect(above?.members).toContain(below?.handle)
    },
  },
  {
    id: 'set-at',
    title: 'a listing says when a password was set, and a new one moves that time',
    needs: ['passwords', 'set times'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      await passwordsOf(stage.connector).reset(somebody.ref, secret(goodPassword()))
      const { changedAt, expiresAt } = await passwordsOf(stage.connector).state(somebody.ref)
      const record = await stage.connector.get(somebody.ref)
      expect(record?.passwordSetAt).toEqual(changedAt)
      expect(record?.passwordExpiresAt ?? null).toEqual(expiresAt)
    },
  },
]
