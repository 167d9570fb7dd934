import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isInternalAddress } from './addresses.ts'
import { createEgress } from './egress.ts'

let target: Server
let origin: string
let seen: string[] = []

beforeAll(async () => {
  target = createServer((request, response) => {
    seen.push(request.url ?? '')
    if (request.url === '/away') return response.writeHead(302, { location: '/secret' }).end()
    if (request.url === '/silent') return undefined
    if (request.url === '/large') return response.end('x'.repeat(2_000))
    return response.setHeader('retry-after', '7').end('hello')
  })
  await new Promise<void>((resolve) => target.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(target.address() as AddressInfo).port}`
})

afterAll(() => {
  target.closeAllConnections()
  target.close()
})

describe('the one way out', () => {
  test.each([
    'http://169.254.169.254/latest',
    'http://[::1]/',
    'http://2130706433/',
    'http://localhost:1/',
    'http://0x7f.1/',
    'http://[::ffff:10.0.0.1]/',
  ])('never reaches %s unless the operator listed it', async (url) => {
    await expect(createEgress({ internalHosts: [] }).fetch(url)).rejects.toMatchObject({ code: 'address_not_allowed' })
  })

  test('refuses other schemes and logins in the address', async () => {
    const egress = createEgress({ internalHosts: ['*'] })
    await expect(egress.fetch('file:///etc/passwd')).rejects.toMatchObject({ code: 'address_not_allowed' })
    await expect(egress.fetch('http://user:pw@example.org/')).rejects.toMatchObject({ code: 'address_not_allowed' })
  })

  test('reaches an internal host that the operator listed, and follows no redirect', async () => {
    seen = []
    const egress = createEgress({ internalHosts: [new URL(origin).host] })
    const answer = await egress.fetch(`${origin}/`)
    expect([answer.status, answer.text, answer.headers['retry-after']]).toEqual([200, 'hello', '7'])
    expect((await egress.fetch(`${origin}/away`)).status).toBe(302)
    expect(seen).toEqual(['/', '/away'])
    await egress.close()
  })

  test('gives up on silence and on too much', async () => {
    const egress = createEgress({ internalHosts: ['127.0.0.1'] })
    await expect(egress.fetch(`${origin}/silent`, { timeoutMs: 50 })).rejects.toMatchObject({ code: 'unreachable' })
    await expect(egress.fetch(`${origin}/large`, { bytesMax: 1_000 })).rejects.toMatchObject({
      code: 'answer_too_large',
    })
    await expect(egress.fetch('http://127.0.0.1:9/')).rejects.toMatchObject({ code: 'unreachable' })
  })
})

test('internal ranges are known in both families', () => {
  expect(
    ['10.1.2.3', '172.31.0.1', '192.168.0.9', '100.64.0.1', 'fd00::1', 'fe80::1'].map(isInternalAddress),
  ).not.toContain(false)
  expect(['203.0.113.9', '8.8.8.8', '2001:db8::1'].map(isInternalAddress)).not.toContain(true)
})
