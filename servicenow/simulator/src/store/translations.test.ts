import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Simulator, setProperty, startSimulator } from '../start-simulator.ts'
import { system } from './open-records.ts'
import { inLanguage, sessionLanguage, uiMessage } from './translations.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator()
})
afterAll(() => simulator.stop())

const molly = () => simulator.records.find('sys_user', 'user_name=molly', { limit: 1 })[0]?.sys_id ?? ''

test('a session speaks what its person chose, else what the system speaks, else English', () => {
  const { records } = simulator
  expect(sessionLanguage(records, molly())).toBe('en')
  setProperty(records, 'glide.sys.language', 'fr')
  expect([sessionLanguage(records, molly()), sessionLanguage(records, '')]).toEqual(['fr', 'fr'])
  records.update('sys_user', molly(), { preferred_language: 'de' }, system)
  expect(sessionLanguage(records, molly())).toBe('de')
})

test('a message is found by its key, in English where there is no other, and is its own key where there is none', () => {
  const { records } = simulator
  records.insert('sys_ui_message', { key: 'hello', language: 'en', message: 'Hello {0}' }, system)
  expect(uiMessage(records, 'de', 'hello')).toBe('Hello {0}')
  records.insert('sys_ui_message', { key: 'hello', language: 'de', message: 'Hallo {0}' }, system)
  expect(uiMessage(records, 'de', 'hello')).toBe('Hallo {0}')
  expect(uiMessage(records, 'de', 'unknown^language=en')).toBe('unknown^language=en')
})

test('fields of a record are read in a language where they were translated, and stay as they are elsewhere', () => {
  const { records } = simulator
  const made = records.insert('sc_cat_item', { name: 'Laptop', short_description: 'To work on' }, system)
  const item = 'row' in made ? made.row : {}
  const about = { tablename: 'sc_cat_item', documentkey: item.sys_id ?? '', language: 'de' }
  records.insert('sys_translated_text', { ...about, fieldname: 'name', value: 'Rechner' }, system)
  const german = inLanguage(records, 'de', 'sc_cat_item', item)
  expect([german.name, german.short_description]).toEqual(['Rechner', 'To work on'])
  expect(inLanguage(records, 'fr', 'sc_cat_item', item)).toEqual(item)
})
