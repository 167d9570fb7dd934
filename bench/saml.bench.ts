import { fork } from 'node:child_process'
import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import saml20 from '@boxyhq/saml20'
import { type Bench, figure } from './figure.ts'

const rounds = 10
const each = 100
const issuer = fileURLToPath(new URL('../identity/src/sso/saml/testing-issuer.ts', import.meta.url))

const other = saml20.default

type Key = { privateKey: string; certificate: string }
type Answer = { cpuMs: number; xml: string }

/** Responses with response and assertion signed, by CPU time: ours, those of another library, and two bare signatures. */
export const bench: Bench = {
  name: 'saml',
  async run() {
    const child = fork(issuer)
    const [key] = (await once(child, 'message')) as [Key]
    const ours = async (count: number): Promise<number> => {
      child.send(count)
      const [{ cpuMs, xml }] = (await once(child, 'message')) as [Answer]
      assertBothSigned(Buffer.from(xml, 'base64').toString())
      return cpuMs
    }
    const others = await otherLibrary(key)
    const privateKey = createPrivateKey(key.privateKey)
    const kinds = { ours, others, bare: (count: number) => cpuOf(async () => signTwice(privateKey, count)) }
    const sums = { ours: 0, others: 0, bare: 0 }
    for (let round = -1; round < rounds; round++) {
      for (const name of ['ours', 'others', 'bare'] as const) {
        const cpuMs = await kinds[name](each)
        if (round >= 0) sums[name] += cpuMs
      }
    }
    child.disconnect()
    await once(child, 'exit')
    const perCpuSecond = (cpuMs: number) => (rounds * each * 1000) / cpuMs
    const shared = { value: perCpuSecond(sums.ours), unit: '/s of CPU' }
    return [
      figure({
        ...shared,
        name: 'saml-of-saml20',
        limit: perCpuSecond(sums.others),
        goal: 3,
        note: '@boxyhq/saml20 1.15.2, both signed, in turn with ours; RSA-2048',
      }),
      figure({
        ...shared,
        name: 'saml-of-two-signatures',
        limit: perCpuSecond(sums.bare),
        goal: 0.4,
        note: 'two RSA-2048 signatures of node:crypto and nothing else',
      }),
    ]
  },
}

async function otherLibrary({ privateKey, certificate }: Key): Promise<(count: number) => Promise<number>> {
  const pem = certificate.replaceAll(/(.{64})/g, '$1\n').trimEnd()
  const input = {
    audience: 'https://sp.example/metadata',
    issuer: 'https://id.acme.example/saml/metadata',
    acsUrl: 'https://sp.example/acs',
    requestId: '_0123456789abcdef0123456789abcdef',
    claims: {
      email: 'molly@acme.example',
      raw: {
        email: 'molly@acme.example',
        firstName: 'Molly',
        lastName: 'Byrne',
        groups: ['Salesforce users', 'Marketing'],
      },
    },
    privateKey,
    publicKey: `-----BEGIN CERTIFICATE-----\n${pem}\n-----END CERTIFICATE-----`,
  }
  assertBothSigned(await other.createSAMLResponse(input))
  return (count) =>
    cpuOf(async () => {
      for (let n = 0; n < count; n++) Buffer.from(await other.createSAMLResponse(input)).toString('base64')
    })
}

function signTwice(key: KeyObject, count: number): void {
  const text = Buffer.alloc(1500, 'x')
  for (let n = 0; n < 2 * count; n++) sign('sha256', text, key)
}

async function cpuOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function assertBothSigned(xml: string): void {
  if (xml.split('SignatureValue>').length !== 5) throw new Error('Response and assertion are not both signed.')
}
