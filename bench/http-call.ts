import { Agent, request } from 'node:http'

export type HttpAnswer = { status: number; location: string | undefined; cookies: string[]; text: string }
export type HttpCall = { method: string; url: string; headers?: Record<string, string>; body?: string }

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** One call that costs the load generator little: node:http on kept connections, to loopback whatever the host is called. */
export function httpCall({ method, url, headers, body }: HttpCall): Promise<HttpAnswer> {
  const { host, port, pathname, search } = new URL(url)
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  const options = { agent, host: '127.0.0.1', port, path: pathname + search, method }
  return new Promise((resolve, reject) => {
    const sent = request({ ...options, headers: { host, ...length, ...headers } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('error', reject)
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => {
        const { statusCode: status = 500, headers: given } = response
        resolve({ status, location: given.location, cookies: given['set-cookie'] ?? [], text })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Keeps what a Set-Cookie header says; one without a value is forgotten. */
export function keepCookie(cookies: Map<string, string>, line: string): void {
  const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
  if (value === '') cookies.delete(name)
  else cookies.set(name, value)
}

export function cookieHeader(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}
