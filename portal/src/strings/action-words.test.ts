import { expect, test } from 'vitest'
import { de } from './de.ts'
import { deTrail } from './de-trail.ts'
import { en } from './en.ts'
import { enTrail } from './en-trail.ts'

/** The trail puts who it was in front: "Somebody not signed in was refused at sign-in". */
test.each([
  ['English', { ...en, ...enTrail }, /^(was|has|gave|could|asked) /],
  ['German', { ...de, ...deTrail }, /^(wurde|muss|gab|konnte|bat) /],
])('%s: what happens at sign-in continues the sentence that its actor begins', (_language, words, verb) => {
  const said = Object.entries(words).filter(([key]) =>
    /^action\.sign_in\.(?!sprayed)|^action\.factor\.(proven|refused)$/.test(key),
  )
  expect(said.length).toBeGreaterThan(5)
  for (const [key, sentence] of said) expect(`${key}: ${sentence}`).toMatch(new RegExp(`: ${verb.source.slice(1)}`))
})
