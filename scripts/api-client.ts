/** A person using the API as a program would: signs in, keeps cookies, sends the token of the session. */
export type ApiClient = {
  get<T = unknown>(path: string): Promise<T>
  post<T = unknown>(path: string, body?: object): Promise<T>
  put<T = unknown>(path: string, body: object): Promise<T>
  patch<T = unknown>(path: string, body: object): Promise<T>
  signIn(login: string, password: string): Promise<void>
}

/** An answer that was not the good one, with the problem document it carried. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, problem: { code?: string; detail?: string } | null, path: string) {
    super(`${status} ${problem?.code ?? ''} ${problem?.detail ?? ''} (${path})`)
    this.status = status
    this.code = problem?.code ?? ''
  }
}

/** `address` is told as X-Forwarded-For, to be many clients behind a proxy the service trusts. */
export function apiClient(origin: () => string, address?: string): ApiClient {
  const cookies = new Map<string, string>()
  let csrfToken = ''

  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${origin()}${path}`, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
      headers: {
        ...(cookies.size > 0 ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...(address ? { 'x-forwarded-for': address } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(method === 'GET' ? {} : { 'x-csrf-token': csrfToken }),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const text = await response.text()
    const isJson = (response.headers.get('content-type') ?? '').includes('json')
    const parsed = isJson && text !== '' ? JSON.parse(text) : null
    if (response.status >= 400) throw new ApiProblem(response.status, parsed, path)
    return parsed as T
  }

  const refreshToken = async () => {
    csrfToken = (await call<{ csrfToken: string }>('GET', '/api/session')).csrfToken
  }
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
    patch: (path, body) => call('PATCH', path, body),
    async signIn(login, password) {
      cookies.clear()
      await refreshToken()
      await call('POST', '/api/session', { login, password })
      await refreshToken()
    },
  }
}
