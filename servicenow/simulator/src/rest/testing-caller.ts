import { administrator } from '../seed/base-system.ts'
import { companyPassword } from '../seed/company.ts'
import { type Simulator, startSimulator } from '../start-simulator.ts'
// biome-ignore lint/suspicious/noExplicitAny: answers of an API in tests
export type Answer = { status: number; headers: Headers; text: string; body: any }

/** Calls a REST API as one person, by Basic authentication or with a token. */
export function caller(url: string, userNameOrToken: string, password?: string) {
  const credentials = Buffer.from(`${userNameOrToken}:${password}`).toString('base64')
  const authorization = password === undefined ? `Bearer ${userNameOrToken}` : `Basic ${credentials}`
  const send = async (
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer> | FormData,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization, accept: 'application/json', ...headers },
      ...(body === undefined ? {} : { body }),
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, text, body: parsed(text) }
  }
  const withBody =
    (method: string) =>
    (path: string, body: unknown, headers: Record<string, string> = {}) =>
      send(method, path, JSON.stringify(body), { 'content-type': 'application/json', ...headers })
  return {
    send,
    get: (path: string, headers: Record<string, string> = {}) => send('GET', path, undefined, headers),
    delete: (path: string) => send('DELETE', path),
    post: withBody('POST'),
    put: withBody('PUT'),
    patch: withBody('PATCH'),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export type Started = { simulator: Simulator; admin: ReturnType<typeof caller>; molly: ReturnType<typeof caller> }

/** An instance of its own, with its administrator and a person of the company who calls it. */
export async function startWithCallers(): Promise<Started> {
  const simulator = await startSimulator()
  return {
    simulator,
    admin: caller(simulator.url, administrator.userName, administrator.password),
    molly: caller(simulator.url, 'molly', companyPassword),
  }
}
