import { expect } from 'vitest'
import { DirectoryFailure, type PasswordFault, PasswordRejected } from '../failures.ts'
import {
  addSomebody,
  type Case,
  everythingOf,
  goodPassword,
  passwordsOf,
  provenKind,
  type Stage,
  secret,
  thrownBy,
} from './stage.ts'

const kindOf = async (stage: Stage, ref: { key: string }, password: string) =>
  await provenKind(stage.connector, ref, password)

const reasonsOf = (error: Error): PasswordFault['reason'][] =>
  error instanceof PasswordRejected ? error.reasons.map((fault) => fault.reason) : []

export const passwordCases: readonly Case[] = [
  {
    id: 'reset',
    title: 'after a reset the new password signs in and the old one is dead',
    needs: ['passwords'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const next = goodPassword()
      await passwordsOf(stage.connector).reset(somebody.ref, secret(next))
      expect(await kindOf(stage, somebody.ref, somebody.password)).toBe('wrong')
      expect(await kindOf(stage, somebody.ref, next)).toBe('ok')
    },
  },
  {
    id: 'reset-odd-characters',
    title: 'a password of accents, emoji, quotes and right-to-left letters works as typed',
    needs: ['passwords'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const next = 'Zwölf "Füchse" 🦊 {SSHA} سلام \\00 * ( )'
      await passwordsOf(stage.connector).reset(somebody.ref, secret(next))
      expect(await kindOf(stage, somebody.ref, next)).toBe('ok')
    },
  },
  {
    id: 'reset-long',
    title: 'a password of 64 characters is taken whole: a different ending is wrong',
    needs: ['passwords'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const next = 'A long riddle that nobody else would think of, number 4711. Okay'
      expect(next.length).toBe(64)
      await passwordsOf(stage.connector).reset(somebody.ref, secret(next))
      expect(await kindOf(stage, somebody.ref, next)).toBe('ok')
      expect(await kindOf(stage, somebody.ref, `${next.slice(0, 63)}!`)).toBe('wrong')
    },
  },
  {
    id: 'reset-refused',
    title: 'a reset against the policy is refused with the reason, without a name of the entry, and changes nothing',
    needs: ['passwords', 'policy'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const refused = await thrownBy(() => passwordsOf(stage.connector).reset(somebody.ref, secret('Tiny-9')))
      expect(reasonsOf(refused)).toEqual(['too_short'])
      expect(refused).toMatchObject({ code: 'password_rejected', retryable: false })
      expect(refused.message).not.toMatch(/dc=|ou=|uid=|cn=/i)
      expect(refused.message).toMatch(/at least \d+ characters/)
      expect(await kindOf(stage, somebody.ref, somebody.password)).toBe('ok')
    },
  },
  {
    id: 'history',
    title: 'a password used before is refused',
    needs: ['passwords', 'policy', 'reset history'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const [first, second] = [goodPassword(), goodPassword()]
      const { reset, policyFor } = passwordsOf(stage.connector)
      await reset(somebody.ref, secret(first))
      await reset(somebody.ref, secret(second))
      expect((await policyFor(somebody.ref)).historyCount).toBeGreaterThan(0)
      expect(reasonsOf(await thrownBy(() => reset(somebody.ref, secret(first))))).toEqual(['used_before'])
      expect(await kindOf(stage, somebody.ref, second)).toBe('ok')
    },
  },
  {
    id: 'told-history',
    title: 'the rules say whether a reset takes a password used before',
    needs: ['passwords', 'policy'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const [first, second] = [goodPassword(), goodPassword()]
      const { reset, policyFor } = passwordsOf(stage.connector)
      await reset(somebody.ref, secret(first))
      await reset(somebody.ref, secret(second))
      const { resetIgnoresHistory = false } = await policyFor(somebody.ref)
      const again = reset(somebody.ref, secret(first))
      if (resetIgnoresHistory) await again
      else expect(reasonsOf(await thrownBy(() => again))).toEqual(['used_before'])
    },
  },
  {
    id: 'own-history',
    title: 'somebody does not change back to a password used before',
    needs: ['passwords', 'policy'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const next = goodPassword()
      const { change } = passwordsOf(stage.connector)
      await change(somebody.ref, secret(somebody.password), secret(next))
      const refused = await thrownBy(() => change(somebody.ref, secret(next), secret(somebody.password)))
      expect(reasonsOf(refused)).toEqual(['used_before'])
      expect(await kindOf(stage, somebody.ref, next)).toBe('ok')
    },
  },
  {
    id: 'old-password',
    title: 'where the password before may still bind, a sign-in says so and the proof tells the two apart',
    needs: ['passwords', 'proofs'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const next = goodPassword()
      await passwordsOf(stage.connector).reset(somebody.ref, secret(next))
      for (const password of [somebody.password, next]) {
        const verdict = await stage.connector.authenticate(somebody.ref, secret(password))
        expect(verdict).toMatchObject({ kind: 'ok', oldPasswordMayBind: true, passwordSetAt: expect.any(Date) })
      }
      const isPresent = (password: string) => stage.connector.proofs?.isPresentPassword(somebody.ref, secret(password))
      expect(await isPresent(somebody.password)).toBe('no')
      expect(await isPresent('')).toBe('no')
      expect(await isPresent(next)).toBe('yes')
    },
  },
  {
    id: 'own-change',
    title: 'somebody changes their own password with the current one; a wrong current one changes nothing',
    needs: ['passwords'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const next = goodPassword()
      const { change } = passwordsOf(stage.connector)
      const refused = await thrownBy(() => change(somebody.ref, secret('not the current one'), secret(next)))
      expect(reasonsOf(refused)).toEqual(['current_wrong'])
      expect(reasonsOf(await thrownBy(() => change(somebody.ref, secret(''), secret(next))))).toEqual(['current_wrong'])
      expect(await kindOf(stage, somebody.ref, somebody.password)).toBe('ok')
      await change(somebody.ref, secret(somebody.password), secret(next))
      expect(await kindOf(stage, somebody.ref, somebody.password)).toBe('wrong')
      expect(await kindOf(stage, somebody.ref, next)).toBe('ok')
    },
  },
  {
    id: 'must-change',
    title: 'somebody who must choose another password is told so, and is through after choosing one',
    needs: ['passwords', 'policy'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const [given, own] = [goodPassword(), goodPassword()]
      const { reset, change, state } = passwordsOf(stage.connector)
      await reset(somebody.ref, secret(given), { mustChange: true })
      expect(await kindOf(stage, somebody.ref, given)).toBe('must_change')
      expect((await state(somebody.ref)).mustChange).toBe(true)
      await change(somebody.ref, secret(given), secret(own))
      expect(await kindOf(stage, somebody.ref, own)).toBe('ok')
      expect((await state(somebody.ref)).mustChange).toBe(false)
    },
  },
  {
    id: 'must-change-reset',
    title: 'a reset that asks for no further change ends an earlier demand for one',
    needs: ['passwords', 'policy'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const next = goodPassword()
      const { reset } = passwordsOf(stage.connector)
      await reset(somebody.ref, secret(goodPassword()), { mustChange: true })
      await reset(somebody.ref, secret(next))
      expect(await kindOf(stage, somebody.ref, next)).toBe('ok')
    },
  },
  {
    id: 'reset-disabled',
    title: 'a reset, a change and an unlock of somebody disabled are refused, and leave them disabled',
    needs: ['passwords'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      await stage.disable(somebody.login)
      const { reset, change, unlock } = passwordsOf(stage.connector)
      const refusals = [
        await thrownBy(() => reset(somebody.ref, secret(goodPassword()))),
        await thrownBy(() => change(somebody.ref, secret(somebody.password), secret(goodPassword()))),
        await thrownBy(() => unlock(somebody.ref)),
      ]
      for (const refusal of refusals)
        expect(refusal).toMatchObject({ code: 'not_allowed_by_directory', retryable: false })
      expect((await stage.connector.get(somebody.ref))?.disabled).toBe(true)
    },
  },
  {
    id: 'state',
    title: 'the state tells when the password was set, and the policy what it must be like',
    needs: ['passwords'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const { reset, state, policyFor } = passwordsOf(stage.connector)
      await reset(somebody.ref, secret(goodPassword()))
      const { changedAt, ...rest } = await state(somebody.ref)
      expect(changedAt).toBeInstanceOf(Date)
      expect(rest).toMatchObject({ mustChange: false, locked: false, present: true })
      expect((await policyFor(somebody.ref)).minLength).toBeGreaterThanOrEqual(8)
    },
  },
  {
    id: 'unlock',
    title: 'an unlock may be repeated, also of somebody who is not locked',
    needs: ['passwords'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      await passwordsOf(stage.connector).unlock(somebody.ref)
      await passwordsOf(stage.connector).unlock(somebody.ref)
      expect(await kindOf(stage, somebody.ref, somebody.password)).toBe('ok')
    },
  },
  {
    id: 'locked',
    title: 'wrong tries lock, the lock shows, and an unlock or a reset ends it',
    needs: ['passwords', 'lockout'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const { reset, state, unlock } = passwordsOf(stage.connector)
      const lock = async () => {
        if (stage.lock) return await stage.lock(somebody.login)
        for (let tries = 0; tries < (stage.triesUntilLocked ?? 0); tries++)
          await kindOf(stage, somebody.ref, 'wrong one')
      }
      await lock()
      expect(await kindOf(stage, somebody.ref, somebody.password)).toBe('locked')
      expect((await state(somebody.ref)).locked).toBe(true)
      await unlock(somebody.ref)
      expect(await kindOf(stage, somebody.ref, somebody.password)).toBe('ok')
      await lock()
      const next = goodPassword()
      await reset(somebody.ref, secret(next))
      expect(await kindOf(stage, somebody.ref, next)).toBe('ok')
    },
  },
  {
    id: 'expired',
    title: 'an expired password is told only to whoever knows it, and has a way through',
    needs: ['passwords', 'expiry'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const next = goodPassword()
      await stage.expire?.(somebody.login)
      expect(await kindOf(stage, somebody.ref, somebody.password)).toBe('expired')
      expect(await kindOf(stage, somebody.ref, 'not the password')).toBe('wrong')
      const { change, unlock } = passwordsOf(stage.connector)
      const refused = await thrownBy(() => change(somebody.ref, secret('not the password'), secret(next)))
      expect(reasonsOf(refused)).toEqual(['current_wrong'])
      // Some servers count the right one, too, once it has expired: that makes three, and no more is sent.
      await unlock(somebody.ref)
      await change(somebody.ref, secret(somebody.password), secret(next))
      expect(await kindOf(stage, somebody.ref, next)).toBe('ok')
    },
  },
  {
    id: 'unknown-person',
    title: 'a write about somebody who is not there says so',
    needs: ['passwords'],
    async run({ connector }) {
      const nobody = { key: '00000000-0000-7000-8000-000000000000' }
      const { reset, unlock, state } = passwordsOf(connector)
      for (const call of [() => reset(nobody, secret(goodPassword())), () => unlock(nobody), () => state(nobody)]) {
        expect(await thrownBy(call)).toMatchObject({ code: 'not_in_directory', retryable: false })
      }
    },
  },
  {
    id: 'secrets-in-errors',
    title: 'no refusal carries a password, in its message, cause or anything else it shows',
    needs: ['passwords'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const { reset, change } = passwordsOf(stage.connector)
      const [short, wrong, next] = ['Tiny-9', 'Wrong-current-secret-77', 'Next-secret-password-88']
      await reset(somebody.ref, secret(next))
      const errors = [
        await thrownBy(() => reset(somebody.ref, secret(short))),
        await thrownBy(() => change(somebody.ref, secret(next), secret(short))),
        await thrownBy(() => change(somebody.ref, secret(wrong), secret(next))),
      ]
      for (const error of errors) {
        expect(error).toBeInstanceOf(DirectoryFailure)
        for (const text of [short, wrong, next, somebody.password]) expect(everythingOf(error)).not.toContain(text)
      }
    },
  },
]
