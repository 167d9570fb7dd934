import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import { refuseStartTls } from '@hallpass/counterparts/refuse-start-tls'
import { runCommand } from '@hallpass/counterparts/run-command'
import { type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { startTcpProxy, type TcpProxy } from '@hallpass/counterparts/tcp-proxy'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../platform/clock.ts'
import { Secret } from '../../platform/secret.ts'
import type { LdapSettings } from '../types.ts'
import { ldapConnector } from './ldap.ts'

/** The channel of an LDAP directory (security A.3): whoever stands in between sees no byte of a credential. */

let slapd: Slapd
let otherName: Slapd
let proxy: TcpProxy

beforeAll(async () => {
  slapd = await startSlapd({ noSync: true })
  otherName = await startSlapd({ noSync: true, certificateHosts: ['directory.elsewhere.example'] })
})
afterAll(async () => {
  await Promise.all([slapd.stop(), otherName.stop()])
})
beforeEach(async () => {
  proxy = await startTcpProxy({ port: slapd.port })
})
afterEach(() => proxy.stop())

function connectorOn(changes: Partial<LdapSettings>, allowPrivateHosts = true) {
  const settings: LdapSettings = {
    kind: 'ldap',
    host: '127.0.0.1',
    port: proxy.port,
    security: 'starttls',
    caPem: slapd.caPem,
    baseDn: slapd.baseDn,
    bindDn: slapd.serviceDn,
    ...changes,
  }
  const times = { connectTimeoutMs: 2000, answerTimeoutMs: 2000 }
  return ldapConnector(settings, new Secret(slapd.servicePassword), { clock: systemClock, allowPrivateHosts, ...times })
}

/** Neither the password nor the name nor the tag of a bind request (RFC 4511 §4.2) went over the wire in the clear. */
function expectNoCredential(): void {
  const sent = proxy.clientBytes().toString('latin1')
  expect(sent).not.toContain(slapd.servicePassword)
  expect(sent).not.toContain(slapd.serviceDn)
  expect(sent).not.toContain('Welcome-to-Acme-1')
}

const calls = (connector: ReturnType<typeof connectorOn>) => [
  () => connector.find('molly'),
  () => connector.authenticate({ key: '00000000-0000-7000-8000-000000000000' }, new Secret('Welcome-to-Acme-1')),
]

describe('StartTLS', () => {
  test('is used where it is offered, by the service and by people alike', async () => {
    const connector = connectorOn({})
    const molly = await connector.find('molly')
    expect(molly?.login).toBe('molly')
    const verdict = await connector.authenticate(molly?.ref ?? { key: '' }, new Secret('Welcome-to-Acme-1'))
    expect(verdict.kind).toBe('ok')
    expectNoCredential()
    await connector.close()
  })

  test('refused by somebody in between ends the connection before any bind', async () => {
    proxy.rules.intercept = refuseStartTls
    const connector = connectorOn({})
    for (const call of calls(connector)) {
      await expect(call()).rejects.toMatchObject({ code: 'directory_misconfigured' })
    }
    expectNoCredential()
    expect((await connector.check()).points).toMatchObject([
      { name: `connection to 127.0.0.1:${proxy.port}`, ok: false },
    ])
    await connector.close()
  })

  test('answered by a yes with more behind it in the clear ends the connection', async () => {
    const yes = Buffer.from('300c02010178070a010004000400', 'hex')
    const smuggled = Buffer.from('300c02010261070a010004000400', 'hex')
    proxy.rules.intercept = () => ({ answer: Buffer.concat([yes, smuggled]) })
    const connector = connectorOn({})
    await expect(connector.find('molly')).rejects.toMatchObject({ code: 'directory_misconfigured' })
    expectNoCredential()
    await connector.close()
  })

  test('answered by a yes without TLS behind it sends nothing in the clear', async () => {
    const yes = Buffer.from('300c02010178070a010004000400', 'hex')
    let pieces = 0
    proxy.rules.intercept = () => {
      pieces += 1
      return { answer: pieces === 1 ? yes : Buffer.from('300c02010261070a010004000400', 'hex') }
    }
    const connector = connectorOn({})
    for (const call of calls(connector)) await expect(call()).rejects.toMatchObject({ name: 'DirectoryFailure' })
    expectNoCredential()
    await connector.close()
  })

  test('after the kept connection was cut the next one is secured anew, never in the clear', async () => {
    const connector = connectorOn({})
    const molly = await connector.find('molly')
    await connector.authenticate(molly?.ref ?? { key: '' }, new Secret('Welcome-to-Acme-1'))
    proxy.cutAll()
    proxy.rules.intercept = refuseStartTls
    for (const call of calls(connector)) await expect(call()).rejects.toMatchObject({ name: 'DirectoryFailure' })
    expectNoCredential()
    proxy.heal()
    expect((await connector.find('molly'))?.login).toBe('molly')
    expectNoCredential()
    await connector.close()
  })
})

describe('the certificate', () => {
  test.each(['ldaps', 'starttls'] as const)('of another host is refused before any bind (%s)', async (security) => {
    await proxy.stop()
    proxy = await startTcpProxy({ port: security === 'ldaps' ? otherName.tlsPort : otherName.port })
    const connector = connectorOn({ security, caPem: otherName.caPem, port: proxy.port })
    await expect(connector.find('molly')).rejects.toThrow(/for another host name/)
    await expect(connector.find('molly')).rejects.toMatchObject({ code: 'directory_misconfigured', retryable: false })
    expectNoCredential()
    await connector.close()
  })

  test('of an authority that is not the given one is refused', async () => {
    const connector = connectorOn({ caPem: otherName.caPem })
    await expect(connector.find('molly')).rejects.toMatchObject({ code: 'directory_misconfigured' })
    expectNoCredential()
    await connector.close()
  })

  test('is needed: a server that speaks in the clear on the port for TLS is refused', async () => {
    const connector = connectorOn({ security: 'ldaps' })
    await expect(connector.find('molly')).rejects.toMatchObject({ name: 'DirectoryFailure' })
    expectNoCredential()
    await connector.close()
  })
})

test('an address inside the network is reached only where the operator allowed it', async () => {
  const connector = connectorOn({}, false)
  await expect(connector.find('molly')).rejects.toMatchObject({ code: 'directory_misconfigured' })
  const byName = connectorOn({ host: 'localhost' }, false)
  await expect(byName.find('molly')).rejects.toMatchObject({ code: 'directory_misconfigured' })
  expect(proxy.taken()).toBe(0)
})

test('a wrong bind password is a fault of the set-up, said without the password', async () => {
  const settings = { kind: 'ldap', host: '127.0.0.1', port: slapd.tlsPort, security: 'ldaps' } as const
  const rest = { caPem: slapd.caPem, baseDn: slapd.baseDn, bindDn: slapd.serviceDn }
  const connector = ldapConnector({ ...settings, ...rest }, new Secret('not-the-bind-password'), {
    clock: systemClock,
    allowPrivateHosts: true,
  })
  const error = await connector.find('molly').catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'directory_misconfigured', retryable: false })
  expect(String(error)).not.toContain('not-the-bind-password')
  await connector.close()
})

