import type { TcpProxy } from '@hallpass/counterparts/tcp-proxy'
import type { Wire } from './conformance/stage.ts'

type Wired = Pick<Wire, 'connector' | 'impatient'> & {
  proxy: TcpProxy
  /** Which piece on a kept connection is the reset itself; those before it read the person. */
  resetIsPiece: number
  restart(): Promise<void>
  /** Without these two the proxy swallows everything, for a server that has processes of its own. */
  freeze?(): void
  thaw?(): void
}

/** A network that breaks on demand, between a connector and a real server. */
export function wireThrough({ proxy, resetIsPiece, restart, freeze, thaw, ...connectors }: Wired): Wire {
  return {
    ...connectors,
    loseAnswerOfReset({ staysBroken }) {
      let pieces = 0
      proxy.rules.intercept = (piece) => {
        pieces += 1
        const isClientHello = piece[0] === 0x16
        const isReset = pieces === resetIsPiece && !isClientHello
        proxy.rules.loseAnswers = staysBroken ? pieces >= resetIsPiece : isReset
        return piece
      }
    },
    loseRequests() {
      proxy.cutAll()
      proxy.rules.refuse = true
    },
    heal: () => proxy.heal(),
    async restartServer() {
      proxy.cutAll()
      await restart()
    },
    freezeServer() {
      if (freeze) return freeze()
      proxy.rules.blackHole = true
      proxy.rules.intercept = () => Buffer.alloc(0)
    },
    thawServer() {
      if (thaw) return thaw()
      proxy.cutAll()
      proxy.heal()
    },
  }
}
