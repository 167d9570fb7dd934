import { Agent, request } from 'undici'

export type TransportRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers: Record<string, string>
  body?: string | Uint8Array
  timeoutMs: number
  bytesMax: number
}

export type TransportAnswer = { status: number; headers: Record<string, string>; text: string }

/** The way out to the network, handed in by whoever uses the client: rejects when there is no whole answer in time. */
export type Transport = {
  fetch(url: URL, request: TransportRequest): Promise<TransportAnswer>
}

/** A transport of its own, for programs without one: caps on time and size, no redirects. */
export function directTransport(options: { ca?: string } = {}): Transport & { close(): Promise<void> } {
  const agent = new Agent({ keepAliveTimeout: 5_000, connect: options.ca === undefined ? {} : { ca: options.ca } })
  return {
    async fetch(url, { method, headers, body, timeoutMs, bytesMax }) {
      const answer = await request(url, {
        method,
        headers,
        body: body ?? null,
        dispatcher: agent,
        signal: AbortSignal.timeout(timeoutMs),
      })
      const chunks: Buffer[] = []
      let bytes = 0
      for await (const chunk of answer.body as AsyncIterable<Buffer>) {
        bytes += chunk.length
        if (bytes > bytesMax) throw new Error('the answer is too large')
        chunks.push(chunk)
      }
      return {
        status: answer.statusCode,
        headers: Object.fromEntries(
          Object.entries(answer.headers).flatMap(([name, value]) =>
            value === undefined ? [] : [[name.toLowerCase(), String(value)]],
          ),
        ),
        text: Buffer.concat(chunks).toString('utf8'),
      }
    },
    close: () => agent.close(),
  }
}
