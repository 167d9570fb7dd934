/** The other side of the wire misbehaving as instances do: one answer after another, as a test scripts them. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Heard = { method: string; url: URL; headers: IncomingMessage['headers']; body: string }
export type Reply = (heard: Heard, response: ServerResponse) => void

export type ScriptedInstance = {
  url: URL
  heard: Heard[]
  /** What is answered next to anything but a token; the last one stays. */
  script(...replies: Reply[]): void
  tokens: { issued: string[]; seconds: number; reply: Reply | null }
  stop(): Promise<void>
}

export async function scriptedInstance(): Promise<ScriptedInstance> {
  const heard: Heard[] = []
  let replies: Reply[] = []
  const tokens: ScriptedInstance['tokens'] = { issued: [], seconds: 1799, reply: null }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const url = new URL(request.url ?? '/', 'http://instance')
    const body = Buffer.concat(chunks).toString('utf8')
    const one = { method: request.method ?? '', url, headers: request.headers, body }
    heard.push(one)
    if (url.pathname === '/oauth_token.do') {
      if (tokens.reply) return tokens.reply(one, response)
      const token = `token-${tokens.issued.length + 1}`
      tokens.issued.push(token)
      return json(200, { access_token: token, token_type: 'Bearer', expires_in: tokens.seconds })(one, response)
    }
    const [reply = json(200, { result: [] })] = replies
    if (replies.length > 1) replies = replies.slice(1)
    reply(one, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    heard,
    tokens,
    script: (...next) => {
      replies = next
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Reply {
  return (_heard, response) => {
    response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8', ...headers })
    response.end(JSON.stringify(body))
  }
}

export const problem = (status: number, message: string, headers: Record<string, string> = {}): Reply =>
  json(status, { error: { message, detail: null }, status: 'failure' }, headers)

/** Takes the call and answers nothing, until the caller gives up. */
export const silence: Reply = () => {}

/** Takes the call and breaks the connection. */
export const lost: Reply = (_heard, response) => void response.destroy()

export const pageOfHtml: Reply = (_heard, response) => {
  response.writeHead(200, { 'content-type': 'text/html' })
  response.end('<html><title>Instance Hibernating page</title></html>')
}
