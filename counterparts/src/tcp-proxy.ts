import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** What the proxy does to connections made from now on, and to data that passes from now on. */
export type TcpProxyRules = {
  /** Closes each new connection at once. */
  refuse: boolean
  /** Takes each new connection and what comes over it, and does nothing with either. */
  blackHole: boolean
  /** Passes what the client sends and cuts the connection when the server answers: done, but the answer is lost. */
  loseAnswers: boolean
  /** Cuts a connection after so many bytes from the server. */
  cutAfterServerBytes: number | null
  /** Cuts a connection after so many bytes from the client. */
  cutAfterClientBytes: number | null
  /** Waits so long before each piece from the server is passed on. */
  delayMs: number
  /** Sees each piece from the client: passes it on (changed or not), or answers in the server's place. */
  intercept: ((piece: Buffer) => Buffer | { answer: Buffer }) | null
}

/** A TCP proxy on loopback that breaks connections on demand, and keeps what the client sent. */
export type TcpProxy = {
  readonly port: number
  readonly rules: TcpProxyRules
  /** Everything clients sent since the start or the last `forget`. */
  clientBytes(): Buffer
  /** Connections taken so far. */
  taken(): number
  /** Connections open now. */
  open(): number
  /** Cuts every open connection. */
  cutAll(): void
  /** Breaks nothing any more. */
  heal(): void
  forget(): void
  stop(): Promise<void>
}

const harmless: TcpProxyRules = {
  refuse: false,
  blackHole: false,
  loseAnswers: false,
  cutAfterServerBytes: null,
  cutAfterClientBytes: null,
  delayMs: 0,
  intercept: null,
}

export async function startTcpProxy(target: { host?: string; port: number }): Promise<TcpProxy> {
  const rules = { ...harmless }
  const sockets = new Set<Socket>()
  let recorded: Buffer[] = []
  let taken = 0

  const server = createServer((client) => {
    taken++
    if (rules.refuse) {
      client.destroy()
      return
    }
    const upstream = rules.blackHole ? null : connect(target.port, target.host ?? '127.0.0.1')
    const cut = () => {
      client.destroy()
      upstream?.destroy()
    }
    for (const socket of upstream ? [client, upstream] : [client]) {
      sockets.add(socket)
      socket.on('error', cut)
      socket.on('close', () => {
        sockets.delete(socket)
        cut()
      })
    }
    let fromClient = 0
    client.on('data', (piece: Buffer) => {
      recorded.push(piece)
      if (!upstream) return
      fromClient += piece.length
      if (rules.cutAfterClientBytes !== null && fromClient > rules.cutAfterClientBytes) return cut()
      const passed = rules.intercept?.(piece) ?? piece
      if (Buffer.isBuffer(passed)) upstream.write(passed)
      else client.write(passed.answer)
    })
    if (upstream) passAnswers(upstream, client, cut)
  })

  function passAnswers(upstream: Socket, client: Socket, cut: () => void): void {
    let fromServer = 0
    let order = Promise.resolve()
    upstream.on('data', (piece: Buffer) => {
      if (rules.loseAnswers) return cut()
      fromServer += piece.length
      if (rules.cutAfterServerBytes !== null && fromServer > rules.cutAfterServerBytes) return cut()
      const delayMs = rules.delayMs
      // One after the other: a shorter delay must not let a later piece overtake.
      order = order.then(async () => {
        if (delayMs > 0) await sleep(delayMs)
        if (!client.destroyed) client.write(piece)
      })
    })
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cutAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    rules,
    clientBytes: () => Buffer.concat(recorded),
    taken: () => taken,
    open: () => [...sockets].filter((socket) => socket.localPort === (server.address() as AddressInfo)?.port).length,
    cutAll,
    heal: () => void Object.assign(rules, harmless),
    forget() {
      recorded = []
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        cutAll()
      }),
  }
}
