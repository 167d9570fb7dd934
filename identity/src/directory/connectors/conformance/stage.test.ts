import { expect, test } from 'vitest'
import { goodPassword } from './stage.ts'

test('chance puts no three letters in a row into a good password, which could be a piece of a name', () => {
  for (let n = 0; n < 100; n++) {
    const drawn = goodPassword().replace('Kettle ', '').replace(' under 7 blankets', '')
    expect(drawn).not.toMatch(/[a-z]{3}/i)
  }
})
