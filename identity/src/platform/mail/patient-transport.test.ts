import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { movableClock } from '../clock.ts'
import { TryAgainAt } from '../jobs/jobs.ts'
import { Secret } from '../secret.ts'
import { type Mail, smtpTransport } from './mail.ts'
import { patientTransport } from './patient-transport.ts'

const mail: Mail = { to: 'molly@acme.example', kind: 'test', subject: 's', text: 't' }

test('a server that takes calls and says nothing has few mails in hand; the others go back at once', async () => {
  const sockets: Socket[] = []
  let isHangingUp = false
  const silent = createServer((socket) => {
    socket.on('error', () => {})
    if (isHangingUp) socket.destroy()
    else sockets.push(socket)
  })
  await once(silent.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    silent.close()
  })
  const { port } = silent.address() as AddressInfo
  const url = new Secret(`smtp://127.0.0.1:${port}`)
  const clock = movableClock()
  const transport = patientTransport(smtpTransport({ url, from: 'hallpass@acme.example', timeoutMs: 60_000 }), {
    clock,
    turnMs: 1,
  })
  const inHand = Array.from({ length: 4 }, () => transport.deliver(mail, 'held').catch((error: Error) => error))
  await expect.poll(() => sockets.length).toBe(4)
  const others = await Promise.allSettled(Array.from({ length: 8 }, () => transport.deliver(mail, 'other')))
  for (const other of others) expect(other).toMatchObject({ status: 'rejected', reason: expect.any(TryAgainAt) })
  expect(sockets).toHaveLength(4)
  isHangingUp = true
  for (const socket of sockets) socket.destroy()
  for (const error of await Promise.all(inHand)) expect(error).not.toBeInstanceOf(TryAgainAt)
})

test('a server that cannot be reached is left alone for a while, then one mail looks whether it is there again', async () => {
  const clock = movableClock()
  const tried: string[] = []
  let fault: string | null = 'ECONNECTION'
  let release = () => {}
  const inner = {
    deliver: async (_mail: Mail, id: string) => {
      tried.push(id)
      if (fault) throw Object.assign(new Error('no'), { code: fault })
      if (id === 'slow') await new Promise<void>((done) => (release = done))
    },
  }
  const transport = patientTransport(inner, { clock, turnMs: 1, restMs: 5000 })
  await expect(transport.deliver(mail, 'first')).rejects.toThrow('no')
  await expect(transport.deliver(mail, 'too early')).rejects.toThrow(TryAgainAt)
  clock.advance(5000)
  fault = null
  const slow = transport.deliver(mail, 'slow')
  await expect(transport.deliver(mail, 'beside it')).rejects.toThrow(TryAgainAt)
  release()
  await slow
  await transport.deliver(mail, 'after it')
  expect(tried).toEqual(['first', 'slow', 'after it'])
})

test('a mail that the server refuses says nothing against the server; one that waits for its turn gets it', async () => {
  const clock = movableClock()
  let release = () => {}
  const sent: string[] = []
  const inner = {
    deliver: async (_mail: Mail, id: string) => {
      if (id === 'refused') throw Object.assign(new Error('550 no such person'), { code: 'EENVELOPE' })
      if (id === 'slow') await new Promise<void>((done) => (release = done))
      sent.push(id)
    },
  }
  const transport = patientTransport(inner, { clock, atOnceMax: 1, turnMs: 60_000 })
  await expect(transport.deliver(mail, 'refused')).rejects.toThrow('550')
  const slow = transport.deliver(mail, 'slow')
  const waits = transport.deliver(mail, 'waits')
  release()
  await Promise.all([slow, waits])
  expect(sent).toEqual(['slow', 'waits'])
})
