import { expect } from 'vitest'
import type { PersonRecord } from '../connector.ts'
import { addSomebody, type Case, type Stage, secret } from './stage.ts'

const strangeLogins = [
  '*',
  'case*',
  '*)(uid=*',
  '*)(objectClass=*))(|(uid=*',
  '\\00',
  '\u0000',
  '\\2a',
  '(',
  ')',
  '&',
  '"',
  "' or 1=1 --",
  '#login',
  ' ',
  'a,b=c+d;e<f>g\\',
  'uid=molly,ou=people',
  '{"$ne":null}',
  '__proto__',
  '🦊',
  'حداد',
  'x'.repeat(300),
]

export const coreCases: readonly Case[] = [
  {
    id: 'check',
    title: 'check finds nothing wrong with a directory that works',
    needs: [],
    async run({ connector }) {
      const health = await connector.check()
      expect(health.points.filter((point) => !point.ok)).toEqual([])
      expect(health.ok).toBe(true)
    },
  },
  {
    id: 'find',
    title: 'somebody is found by login and by mail, whatever the case, and is the same each time',
    needs: [],
    async run(stage) {
      const somebody = await addSomebody(stage)
      for (const login of [somebody.login, somebody.login.toUpperCase(), somebody.mail, somebody.mail.toUpperCase()]) {
        expect((await stage.connector.find(login))?.ref).toEqual(somebody.ref)
      }
      expect(await stage.connector.get(somebody.ref)).toMatchObject({
        login: somebody.login,
        displayName: somebody.displayName,
        mails: [somebody.mail],
        disabled: false,
      })
    },
  },
  {
    id: 'stranger',
    title: 'a stranger is null and never an error, however the login is written',
    needs: [],
    async run({ connector }) {
      for (const login of ['nobody-of-that-name', '', ...strangeLogins]) {
        expect([login, await connector.find(login)]).toEqual([login, null])
      }
      for (const key of ['00000000-0000-7000-8000-000000000000', '*', '*)(entryUUID=*', '']) {
        expect([key, await connector.get({ key })]).toEqual([key, null])
      }
    },
  },
  {
    id: 'escaping',
    title:
      'logins and names with quotes, separators, brackets, accents, emoji and right-to-left text are kept and sign in',
    needs: [],
    async run(stage) {
      const people = [
        { login: `o'neill "shiv", + = ; < > # \\ x`, displayName: 'Siobhán O\'Neill "Shiv" 🦊' },
        { login: '#start (and) *end*', displayName: 'عمر حداد' },
        { login: 'jürgen.müßig', displayName: "Robert'); drop table people; --" },
      ]
      for (const [index, wished] of people.entries()) {
        const person = { ...wished, login: stage.possibleLogin?.(wished.login) ?? wished.login }
        const somebody = await addSomebody(stage, { ...person, mail: `m${index}@escaping.example` })
        expect(await stage.connector.get(somebody.ref)).toMatchObject(person)
        expect((await stage.connector.authenticate(somebody.ref, secret(somebody.password))).kind).toBe('ok')
        expect((await stage.connector.authenticate(somebody.ref, secret('*'))).kind).toBe('wrong')
      }
    },
  },
  {
    id: 'shared-mail',
    title: 'two people with one mail are nobody by that mail, and themselves by login',
    needs: [],
    async run(stage) {
      const one = await addSomebody(stage, { mail: 'shared@conformance.example' })
      const other = await addSomebody(stage, { mail: 'shared@conformance.example' })
      expect(await stage.connector.find('shared@conformance.example')).toBeNull()
      expect((await stage.connector.find(one.login))?.ref).toEqual(one.ref)
      expect((await stage.connector.find(other.login))?.ref).toEqual(other.ref)
      expect(one.ref).not.toEqual(other.ref)
    },
  },
  {
    id: 'paging',
    title: 'a listing reaches the last of more people than the server hands out at once, each one time',
    needs: [],
    async run(stage) {
      const last = await addSomebody(stage)
      const people = await listAll(stage)
      const keys = new Set(people.map((person) => person.ref.key))
      expect(keys.size).toBe(people.length)
      expect(keys.size).toBeGreaterThan(500)
      expect(keys.size).toBeGreaterThan(stage.peopleAtStart)
      expect(keys.has(last.ref.key)).toBe(true)
    },
  },
  {
    id: 'sign-in',
    title: 'the right password is ok; a wrong one, an empty one and anybody unknown are wrong',
    needs: [],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const kind = async (password: string, ref = somebody.ref) =>
        (await stage.connector.authenticate(ref, secret(password))).kind
      expect(await kind(somebody.password)).toBe('ok')
      expect(await kind(`${somebody.password}x`)).toBe('wrong')
      expect(await kind('')).toBe('wrong')
      expect(await kind(somebody.password, { key: '00000000-0000-7000-8000-000000000000' })).toBe('wrong')
    },
  },
  {
    id: 'many-sign-ins',
    title: 'many people signing in at once each get their own answer',
    needs: [],
    async run(stage) {
      const people = await Promise.all([0, 1, 2, 3].map(() => addSomebody(stage)))
      const tries = [...Array(24).keys()].map((index) => ({
        person: people[index % 4] as (typeof people)[number],
        right: index % 3 !== 0,
      }))
      const kinds = await Promise.all(
        tries.map(async ({ person, right }) => {
          const password = secret(right ? person.password : 'not the password at all')
          return (await stage.connector.authenticate(person.ref, password)).kind
        }),
      )
      expect(kinds).toEqual(tries.map(({ right }) => (right ? 'ok' : 'wrong')))
    },
  },
  {
    id: 'disabled',
    title: 'somebody disabled in the directory is seen as such and does not sign in, until enabled again',
    needs: [],
    async run(stage) {
      const somebody = await addSomebody(stage)
      await stage.disable(somebody.login)
      expect((await stage.connector.get(somebody.ref))?.disabled).toBe(true)
      expect((await stage.connector.authenticate(somebody.ref, secret(somebody.password))).kind).toBe('disabled')
      await stage.enable(somebody.login)
      expect((await stage.connector.get(somebody.ref))?.disabled).toBe(false)
      expect((await stage.connector.authenticate(somebody.ref, secret(somebody.password))).kind).toBe('ok')
    },
  },
]

async function listAll({ connector }: Stage): Promise<PersonRecord[]> {
  const people: PersonRecord[] = []
  let page = await connector.list(null)
  for (;;) {
    people.push(...page.items)
    if (page.next === null) return people
    page = await connector.list(page.next)
  }
}
