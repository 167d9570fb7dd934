import { Agent, request } from 'node:http'
import { addressOf } from './company.ts'

/** Somebody who uses the API as a program would, and costs the load generator little: node:http on kept connections. */
export type FastClient = {
  get<T>(path: string): Promise<T>
  /** `from` is another client address for this one call. */
  post<T>(path: string, body: object, from?: number): Promise<T>
  /** Opens a page: what a changing call needs, without anybody signed in. */
  open(): Promise<void>
  signIn(login: string, password: string): Promise<void>
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** Each number is a client address of its own. */
export function fastClient(url: string, n: number): FastClient {
  const port = Number(new URL(url).port)
  const cookies = new Map<string, string>()
  let csrfToken = ''

  const call = <T>(method: string, path: string, body?: object, from = n): Promise<T> => {
    const text = body && JSON.stringify(body)
    const headers = {
      host: `localhost:${port}`,
      'x-forwarded-for': addressOf(from),
      'x-csrf-token': csrfToken,
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(text ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) } : {}),
    }
    return new Promise((resolve, reject) => {
      const sent = request({ agent, host: '127.0.0.1', port, path, method, headers }, (response) => {
        let answer = ''
        response.setEncoding('utf8').on('error', reject)
        response.on('data', (chunk: string) => {
          answer += chunk
        })
        response.on('end', () => {
          for (const line of response.headers['set-cookie'] ?? []) keep(cookies, line)
          const { statusCode = 500 } = response
          if (statusCode >= 400) reject(new Error(`${statusCode} ${method} ${path}: ${answer}`))
          else resolve((answer === '' ? null : JSON.parse(answer)) as T)
        })
      })
      sent.on('error', reject)
      sent.end(text)
    })
  }
  const readToken = async () => {
    csrfToken = (await call<{ csrfToken: string }>('GET', '/api/session')).csrfToken
  }
  return {
    get: (path) => call('GET', path),
    post: (path, body, from) => call('POST', path, body, from),
    open: readToken,
    async signIn(login, password) {
      cookies.clear()
      await readToken()
      await call('POST', '/api/session', { login, password })
      await readToken()
    },
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
  if (value === '') cookies.delete(name)
  else cookies.set(name, value)
}
