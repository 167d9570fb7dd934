import { expect, test } from 'vitest'
import { targetOf } from './wish.ts'

const id = '0198f3a2-7c11-7cde-8f00-0123456789ab'

test('an app or a sign-on that waits is where one goes after signing in', () => {
  expect(targetOf(new URLSearchParams({ app: id }))).toBe(`/launch/${id}`)
  expect(targetOf(new URLSearchParams({ continue: id, app: id }))).toBe(`/continue/${id}`)
})

test('anything but an id leads nowhere', () => {
  for (const app of ['', '//evil.example', '../x', `${id}/..`, 'https://evil.example'])
    expect(targetOf(new URLSearchParams({ app, continue: app })), app).toBeNull()
})
