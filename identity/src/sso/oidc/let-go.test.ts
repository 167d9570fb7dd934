import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { expect, test } from 'vitest'
import { letGo, noteContexts } from './let-go.ts'

type Context = { req: unknown; res: unknown; oidc: { ctx: unknown; entities: unknown }; onerror(error: Error): void }

test('nothing of a call hangs on what the provider keeps of it, once it is answered', async () => {
  const provider = new Provider('http://127.0.0.1', { features: { devInteractions: { enabled: false } } })
  noteContexts(provider)
  const kept: Context[] = []
  provider.use(async (context, next) => {
    await next()
    kept.push(context as unknown as Context)
  })
  const answer = provider.callback()
  const requests: IncomingMessage[] = []
  const server = createServer(async (request, response) => {
    await answer(request, response)
    requests.push(request)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  expect((await fetch(`http://127.0.0.1:${port}/jwks`)).status).toBe(200)
  server.close()
  const [context] = kept as [Context]
  const { oidc } = context
  expect([context.req, oidc.ctx]).toEqual([requests[0], context])

  letGo(requests[0] as IncomingMessage)
  expect([...Object.values(context), ...Object.values(oidc)].filter((each) => typeof each === 'object')).toEqual([])
  // Its connection may still break.
  context.onerror(new Error('gone'))
})
