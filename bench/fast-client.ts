import { addressOf } from './company.ts'
import { cookieHeader, httpCall, keepCookie } from './http-call.ts'

/** Somebody who uses the API as a program would, and costs the load generator little. */
export type FastClient = {
  readonly cookies: ReadonlyMap<string, string>
  get<T>(path: string): Promise<T>
  /** `from` is another client address for this one call. */
  post<T>(path: string, body: object, from?: number): Promise<T>
  /** The same, and what it answers about cookies is forgotten: the page stays as it was. */
  postAlone<T>(path: string, body: object, from?: number): Promise<T>
  put<T>(path: string, body: object): Promise<T>
  /** Opens a page: what a changing call needs, without anybody signed in. */
  open(): Promise<void>
  signIn(login: string, password: string): Promise<void>
}

/** Each number is a client address of its own. */
export function fastClient(url: string, n: number): FastClient {
  const cookies = new Map<string, string>()
  let csrfToken = ''

  const call = async <T>(method: string, path: string, body?: object, from = n, keeps = true): Promise<T> => {
    const answer = await httpCall({
      method,
      url: url + path,
      headers: {
        'x-forwarded-for': addressOf(from),
        'x-csrf-token': csrfToken,
        cookie: cookieHeader(cookies),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (keeps) for (const line of answer.cookies) keepCookie(cookies, line)
    if (answer.status >= 400) throw new Error(`${answer.status} ${method} ${path}: ${answer.text}`)
    return (answer.text === '' ? null : JSON.parse(answer.text)) as T
  }
  const readToken = async () => {
    csrfToken = (await call<{ csrfToken: string }>('GET', '/api/session')).csrfToken
  }
  return {
    cookies,
    get: (path) => call('GET', path),
    post: (path, body, from) => call('POST', path, body, from),
    postAlone: (path, body, from) => call('POST', path, body, from, false),
    put: (path, body) => call('PUT', path, body),
    open: readToken,
    async signIn(login, password) {
      cookies.clear()
      await readToken()
      await call('POST', '/api/session', { login, password })
      await readToken()
    },
  }
}
