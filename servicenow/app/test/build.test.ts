import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { acceptedInventory, type BuiltApp, buildServicenowApp } from '../../../scripts/build-servicenow-app.ts'

const app = join(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(app, name), 'utf8')
let built: BuiltApp
beforeAll(async () => {
  built = await buildServicenowApp()
}, 900_000)

describe('the built app', () => {
  it('has the same files, byte for byte, as the build that was accepted', () => {
    const lines = (text: string) => text.trim().split('\n')
    const accepted = new Set(lines(readFileSync(acceptedInventory, 'utf8')))
    const now = lines(built.inventory)
    const differs = now.filter((line) => !accepted.has(line)).map((line) => line.split(';')[0])
    const hint = 'where that is meant: node scripts/build-servicenow-app.ts --accept'
    expect(differs, hint).toEqual([])
    expect(now).toHaveLength(accepted.size)
  })
})

describe('what is written twice', () => {
  const { version, name } = JSON.parse(read('package.json')) as { version: string; name: string }

  it('the way to the modules names the package and its version', () => {
    expect(read('src/fluent/scripts/hallpass-door.js')).toContain(
      `require('x_hlps_access/${name}/${version}/src/server/door.ts')`,
    )
    expect(read('src/server/tables.ts')).toContain(`appVersion = '${version}'`)
  })

  it('the property names the catalog item by its registered id', () => {
    const id = /'app-access': \{\s*table: 'sc_cat_item'\s*id: '([0-9a-f]{32})'/.exec(
      read('src/fluent/generated/keys.ts'),
    )
    expect(id).not.toBeNull()
    expect(read('src/fluent/properties.now.ts')).toContain(`value: '${id?.[1]}'`)
  })

  it('every text is there in English and in German', () => {
    const keys = (language: string) =>
      [`${language}.now.ts`, `passwords-${language}.now.ts`].flatMap((file) =>
        [...read(`src/fluent/messages/${file}`).matchAll(/key: '([\w.]+)'/g)].map((found) => found[1]),
      )
    expect(keys('en').length).toBeGreaterThan(40)
    expect(keys('de')).toEqual(keys('en'))
  })

  it('every stage of the flow, and every state it names, is there in German', () => {
    const flow = read('src/fluent/flows/app-access.now.ts')
    const stages = flow.slice(flow.indexOf('stages: {'), flow.indexOf('wfa.trigger('))
    const shown = [...stages.matchAll(/(?:label|inProgress|complete): '([^']+)'/g)].map(([, words]) => words)
    const german = [...read('src/fluent/messages/flow-stages-de.now.ts').matchAll(/key: '([^']+)'/g)]
    expect(shown).toContain('Waiting for the manager')
    expect(new Set(german.map(([, key]) => key))).toEqual(new Set(shown))
  })
})
