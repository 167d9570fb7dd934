import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { type MessagePort, workerData } from 'node:worker_threads'
import type { OutgoingAnswer, OutgoingRequest } from './session.ts'

/** The thread that speaks HTTP for a thread whose scripts stand still meanwhile. */
type Asked = { request: OutgoingRequest; signal: Int32Array }
const { trusted, port } = workerData as { trusted: string; port: MessagePort }
const redirectsMax = 5

port.on('message', ({ request, signal }: Asked) => {
  send(request, redirectsMax)
    .catch(
      (error: unknown): OutgoingAnswer => ({
        failed: wordsOf(error),
        isTimeout: (error as { code?: string }).code === 'ETIMEDOUT',
      }),
    )
    .then(
      (answer) => {
        port.postMessage(answer)
        Atomics.store(signal, 0, 1)
        Atomics.notify(signal, 0)
      },
      () => {},
    )
})

function wordsOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  return [code, message].filter(Boolean).join(': ')
}

async function send(request: OutgoingRequest, redirects: number): Promise<OutgoingAnswer> {
  const url = new URL(request.url)
  const start = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const body = Buffer.from(request.body, 'utf8')
    const headers = { ...request.headers, ...(body.length > 0 ? { 'content-length': String(body.length) } : {}) }
    const options = { method: request.method, headers, agent: false as const, ...(trusted ? { ca: trusted } : {}) }
    const outgoing = start(url, options, (incoming) => {
      const parts: Buffer[] = []
      incoming.on('data', (part: Buffer) => parts.push(part))
      incoming.on('error', reject)
      incoming.on('end', () => {
        clearTimeout(timer)
        const status = incoming.statusCode ?? 0
        const location = incoming.headers.location
        if (location && [301, 302, 303, 307, 308].includes(status) && redirects > 0) {
          const next = {
            ...request,
            url: new URL(location, url).href,
            ...(status === 303 ? { method: 'GET', body: '' } : {}),
          }
          send(next, redirects - 1).then(resolve, reject)
          return
        }
        const list = incoming.rawHeaders
        const pairs = list.flatMap((name, at) => (at % 2 === 0 ? [[name, list[at + 1] ?? ''] as const] : []))
        resolve({ status, headers: pairs, body: Buffer.concat(parts).toString('utf8') })
      })
    })
    const timer = setTimeout(() => {
      outgoing.destroy(Object.assign(new Error(`no answer within ${request.timeoutMs} ms`), { code: 'ETIMEDOUT' }))
    }, request.timeoutMs)
    outgoing.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    outgoing.end(body)
  })
}
