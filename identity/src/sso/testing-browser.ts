import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

export type Call = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: object
  headers?: Record<string, string>
  /** Leaves out the token that our own pages send along. */
  withoutToken?: boolean
}

export type Browser = {
  cookies: Map<string, string>
  call(path: string, options?: Call): Promise<LightMyRequestResponse>
  /** GET /api/session, as every page does first. */
  session(): Promise<{ csrfToken: string; person: { id: string } | null; sessionId: string | null; roles: string[] }>
  signIn(login: string, password: string): Promise<LightMyRequestResponse>
}

/** What a browser does for our pages: keeps cookies, says where it is, and sends the token of the session. */
export function openBrowser(
  server: FastifyInstance,
  { address = '192.0.2.10', userAgent = 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0' } = {},
): Browser {
  const cookies = new Map<string, string>()
  let token = ''

  const send = async (path: string, { method = 'GET', body, headers = {}, withoutToken = false }: Call) => {
    const response = await server.inject({
      method,
      url: path,
      remoteAddress: address,
      ...(body === undefined ? {} : { payload: body }),
      headers: {
        'user-agent': userAgent,
        ...(cookies.size > 0 ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...(method === 'GET' ? {} : { origin: 'https://id.acme.example', 'sec-fetch-site': 'same-origin' }),
        ...(method === 'GET' || withoutToken ? {} : { 'x-csrf-token': token }),
        ...headers,
      },
    })
    for (const { name, value, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }

  const browser: Browser = {
    cookies,
    async call(path, options = {}) {
      if (options.method !== undefined && options.method !== 'GET' && token === '') await browser.session()
      return await send(path, options)
    },
    async session() {
      const answer = (await send('/api/session', {})).json()
      token = answer.csrfToken
      return answer
    },
    async signIn(login, password) {
      await browser.session()
      const response = await send('/api/session', { method: 'POST', body: { login, password } })
      await browser.session()
      return response
    },
  }
  return browser
}
