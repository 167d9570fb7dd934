import { expect, test } from 'vitest'
import { de } from '../../strings/de.ts'
import { deTrail } from '../../strings/de-trail.ts'
import { en } from '../../strings/en.ts'
import { enTrail } from '../../strings/en-trail.ts'
import { saysItself } from './says-itself.ts'

/** By the word it begins with: a thing, and not what somebody did. */
test.each([
  ['English', { ...en, ...enTrail }, /^(an?|the|one|every|access|what|something|password|first|another) /],
  ['German', { ...de, ...deTrail }, /^(der|die|das|alle|eine?|einem|erstes|Passwort|was|etwas) /],
])('%s: what is a sentence of its own stands apart from who did it', (_language, words, thing) => {
  const said = Object.entries(words).filter(([key, sentence]) => key.startsWith('action.') && thing.test(sentence))
  expect(said.map(([key]) => key.slice('action.'.length)).sort()).toEqual([...saysItself].sort())
})
