import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, isPortFree } from './free-port.ts'

export type Ports = { port: number; tlsPort: number }

/** A directory keeps its ports over restarts where it can: whoever has its address goes on finding it. */
export async function keepPorts(
  dir: string,
  options: { port?: number | undefined; tlsPort?: number | undefined },
): Promise<Ports> {
  const file = join(dir, 'ports.json')
  const kept: Partial<Ports> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const choose = async (asked: number | undefined, before: number | undefined) =>
    asked ?? (before !== undefined && (await isPortFree(before)) ? before : await freePort())
  const ports = { port: await choose(options.port, kept.port), tlsPort: await choose(options.tlsPort, kept.tlsPort) }
  writeFileSync(file, JSON.stringify(ports))
  return ports
}
