import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { refuseStartTls } from './refuse-start-tls.ts'
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts'

let target: Server
let proxy: TcpProxy
let answered: string[]
beforeEach(async () => {
  answered = []
  target = createServer((request, response) => {
    answered.push(request.url ?? '')
    response.end('x'.repeat(1000))
  })
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve))
  proxy = await startTcpProxy({ port: (target.address() as AddressInfo).port })
})
afterEach(async () => {
  await proxy.stop()
  target.closeAllConnections()
  target.close()
})

const get = async (path: string, timeoutMs = 5000) => {
  const signal = AbortSignal.timeout(timeoutMs)
  const answer = await fetch(`http://127.0.0.1:${proxy.port}${path}`, { headers: { connection: 'close' }, signal })
  return (await answer.text()).length
}

test('a healthy proxy passes everything and keeps what the client sent', async () => {
  expect(await get('/one')).toBe(1000)
  expect(proxy.clientBytes().toString()).toContain('GET /one HTTP/1.1')
  expect(proxy.taken()).toBe(1)
})

test('a lost answer: the server did it, the client does not know', async () => {
  proxy.rules.loseAnswers = true
  await expect(get('/write')).rejects.toThrow()
  expect(answered).toEqual(['/write'])
})

test('cut before the server hears of it, cut in the middle of the answer, refused', async () => {
  proxy.rules.cutAfterClientBytes = 10
  await expect(get('/never')).rejects.toThrow()
  expect(answered).toEqual([])
  proxy.heal()
  proxy.rules.cutAfterServerBytes = 500
  await expect(get('/half')).rejects.toThrow()
  expect(answered).toEqual(['/half'])
  proxy.heal()
  proxy.rules.refuse = true
  await expect(get('/refused')).rejects.toThrow()
  expect(answered).toEqual(['/half'])
})

test('a black hole takes everything and gives nothing; healed, the next one passes', async () => {
  proxy.rules.blackHole = true
  await expect(get('/lost', 150)).rejects.toThrow()
  expect(answered).toEqual([])
  proxy.heal()
  expect(await get('/found')).toBe(1000)
})

test('StartTLS is answered with protocolError, under the id of its request', () => {
  const request = Buffer.concat([Buffer.from('301d02010177188016', 'hex'), Buffer.from('1.3.6.1.4.1.1466.20037')])
  expect(refuseStartTls(request)).toEqual({ answer: Buffer.from('300c02010178070a010204000400', 'hex') })
  expect(refuseStartTls(Buffer.from('bind'))).toEqual(Buffer.from('bind'))
})
