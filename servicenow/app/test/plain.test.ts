import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plain } from '../src/server/words.ts'

test('nothing that came from elsewhere is drawn as HTML in a journal, however it is nested', () => {
  expect(plain('[code]<b>x</b>[/CODE] ^ y')).toBe('(code)<b>x</b>(/CODE)   y')
  const piece = fc.constantFrom('[', ']', '/', 'code', 'CO', 'de', '^', ' ')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      expect(plain(pieces.join(''))).not.toMatch(/\[\/?code\]|\^/i)
    }),
    { numRuns: 2000 },
  )
})
