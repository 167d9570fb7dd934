import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beatEventStreams } from './platform/http/event-stream.ts'
import { type Caller, openTestApp, type TestApp } from './testing-app.ts'

let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
})
afterAll(() => world.close())

/** An open page that follows something live: what it was sent so far, and how it ends. */
async function follow(caller: Caller, path = '/api/requests/events') {
  const response = await world.server.inject({ url: path, headers: caller.headers, payloadAsStream: true })
  const stream = response.stream() as Readable
  const sent: string[] = []
  const ended = once(stream, 'end')
  stream.on('data', (chunk: Buffer) => void sent.push(chunk.toString()))
  await once(stream, 'data')
  return { sent, ended, isOpen: () => !stream.readableEnded }
}

const minutes = (count: number) => world.platform.clock.advance(count * 60_000)

test('a live page does not keep its session alive, and ends with it when it was idle too long', async () => {
  const page = await follow(await world.signIn('molly'))
  minutes(80)
  await beatEventStreams()
  expect([page.isOpen(), page.sent.at(-1)]).toEqual([true, ': still here\n\n'])
  minutes(41)
  await beatEventStreams()
  await page.ended
})

test('a live page ends when the session is twelve hours old, however busy', async () => {
  const caller = await world.signIn('molly')
  const page = await follow(caller)
  for (let hour = 0; hour < 11; hour += 1) {
    minutes(60)
    await world.server.inject({ url: '/api/session', headers: caller.headers })
    await beatEventStreams()
  }
  expect(page.isOpen()).toBe(true)
  minutes(61)
  await beatEventStreams()
  await page.ended
})

test('a live page ends when its session is ended on another device', async () => {
  const caller = await world.signIn('molly')
  const page = await follow(caller)
  const other = await world.signIn('molly')
  const answer = await world.server.inject({
    method: 'POST',
    url: '/api/sessions/end-others',
    headers: other.headers,
  })
  expect(answer.statusCode).toBe(200)
  await beatEventStreams()
  await page.ended
})

test('nothing is sent to a live page whose session is over, not even the change that woke it', async () => {
  const page = await follow(await world.signIn('molly'))
  const before = page.sent.length
  minutes(121)
  const other = await world.signIn('molly')
  const { '/api/requests': id } = world.things
  await world.server.inject({ method: 'POST', url: `/api/requests/${id}/cancel`, headers: other.headers, payload: {} })
  await page.ended
  expect(page.sent.slice(before).filter((chunk) => chunk.startsWith('data:'))).toEqual([])
})
