import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, testPlatform } from '../testing.ts'

let t: TestPlatform
beforeAll(async () => {
  t = await testPlatform()
})
afterAll(() => t.close())

test('a mail exists exactly when its transaction does, and leaves from a job', async () => {
  await expect(
    t.db.transaction(async (tx) => {
      await t.mail.send(tx, { to: 'molly@acme.example', kind: 'test', subject: 'never', text: '' })
      throw new Error('rolled back')
    }),
  ).rejects.toThrow('rolled back')
  await t.db.transaction((tx) =>
    t.mail.send(tx, { to: 'molly@acme.example', kind: 'test', subject: 'once', text: 'code 123456' }),
  )
  expect(t.mailbox).toEqual([])
  await t.jobs.runUntilIdle()
  expect(t.mailbox.map((mail) => mail.subject)).toEqual(['once'])
})

test('a waiting mail is sealed: its words are nowhere in the job', async () => {
  await t.db.transaction((tx) =>
    t.mail.send(tx, { to: 'molly@acme.example', kind: 'code', subject: 's', text: 'code 654321' }),
  )
  expect(JSON.stringify(await t.jobs.inspect())).not.toContain('654321')
  await t.jobs.runUntilIdle()
})

test('a name cannot smuggle a header into a mail', async () => {
  await t.db.transaction((tx) =>
    t.mail.send(tx, {
      to: 'a@acme.example\r\nBcc: b@evil.example',
      kind: 'test',
      subject: 'Hi\r\nBcc: c@evil.example',
      text: '',
    }),
  )
  await t.jobs.runUntilIdle()
  const mail = t.mailbox.at(-1)
  expect(`${mail?.to}${mail?.subject}`).not.toMatch(/[\r\n]/)
})
