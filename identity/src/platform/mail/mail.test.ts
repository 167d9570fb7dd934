import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, testPlatform } from '../testing.ts'
import { createMailer, type Mail } from './mail.ts'

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

test('mails of one transaction are one job; one that is refused is tried again alone, the others are sent once', async () => {
  const sent: Mail[] = []
  const ids: string[] = []
  let isRefusing = true
  const own = await testPlatform()
  const jobs = {
    ...own.jobs,
    register: (_task: string, run: Parameters<typeof own.jobs.register>[1]) => own.jobs.register('mail.other', run),
  }
  const enqueue: typeof own.jobs.enqueue = (tx, job) => own.jobs.enqueue(tx, { ...job, task: 'mail.other' })
  const transport = {
    deliver: async (mail: Mail, id: string) => {
      if (isRefusing && mail.to === 'leo@acme.example') throw new Error('450 try again later')
      sent.push(mail)
      ids.push(id)
    },
  }
  const mailer = createMailer({ ...own, jobs: { ...jobs, enqueue }, transport })
  await own.db.transaction(async (tx) => {
    for (const to of ['molly', 'leo', 'marcus'])
      await mailer.send(tx, { to: `${to}@acme.example`, kind: 'test', subject: to, text: '', isUrgent: false })
  })
  expect(await own.jobs.inspect()).toHaveLength(1)
  await own.jobs.runUntilIdle()
  expect(sent.map((mail) => mail.subject)).toEqual(['molly', 'marcus'])
  expect(await own.jobs.inspect()).toMatchObject([{ state: 'retrying', payload: { kinds: ['test'] } }])
  isRefusing = false
  own.clock.advance(3_600_000)
  await own.jobs.runUntilIdle()
  expect(sent.map((mail) => mail.subject)).toEqual(['molly', 'marcus', 'leo'])
  expect(new Set(ids).size).toBe(3)
  expect(await own.jobs.inspect()).toEqual([])
  await own.close()
})
