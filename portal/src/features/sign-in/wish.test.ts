import { expect, test } from 'vitest'
import { readWish, targetOf } from './wish.ts'

const id = '0198f3a2-7c11-7cde-8f00-0123456789ab'

test('an app or a sign-on that waits is where one goes after signing in', () => {
  expect(targetOf(new URLSearchParams({ app: id }))).toBe(`/launch/${id}`)
  expect(targetOf(new URLSearchParams({ continue: id, app: id }))).toBe(`/continue/${id}`)
})

test('anything but an id leads nowhere', () => {
  for (const app of ['', '//evil.example', '../x', `${id}/..`, 'https://evil.example'])
    expect(targetOf(new URLSearchParams({ app, continue: app })), app).toBeNull()
})

test('an app may ask who somebody wants to be, and expect a name, which is text and no more', () => {
  expect(readWish(`?continue=${id}&choose=1&login=molly%40acme.example`)).toMatchObject({
    choose: true,
    login: 'molly@acme.example',
  })
  // A link that no app's sign-on waits behind fills in nothing.
  expect(readWish('?choose=1&login=molly')).toMatchObject({ choose: false, login: '' })
  for (const login of ['a%00b', 'a%0Ab', '%E2%80%AEnimda', 'x'.repeat(321)])
    expect(readWish(`?continue=${id}&login=${login}`).login, login).toBe('')
})
