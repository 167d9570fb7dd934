import { beforeAll, describe, expect, test } from 'vitest'

type Scope = {
  onmessage(event: { data: { id: number; password: string; words: string[] } }): void
  postMessage?: unknown
}
const scope = globalThis as unknown as Scope

/** The worker itself, with this process as its page. */
function strengthOf(password: string, words: string[] = []): number {
  let score = -1
  scope.postMessage = (answer: { score: number }) => {
    score = answer.score
  }
  scope.onmessage({ data: { id: 1, password, words } })
  return score
}

beforeAll(async () => {
  await import('./strength.worker.ts')
})

describe('strength', () => {
  test('of what everybody tries is none', () => {
    for (const easy of ['password', 'aaaaaaaaaaaaaaaa', '1234567890', 'qwertyuiop', 'Welcome1'])
      expect(strengthOf(easy), easy).toBeLessThan(2)
  })

  test('of a few random words is high', () => {
    expect(strengthOf('plum tractor viking mosaic')).toBe(4)
  })

  test("does not come from one's own name", () => {
    expect(strengthOf('mollybyrne', ['molly', 'byrne'])).toBeLessThan(2)
  })
})