test('an empty password reaches no server', async () => {
  const connector = connectorOn({})
  const molly = await connector.find('molly')
  const connections = proxy.taken()
  expect(await connector.authenticate(molly?.ref ?? { key: '' }, new Secret(''))).toEqual({ kind: 'wrong' })
  expect(proxy.taken()).toBe(connections)
  await connector.close()
})

describe('what is wrong with the channel is told apart', () => {
  const messageOf = async (changes: Partial<LdapSettings>) => {
    const connector = connectorOn({ security: 'ldaps', port: slapd.tlsPort, ...changes })
    const [point] = (await connector.check()).points
    await connector.close()
    return `${point?.name} ${point?.message}`
  }

  test('a port where nothing listens, one that speaks no TLS, and another authority', async () => {
    const closed = proxy.port
    await proxy.stop()
    expect(await messageOf({ port: closed })).toMatch(new RegExp(`127.0.0.1:${closed} Nothing answers`))
    expect(await messageOf({ port: slapd.port })).toMatch(/answers, but not with TLS/)
    for (const caPem of [otherName.caPem, null])
      expect(await messageOf({ caPem })).toMatch(/not signed by the authority/)
  })

  test('an authority that another one signed is enough', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hallpass-two-tiers-'))
    const { port, caPem, stop } = await startTwoTiers(folder, slapd.port)
    expect(await messageOf({ port, caPem })).toMatch(/^connection Reached over verified TLS/)
    await stop()
    rmSync(folder, { recursive: true, force: true })
  })
})

/** TLS in front of the directory with a certificate of an authority below another; only the lower one is told. */
async function startTwoTiers(folder: string, ldapPort: number) {
  const openssl = (...args: string[]) => runCommand('openssl', args, { cwd: folder })
  const authority = 'basicConstraints=critical,CA:true'
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  await openssl(...['req', '-x509', ...ec, '-subj', '/CN=Root', '-keyout', 'root.key', '-out', 'root.pem'])
  const signed = async (name: string, by: string, extension: string) => {
    await openssl(...['req', ...ec, '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.csr`])
    writeFileSync(join(folder, `${name}.ext`), extension)
    const paths = ['-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-CAcreateserial', '-extfile', `${name}.ext`]
    await openssl(...['x509', '-req', '-in', `${name}.csr`, ...paths, '-out', `${name}.pem`])
  }
  await signed('issuing', 'root', authority)
  await signed('server', 'issuing', 'subjectAltName=IP:127.0.0.1')
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const server = createServer({ key: read('server.key'), cert: read('server.pem') }, (client) => {
    const directory = connect(ldapPort, '127.0.0.1')
    client
      .on('error', () => {})
      .pipe(directory.on('error', () => {}))
      .pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { port, caPem: read('issuing.pem'), stop: () => new Promise((resolve) => server.close(resolve)) }
}
