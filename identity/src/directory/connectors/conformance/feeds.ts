import { expect } from 'vitest'
import type { ChangeFeed, Changes, GroupRecord, PersonRecord } from '../connector.ts'
import { addSomebody, type Case, goodPassword, passwordsOf, type Stage, secret } from './stage.ts'

const feedOf = ({ connector }: Stage): ChangeFeed => {
  if (!connector.changes) throw new Error('The connector declares changes and has none.')
  return connector.changes
}

const some = (changes: Changes) => {
  if (changes.kind !== 'some') throw new Error('A few changes were answered as too many.')
  return changes
}

async function allKeys(stage: Stage): Promise<string[]> {
  const keys: string[] = []
  let page = await feedOf(stage).keys(null)
  for (;;) {
    keys.push(...page.items)
    if (page.next === null) return keys
    page = await feedOf(stage).keys(page.next)
  }
}

async function allPeople({ connector }: Stage): Promise<PersonRecord[]> {
  const people: PersonRecord[] = []
  let page = await connector.list(null)
  for (;;) {
    people.push(...page.items)
    if (page.next === null) return people
    page = await connector.list(page.next)
  }
}

async function allGroups({ connector }: Stage): Promise<GroupRecord[]> {
  const groups: GroupRecord[] = []
  let page = await connector.groups?.list(null)
  for (;;) {
    groups.push(...(page?.items ?? []))
    if (!page?.next) return groups
    page = await connector.groups?.list(page.next)
  }
}

export const feedCases: readonly Case[] = [
  {
    id: 'changes',
    title: 'what changes after the cursor is told, and with the next cursor what changes after that',
    needs: ['changes'],
    async run(stage) {
      const first = await feedOf(stage).start()
      const one = await addSomebody(stage)
      const changes = some(await feedOf(stage).since(first))
      expect(changes.people.map((person) => person.ref)).toContainEqual(one.ref)
      const other = await addSomebody(stage)
      await stage.disable(one.login)
      const later = some(await feedOf(stage).since(changes.cursor))
      expect(later.people.map((person) => person.ref)).toContainEqual(other.ref)
      expect(later.people.find((person) => person.ref.key === one.ref.key)?.disabled).toBe(true)
    },
  },
  {
    id: 'workplaces',
    title:
      'company, office and cost centre are read as they are written, told when they change, and null once taken away',
    needs: ['workplaces', 'changes'],
    async run(stage) {
      const nowhere = { company: null, location: null, costCenter: null }
      const german = { company: 'Müller & Söhne "Acme", Inc.', location: 'Köln 2, 3. Stock', costCenter: 'CC-4711' }
      const arabic = { company: 'شركة أكمي 🦊', location: null, costCenter: '0042' }
      const somebody = await addSomebody(stage)
      const isThem = ({ ref }: PersonRecord) => ref.key === somebody.ref.key
      expect(await stage.connector.get(somebody.ref)).toMatchObject(nowhere)
      for (const place of [german, arabic, nowhere]) {
        const before = await feedOf(stage).start()
        await stage.setWorkplace?.(somebody.login, place)
        expect(await stage.connector.find(somebody.login)).toMatchObject(place)
        expect(await stage.connector.get(somebody.ref)).toMatchObject(place)
        expect(some(await feedOf(stage).since(before)).people.find(isThem)).toMatchObject(place)
        if (place === german) expect((await allPeople(stage)).find(isThem)).toMatchObject(place)
      }
    },
  },
  {
    id: 'keys',
    title: 'the keys of all entries are told to the last one',
    needs: ['changes'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const keys = await allKeys(stage)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys.length).toBeGreaterThan(stage.peopleAtStart)
      expect(keys).toContain(somebody.ref.key)
    },
  },
  {
    id: 'rename',
    title: 'somebody renamed is the same person: found by the reference, changed under the new name, signing in',
    needs: ['renames', 'changes', 'passwords'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const cursor = await feedOf(stage).start()
      const newLogin = `${somebody.login}-renamed`
      await stage.rename?.(somebody.login, newLogin)
      expect((await stage.connector.get(somebody.ref))?.login).toBe(newLogin)
      const changes = some(await feedOf(stage).since(cursor))
      expect(changes.people.find((person) => person.ref.key === somebody.ref.key)?.login).toBe(newLogin)
      const next = goodPassword()
      await passwordsOf(stage.connector).reset(somebody.ref, secret(next))
      expect((await stage.connector.authenticate(somebody.ref, secret(next))).kind).toBe('ok')
    },
  },
  {
    id: 'reused-name',
    title: 'another person under a name that was free again is another person',
    needs: ['removal'],
    async run(stage) {
      const first = await addSomebody(stage)
      await stage.remove?.(first.login)
      const second = await addSomebody(stage, { login: first.login })
      expect(second.ref).not.toEqual(first.ref)
      expect(await stage.connector.get(first.ref)).toBeNull()
      expect((await stage.connector.authenticate(first.ref, secret(second.password))).kind).toBe('wrong')
    },
  },
  {
    id: 'removal',
    title: 'somebody removed is no longer among the keys, and the poll hints at it',
    needs: ['removal', 'changes'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const before = some(await feedOf(stage).since(await feedOf(stage).start()))
      await stage.remove?.(somebody.login)
      expect(await allKeys(stage)).not.toContain(somebody.ref.key)
      expect(await stage.connector.get(somebody.ref)).toBeNull()
      expect(some(await feedOf(stage).since(before.cursor)).removalsLikely).toBe(true)
    },
  },
  {
    id: 'groups',
    title: 'groups name their members by the handles of their entries, and a change of members is told',
    needs: ['groups', 'changes'],
    async run(stage) {
      const somebody = await addSomebody(stage)
      const handle = (await stage.connector.get(somebody.ref))?.handle
      const cursor = await feedOf(stage).start()
      await stage.addToGroup?.('staff', somebody.login)
      const staff = (await allGroups(stage)).find((group) => group.name === 'staff')
      expect(staff?.members).toContain(handle)
      const changes = some(await feedOf(stage).since(cursor))
      expect(changes.groups.find((group) => group.key === staff?.key)?.members).toContain(handle)
    },
  },
]
