import { parseArgs } from 'node:util'
import type { App } from '../app.ts'
import { erasePersonalValues } from '../audit/module.ts'
import type { Person } from '../directory/module.ts'
import { openDatabase } from '../platform/database/open-database.ts'
import { freeNamesOf } from '../sso/module.ts'
import type { Command } from './command.ts'
import { operator, withApp } from './with-app.ts'

/**
 * Takes every name, address and typed word about a person out of the trail; what happened, and that it is whole, stays
 * provable. Cannot be undone, so it is asked for twice.
 */
export const command: Command = (words, environment) => {
  const { values, positionals } = parseArgs({
    args: words,
    options: { yes: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [who] = positionals
  if (who === undefined) {
    console.log('Usage: hallpass audit erase PERSON --yes     (login, mail address or id)')
    return Promise.resolve(2)
  }
  return withApp(environment, async (app) => {
    const person = await onePerson(app, who)
    if (!values.yes) {
      console.log(
        `This takes every value about ${person.displayName} (${person.login}, ${person.id}) out of the trail.`,
      )
      console.log('The names by which apps know them are free for somebody else from then on.')
      console.log('It cannot be undone. Run it again with --yes.')
      return 2
    }
    const { place } = app.foundation
    const db = openDatabase({ url: place.ownerUrl, poolMax: 1, onConnectionError: () => {} })
    try {
      const actor = operator(environment)
      const count = await erasePersonalValues({ db, audit: app.audit }, { personId: person.id, actor })
      const freed = await db.transaction((tx) => freeNamesOf(app, tx, { personId: person.id, actor }))
      console.log(`${count} values about ${person.id} were erased.`)
      console.log(`${freed} names by which apps knew them are free for somebody else.`)
      return 0
    } finally {
      await db.close()
    }
  })
}

async function onePerson(app: App, who: string): Promise<Person> {
  const { db } = app.foundation
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(who)
  const found = isId ? await app.directory.people(db, [who]) : await app.directory.findByLogin(db, who)
  const [person, other] = found
  if (person === undefined) throw new Error(`There is nobody called "${who}". Whoever left is found by their id.`)
  if (other !== undefined) {
    const ids = found.map(({ id, login }) => `${id} (${login})`).join(', ')
    throw new Error(`"${who}" may be ${ids}: give the id.`)
  }
  return person
}
