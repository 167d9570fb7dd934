import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mailbox, startMailbox } from './mailbox.ts'

let mailbox: Mailbox
beforeAll(async () => {
  mailbox = await startMailbox()
})
afterAll(() => mailbox.stop())

test('a mail shows on the page, as JSON and to whoever waits for it, names intact', async () => {
  const arriving = mailbox.waitFor({ to: 'molly@acme.example' })
  await deliver(
    'molly@acme.example',
    'Schlüssel für "Shiv" 🦊',
    'Go to http://localhost:1/reset#t=abc&x=<y>\nCode 123456',
  )
  const mail = await arriving
  expect(mail).toMatchObject({ to: ['molly@acme.example'], subject: 'Schlüssel für "Shiv" 🦊' })
  expect(mail.links).toEqual(['http://localhost:1/reset#t=abc&x='])
  const list = await (await fetch(`${mailbox.url}/api/mails?to=MOLLY@acme.example`)).json()
  expect(list).toMatchObject([{ id: mail.id, text: expect.stringContaining('Code 123456') }])
  expect(await (await fetch(`${mailbox.url}/api/mails?to=marcus@acme.example`)).json()).toEqual([])
  expect(await (await fetch(mailbox.url)).text()).toContain('🦊')
})

test('nothing in a mail becomes markup', async () => {
  await deliver('leo@acme.example', '<script>1</script>', '<img src=x> http://a.example/"onclick=x')
  const [mail] = mailbox.mails({ to: 'leo@acme.example' })
  const page = await (await fetch(`${mailbox.url}/mails/${mail?.id}`)).text()
  expect(page).not.toMatch(/<script|<img|"onclick/)
})

test('a refusal is a refusal, and the next try gets through', async () => {
  mailbox.refuse(451)
  await expect(deliver('frank@acme.example', 'One', 'text')).rejects.toThrow('451')
  await deliver('frank@acme.example', 'One', 'text')
  expect(mailbox.mails({ to: 'frank@acme.example', subject: /^One$/ })).toHaveLength(1)
})

test('the page is for this machine only', async () => {
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(mailbox.url).port), '127.0.0.1')
    socket.write('GET /api/mails HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')
    socket.once('data', (data) => resolve(data.toString()))
  })
  expect(answer).toContain('403')
})

/** The few words of SMTP (RFC 5321) that deliver one mail. */
async function deliver(to: string, subject: string, text: string): Promise<void> {
  const socket = connect(mailbox.smtpPort, '127.0.0.1')
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]()
  const say = async (words: string | null) => {
    if (words !== null) socket.write(`${words}\r\n`)
    let line: string
    do line = String((await lines.next()).value)
    while (line[3] === '-')
    if (/^[45]/.test(line)) throw new Error(line)
  }
  const encoded = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`
  try {
    for (const words of [null, 'EHLO test', 'MAIL FROM:<hallpass@acme.example>', `RCPT TO:<${to}>`, 'DATA'])
      await say(words)
    await say(
      `From: Hallpass <hallpass@acme.example>\r\nTo: ${to}\r\nSubject: ${encoded}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n.`,
    )
  } finally {
    socket.destroy()
  }
}
