import { afterAll, expect, test } from 'vitest'
import { testPlatform } from './testing.ts'

const t = await testPlatform()
afterAll(() => t.close())

test('a job enqueued in a transaction runs when the test asks for it', async () => {
  const ran: unknown[] = []
  t.jobs.register('greet', async (payload) => {
    ran.push(payload)
  })
  await t.db.transaction((tx) => t.jobs.enqueue(tx, { task: 'greet', payload: { who: 'Molly' } }))
  expect(ran).toEqual([])
  await t.jobs.runUntilIdle()
  expect(ran).toEqual([{ who: 'Molly' }])
  expect(await t.jobs.inspect()).toEqual([])
})

test('a mail lands in the mailbox only when its transaction was committed and its job ran', async () => {
  const mail = { to: 'molly@acme.example', kind: 'greeting', subject: 'Hello', text: 'Hello Molly' }
  const failed = t.db.transaction(async (tx) => {
    await t.mail.send(tx, mail)
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  await t.jobs.runUntilIdle()
  expect(t.mailbox).toEqual([])
  await t.db.transaction((tx) => t.mail.send(tx, mail))
  await t.jobs.runUntilIdle()
  expect(t.mailbox).toEqual([mail])
})
