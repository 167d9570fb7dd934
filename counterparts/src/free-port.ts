import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * A loopback port nobody listens on, below the range the system hands out to outgoing connections: a server that is
 * stopped and started again on it finds it free.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = randomInt(15_000, 32_000)
    if (await isPortFree(port)) return port
  }
  throw new Error('No free loopback port was found in 100 tries.')
}

export function isPortFree(port: number, address = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, address, () => probe.close(() => resolve(true)))
  })
}
