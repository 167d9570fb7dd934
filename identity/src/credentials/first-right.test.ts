import { expect, test } from 'vitest'
import { firstRight } from './first-right.ts'
import { noWaiting } from './testing-credentials.ts'

const never = () => new Promise<null>(() => {})
const impatient = async () => {}

test('one is asked after another, and none after the right one', async () => {
  const asked: string[] = []
  const answer = (name: string, value: string | null) => async () => {
    asked.push(name)
    return value
  }
  const works = [answer('first', null), answer('second', 'yes'), answer('third', 'yes too')]
  await expect(firstRight(noWaiting, 500, works)).resolves.toBe('yes')
  expect(asked).toEqual(['first', 'second'])
})

test('who hangs keeps nobody else waiting', async () => {
  await expect(firstRight(impatient, 500, [never, never, async () => 'yes'])).resolves.toBe('yes')
})

test('a late yes counts when all others said no', async () => {
  let say: (value: string) => void = () => {}
  const late = new Promise<string>((resolve) => {
    say = resolve
  })
  const answer = firstRight(impatient, 500, [() => late, async () => null])
  say('yes')
  await expect(answer).resolves.toBe('yes')
})

test('a failure hides no yes after it, and is told when nobody said yes', async () => {
  const broken = () => Promise.reject(new Error('broken'))
  await expect(firstRight(noWaiting, 500, [broken, async () => 'yes'])).resolves.toBe('yes')
  await expect(firstRight(noWaiting, 500, [broken, async () => null])).rejects.toThrow('broken')
  await expect(firstRight(noWaiting, 500, [])).resolves.toBeNull()
})
