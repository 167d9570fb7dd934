import { expect, test } from 'vitest'
import { foldWords, searchText } from './fold.ts'

test.each([
  ['Café Ørsted', ['cafe', 'orsted']],
  ['STRAẞE Łódź', ['strasse', 'lodz']],
  ["O'Neill & Sons, Inc.", ['o', 'neill', 'sons', 'inc']],
  ['عمر حداد', ['عمر', 'حداد']],
  ['ｆｕｌｌ①', ['full1']],
  ['🦊 % _ \\', []],
])('%s is found by %j', (text, words) => {
  expect(foldWords(text)).toEqual(words)
})

test('what is searched marks the beginning of each word and holds no wildcard of SQL', () => {
  expect(searchText('100% Sales_force', 'crm')).toBe(' 100 sales force crm')
})
