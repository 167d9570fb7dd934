import { expect } from 'vitest'
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
  type Wire,
} from './stage.ts'

const wireOf = (stage: Stage): Wire => {
  if (!stage.wire) throw new Error('The connector declares a network and its stage has no wire.')
  return stage.wire
}

const kindOf = async (stage: Stage, ref: { key: string }, password: string) =>
  await provenKind(stage.connector, ref, password)

export const networkCases: readonly Case[] = [
  {
    id: 'reset-answer-lost',
    title:
      'a reset that was applied and whose answer was lost is read back and counts as done; the old password is dead',
    needs: ['network', 'passwords'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const wire = wireOf(stage)
      const next = goodPassword()
      await passwordsOf(wire.connector).state(somebody.ref)
      wire.loseAnswerOfReset({ staysBroken: false })
      await passwordsOf(wire.connector).reset(somebody.ref, secret(next))
      wire.heal()
      expect(await kindOf(stage, somebody.ref, next)).toBe('ok')
      expect(await kindOf(stage, somebody.ref, somebody.password)).toBe('wrong')
    },
  },
  {
    id: 'reset-answer-lost-for-good',
    title: 'where not even that can be read back, the reset fails as one to try again and the state tells later',
    needs: ['network', 'passwords'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const wire = wireOf(stage)
      const next = goodPassword()
      await passwordsOf(wire.connector).state(somebody.ref)
      wire.loseAnswerOfReset({ staysBroken: true })
      const error = await thrownBy(() => passwordsOf(wire.connector).reset(somebody.ref, secret(next)))
      wire.heal()
      expect(error).toMatchObject({ code: 'directory_unreachable', retryable: true })
      expect(everythingOf(error)).not.toContain(next)
      expect((await passwordsOf(wire.connector).state(somebody.ref)).changedAt).toBeInstanceOf(Date)
      // What would have followed the reset, taking back the demand for another password, did not happen everywhere.
      expect(['ok', 'must_change']).toContain(await kindOf(stage, somebody.ref, next))
      expect(await kindOf(stage, somebody.ref, somebody.password)).toBe('wrong')
    },
  },
  {
    id: 'reset-lost',
    title: 'a reset that never arrives fails as one to try again, and the old password still works',
    needs: ['network', 'passwords'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const wire = wireOf(stage)
      await passwordsOf(wire.connector).state(somebody.ref)
      wire.loseRequests()
      const next = goodPassword()
      const error = await thrownBy(() => passwordsOf(wire.connector).reset(somebody.ref, secret(next)))
      wire.heal()
      expect(error).toMatchObject({ code: 'directory_unreachable', retryable: true })
      expect(everythingOf(error)).not.toContain(next)
      expect(await kindOf(stage, somebody.ref, somebody.password)).toBe('ok')
      await passwordsOf(wire.connector).reset(somebody.ref, secret(next))
      expect(await kindOf(stage, somebody.ref, next)).toBe('ok')
    },
  },
  {
    id: 'silent-server',
    title: 'a server that answers nothing ends every call with a failure to try again, without a password in it',
    needs: ['network'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const wire = wireOf(stage)
      const { impatient } = wire
      await impatient.get(somebody.ref)
      wire.freezeServer()
      try {
        const calls = [
          () => impatient.find(somebody.login),
          () => impatient.list(null),
          () => impatient.authenticate(somebody.ref, secret(somebody.password)),
        ]
        for (const error of await Promise.all(calls.map(thrownBy))) {
          expect(error).toMatchObject({ code: 'directory_unreachable', retryable: true })
          expect(everythingOf(error)).not.toContain(somebody.password)
        }
        expect(await impatient.check()).toMatchObject({ ok: false })
      } finally {
        wire.thawServer()
      }
      expect((await impatient.get(somebody.ref))?.login).toBe(somebody.login)
    },
  },
  {
    id: 'restart',
    title: 'after a restart of the server the next calls work, reads and sign-ins alike',
    needs: ['network'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const wire = wireOf(stage)
      const signIn = async () => (await wire.connector.authenticate(somebody.ref, secret(somebody.password))).kind
      expect(await signIn()).toBe('ok')
      await wire.restartServer()
      expect((await wire.connector.find(somebody.login))?.ref).toEqual(somebody.ref)
      expect(await signIn()).toBe('ok')
    },
  },
  {
    id: 'restart-mid-listing',
    title: 'a listing that a restart cuts off fails as one to try again, and begins anew',
    needs: ['network'],
    async run(stage) {
      const wire = wireOf(stage)
      const first = await wire.connector.list(null)
      expect(first.next).not.toBeNull()
      await wire.restartServer()
      expect(await thrownBy(() => wire.connector.list(first.next))).toMatchObject({
        code: 'directory_unreachable',
        retryable: true,
      })
      const again = await wire.connector.list(null)
      expect(again.items.length).toBe(first.items.length)
    },
  },
]
