import { describe, expect, it } from 'vitest'
import { takeCallback } from '../src/server/callbacks.ts'
import { equalInConstantTime, parseSignature } from '../src/server/signature.ts'
import { verifyCallback } from '../src/server/verify-callback.ts'
import { connected, signed } from './connected.ts'

const path = '/api/x_hlps_access/v1/callback/catalog'
const news = { version: 3, isFull: true, apps: [], removed: [] }

describe('a callback', () => {
  it('is taken once: the same one again is refused', () => {
    const glide = connected()
    const callback = signed(glide, path, news)
    expect(verifyCallback(glide, callback)).toEqual({ ok: true, keyId: 'inbound-1' })
    expect(verifyCallback(glide, callback)).toMatchObject({ ok: false, status: 409, code: 'replayed' })
  })

  it('is refused with the measured offset when the clock of the caller is off by more than five minutes', () => {
    const glide = connected()
    const late = signed(glide, path, news, { time: glide.now() - 301 })
    expect(verifyCallback(glide, late)).toMatchObject({ code: 'clock_off', message: expect.stringContaining('-301') })
    expect(verifyCallback(glide, signed(glide, path, news, { time: glide.now() + 300 }))).toMatchObject({ ok: true })
  })

  it('is refused when body, path or method are not those that were signed', () => {
    const glide = connected()
    const callback = signed(glide, path, news)
    const wrong = { ok: false, status: 401, code: 'signature_wrong' }
    expect(verifyCallback(glide, { ...callback, body: callback.body.replace('3', '4') })).toMatchObject(wrong)
    expect(verifyCallback(glide, { ...callback, path: `${path}?x=1` })).toMatchObject(wrong)
    expect(verifyCallback(glide, { ...callback, method: 'PUT' })).toMatchObject(wrong)
    expect(verifyCallback(glide, { ...callback, signature: '' })).toMatchObject({ code: 'signature_missing' })
  })

  it('leaves no row behind when it is refused', () => {
    const glide = connected()
    const callback = signed(glide, path, news)
    takeCallback(glide, 'catalog', { ...callback, body: '{}' }, '')
    expect(glide.all('x_hlps_access_nonce')).toEqual([])
    expect(glide.all('x_hlps_access_sync_run')).toEqual([])
  })

  it('with a good key for another instance changes nothing and marks the key as exposed', () => {
    const glide = connected()
    expect(verifyCallback(glide, signed(glide, path, news, { instanceId: 'i-2' }))).toMatchObject({
      status: 403,
      code: 'other_instance',
    })
    expect(glide.all('x_hlps_access_key').find((key) => key.direction === 'inbound')?.state).toBe('exposed')
    expect(verifyCallback(glide, signed(glide, path, news))).toMatchObject({ code: 'signature_wrong' })
  })

  it('is refused in a clone, by its address or its id', () => {
    for (const [name, value] of [
      ['glide.servlet.uri', 'https://acmetest.service-now.com/'],
      ['instance_id', 'i-9'],
    ] as const) {
      const glide = connected()
      glide.set(name, value)
      const callback = signed(glide, path, news, { instanceId: glide.property('instance_id') })
      expect(takeCallback(glide, 'catalog', callback, '')).toMatchObject({ status: 409 })
      expect(glide.all('x_hlps_access_sync_run')).toEqual([])
    }
  })

  it('may be signed with either of two live keys, and with no retired one', () => {
    const glide = connected()
    glide.add('x_hlps_access_key', { key_id: 'inbound-2', direction: 'inbound', state: 'retired', secret: 'eA==' })
    expect(verifyCallback(glide, signed(glide, path, news, { keyId: 'inbound-2' }))).toMatchObject({ status: 401 })
    const first = glide.all('x_hlps_access_key').find((key) => key.key_id === 'inbound-1')
    glide.add('x_hlps_access_key', { ...first, key_id: 'inbound-3' })
    expect(verifyCallback(glide, signed(glide, path, news, { keyId: 'inbound-3' }))).toMatchObject({ ok: true })
    expect(verifyCallback(glide, signed(glide, path, news))).toMatchObject({ ok: true })
  })
})

describe('the introduction', () => {
  const health = '/api/x_hlps_access/v1/callback/health'

  it('tells who this instance is to whoever signs with a good key, before either knows the other by name', () => {
    const glide = connected()
    glide.set('x_hlps_access.bound_instance_id', '')
    const asked = signed(glide, health, null, { instanceId: 'unknown' })
    expect(takeCallback(glide, 'health', asked, '')).toMatchObject({
      status: 200,
      body: { result: { instanceId: 'i-1', instanceUrl: 'https://acme.service-now.com', keyId: 'inbound-1' } },
    })
    expect(glide.all('x_hlps_access_key').map((key) => key.state)).toEqual(['live', 'live'])
  })

  it('opens no other door, and not that of a clone', () => {
    const glide = connected()
    expect(takeCallback(glide, 'catalog', signed(glide, path, news, { instanceId: 'unknown' }), '').status).toBe(403)
    const clone = connected()
    clone.set('instance_id', 'i-2')
    expect(takeCallback(clone, 'health', signed(clone, health, null, { instanceId: 'unknown' }), '').status).toBe(409)
    const forged = { ...signed(glide, health, null, { instanceId: 'unknown' }), method: 'POST' }
    expect(takeCallback(glide, 'health', forged, '').status).toBe(401)
  })
})

describe('the header', () => {
  it('is read only in its one form', () => {
    const nonce = '0123456789abcdef0123456789abcdef'
    const good = `v=1,kid=k,iid=i,ts=1,nonce=${nonce},mac=QQ==`
    expect(parseSignature(good)).toEqual({ keyId: 'k', instanceId: 'i', time: 1, nonce, mac: 'QQ==' })
    for (const bad of [good.replace('v=1', 'v=2'), `${good} `, good.replace(nonce, 'x'), good.replace('kid=k,', '')]) {
      expect(parseSignature(bad)).toBeNull()
    }
  })

  it('is compared whole, whatever its length', () => {
    expect(equalInConstantTime('abc', 'abc')).toBe(true)
    for (const other of ['', 'abd', 'abcd', 'ab', 'abcabc']) expect(equalInConstantTime(other, 'abc')).toBe(false)
  })
})
