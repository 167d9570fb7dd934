import { describe, expect, it, vi } from 'vitest'
import { type Delay, orAtDeadline } from './at-deadline.ts'
import { realDelay } from './real-delay.ts'

/** A delay that ends when the test says so. */
function heldDelay() {
  let release = () => {}
  let asked: number | undefined
  const delay: Delay = (milliseconds, signal) => {
    asked = milliseconds
    return new Promise((resolve) => {
      release = resolve
      signal.addEventListener('abort', () => resolve())
    })
  }
  return { delay, release: () => release(), asked: () => asked }
}

const never = () => new Promise<null>(() => {})
const noErrors = (error: unknown) => expect.fail(String(error))

describe('an answer at the deadline', () => {
  it('a success does not wait for it', async () => {
    const { delay } = heldDelay()
    await expect(orAtDeadline(delay, 1000, async () => 'in', noErrors)).resolves.toBe('in')
  })

  it.each([
    ['a quick no', async () => null],
    ['work that never ends', never],
    ['work that breaks', () => Promise.reject(new Error('broken'))],
  ])('%s is told by the clock alone', async (_title, work) => {
    const { delay, release, asked } = heldDelay()
    let answer: unknown = 'none yet'
    const done = orAtDeadline(delay, 1000, work, () => {}).then((value) => {
      answer = value
    })
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
    expect(answer).toBe('none yet')
    release()
    await done
    expect(answer).toBeNull()
    expect(asked()).toBe(1000)
  })

  it('a success that comes too late changes nothing', async () => {
    const { delay, release } = heldDelay()
    let finish: (value: string) => void = () => {}
    const work = new Promise<string>((resolve) => {
      finish = resolve
    })
    const answer = orAtDeadline(delay, 1000, () => work, noErrors)
    release()
    await expect(answer).resolves.toBeNull()
    finish('late')
    await expect(answer).resolves.toBeNull()
  })

  it('what turned out right before it is waited for, a failure behind that too', async () => {
    for (const outcome of ['in', null, new Error('broken')]) {
      const { delay, release } = heldDelay()
      let finish = () => {}
      const errors: unknown[] = []
      const work = async (isRight: () => boolean) => {
        expect(isRight()).toBe(true)
        await new Promise<void>((resolve) => {
          finish = resolve
        })
        if (outcome instanceof Error) throw outcome
        return outcome
      }
      let isTold = false
      const answer = orAtDeadline(delay, 1000, work, (error) => errors.push(error)).finally(() => {
        isTold = true
      })
      release()
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
      expect(isTold).toBe(false)
      finish()
      expect(await answer).toBe(outcome instanceof Error ? null : outcome)
      expect(errors).toEqual(outcome instanceof Error ? [outcome] : [])
    }
  })

  it('what turns out right after it is told so, before it uses anything up', async () => {
    let ask: () => boolean = () => true
    const work = (isRight: () => boolean) => {
      ask = isRight
      return never()
    }
    await expect(orAtDeadline(async () => {}, 1000, work, noErrors)).resolves.toBeNull()
    expect(ask()).toBe(false)
  })

  it('a delay that follows the work, as in tests, lets each answer through', async () => {
    const follow: Delay = (_milliseconds, _signal, settled) => settled
    await expect(orAtDeadline(follow, 1000, async () => 'in', noErrors)).resolves.toBe('in')
    await expect(orAtDeadline(follow, 1000, async () => null, noErrors)).resolves.toBeNull()
    await expect(
      orAtDeadline(
        follow,
        1000,
        () => Promise.reject(new Error('x')),
        () => {},
      ),
    ).resolves.toBeNull()
  })

  it('an error is handed on, not told', async () => {
    const onError = vi.fn()
    const error = new Error('broken')
    await expect(orAtDeadline(realDelay, 1, () => Promise.reject(error), onError)).resolves.toBeNull()
    expect(onError).toHaveBeenCalledWith(error)
  })

  it('the real delay ends at once when it is no longer needed', async () => {
    const stop = new AbortController()
    const waiting = realDelay(60_000, stop.signal, new Promise(() => {}))
    stop.abort()
    await expect(waiting).resolves.toBeUndefined()
  })
})
