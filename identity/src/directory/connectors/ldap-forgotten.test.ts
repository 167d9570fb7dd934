import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { PresenceFilter } from 'ldapts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Secret } from '../../platform/secret.ts'
import { ldapService } from './ldap/service.ts'

/** A firewall between here and the directory that forgets its flows: nothing passes any more, and nobody is told. */

let slapd: Slapd
const flows = new Set<[Socket, Socket]>()
const firewall = createServer((near) => {
  const far = connect(slapd.tlsPort, '127.0.0.1')
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.pipe(to)
    from.on('error', () => to.destroy())
  }
  flows.add([near, far])
})

function forgetFlows() {
  for (const sockets of flows) {
    for (const socket of sockets) {
      socket.unpipe()
      socket.resume()
    }
  }
}

beforeAll(async () => {
  slapd = await startSlapd({ noSync: true })
  await new Promise<void>((resolve) => firewall.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  for (const sockets of flows) for (const socket of sockets) socket.destroy()
  firewall.close()
  await slapd.stop()
})

const root = {
  base: '',
  scope: 'base' as const,
  filter: new PresenceFilter({ attribute: 'objectClass' }),
  attributes: ['1.1'],
}

function serviceWith(ages?: { keptMsMax: number; idleMsMax: number }) {
  const { port } = firewall.address() as AddressInfo
  const place = { host: '127.0.0.1', port, security: 'ldaps', caPem: slapd.caPem } as const
  const account = { dn: slapd.serviceDn, password: new Secret(slapd.servicePassword) }
  const service = ldapService({ ...place, allowPrivateHosts: true, connectTimeoutMs: 5000 }, account, 700, ages)
  const bind = () => service.asSomebody((connection) => connection.bind(slapd.serviceDn, slapd.servicePassword))
  const read = () => service.read((connection) => connection.search(root))
  return { bind, read, close: () => service.close() }
}

describe('after a firewall forgot the connections', () => {
  test('nothing is asked over one that was not used for long', async () => {
    const { bind, read, close } = serviceWith({ keptMsMax: 600_000, idleMsMax: 0 })
    await Promise.all([bind(), bind(), read()])
    forgetFlows()
    await bind()
    expect(await read()).toHaveLength(1)
    await close()
  })

  test('one bind at most goes unanswered on those just used', async () => {
    const { bind, close } = serviceWith()
    await Promise.all(Array.from({ length: 6 }, bind))
    forgetFlows()
    await expect(bind()).rejects.toThrow()
    for (let times = 0; times < 6; times += 1) await bind()
    await close()
  })
})
