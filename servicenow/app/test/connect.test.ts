import { describe, expect, it } from 'vitest'
import { connect } from '../src/server/connect.ts'
import { connected } from './connected.ts'

const secret = Buffer.alloc(32, 7).toString('base64')
const input = {
  hallpassUrl: 'https://hallpass.acme.example/',
  mode: 'push' as const,
  keys: [
    { keyId: 'in-2', direction: 'inbound' as const, secret },
    { keyId: 'out-2', direction: 'outbound' as const, secret },
  ],
}

describe('connecting', () => {
  it('notes where it was done, takes the new keys in and retires those of before', () => {
    const glide = connected()
    glide.set('instance_id', 'i-2')
    glide.set('glide.servlet.uri', 'https://acmetest.service-now.com/')
    expect(connect(glide, input)).toMatchObject({
      status: 200,
      body: { result: { instanceId: 'i-2', notWritten: [] } },
    })
    expect(glide.property('x_hlps_access.bound_instance_id')).toBe('i-2')
    expect(glide.property('x_hlps_access.bound_instance_url')).toBe('https://acmetest.service-now.com')
    expect(glide.all('x_hlps_access_key').map((key) => [key.key_id, key.state])).toEqual([
      ['inbound-1', 'retired'],
      ['outbound-1', 'retired'],
      ['in-2', 'live'],
      ['out-2', 'live'],
    ])
  })

  it('fills in the OAuth clients, and names those it could not', () => {
    const glide = connected()
    const id = glide.add('oauth_entity', { name: 'Hallpass read' })
    const client = { clientId: 'c', clientSecret: 's', tokenUrl: 'https://hallpass.acme.example/oidc/token' }
    const clients = [
      { ...client, name: 'Hallpass read' },
      { ...client, name: 'Hallpass password' },
    ]
    expect(connect(glide, { ...input, clients }).body).toMatchObject({ result: { notWritten: ['Hallpass password'] } })
    expect(glide.tables.get('oauth_entity', id)?.get('token_url')).toBe(client.tokenUrl)
  })

  it.each([
    ['hallpassUrl', { ...input, hallpassUrl: 'javascript:alert(1)' }],
    ['mode', { ...input, mode: 'both' }],
    ['keys', { ...input, keys: [input.keys[0]] }],
    ['keys', { ...input, keys: input.keys.map((key) => ({ ...key, secret: 'short' })) }],
  ])('with a wrong %s is refused by name and changes nothing', (field, wrong) => {
    const glide = connected()
    const answer = connect(glide, wrong as never)
    expect(answer).toMatchObject({ status: 400, body: { error: { detail: expect.stringContaining(field) } } })
    expect(glide.all('x_hlps_access_key')).toHaveLength(2)
  })
})
