import { describe, expect, test } from 'vitest'
import { mayDo, readSecurityDescriptor, right } from './security-descriptor.ts'
import { fromFileTime, fromInterval, guidBytes, guidDn, guidOf, sidBytes, sidOf } from './values.ts'

const reset = '00299570-246d-11d0-a768-00aa006e0529'
const me = 'S-1-5-21-1-2-3-1104'

type Ace = { type: number; flags?: number; mask: number; object?: string; sid: string }

function descriptor(owner: string, aces: Ace[]) {
  const entries = aces.map(({ type, flags = 0, mask, object, sid }) => {
    const head = Buffer.alloc(type >= 5 ? 12 : 8)
    if (type >= 5) head.writeUInt32LE(object ? 1 : 0, 8)
    const body = [head, ...(object ? [guidBytes(object) ?? Buffer.alloc(0)] : []), sidBytes(sid)]
    const size = body.reduce((sum, part) => sum + part.length, 0)
    head.writeUInt8(type, 0)
    head.writeUInt8(flags, 1)
    head.writeUInt16LE(size, 2)
    head.writeUInt32LE(mask, 4)
    return Buffer.concat(body)
  })
  const list = Buffer.concat([Buffer.alloc(8), ...entries])
  list.writeUInt16LE(entries.length, 4)
  const head = Buffer.alloc(20)
  head.writeUInt32LE(20, 4)
  const ownerBytes = sidBytes(owner)
  head.writeUInt32LE(20 + ownerBytes.length, 16)
  return readSecurityDescriptor(Buffer.concat([head, ownerBytes, list]))
}

describe('a security descriptor', () => {
  const wanted = { mask: right.extended, objects: [reset] }
  const token = new Set([me, 'S-1-1-0'])

  test.each<[string, Ace[], boolean]>([
    ['nothing allows', [], false],
    ['the right is allowed', [{ type: 5, mask: 0x100, object: reset, sid: me }], true],
    ['all rights of the kind are', [{ type: 5, mask: 0x100, sid: me }], true],
    ['everything is', [{ type: 0, mask: 0x10000000, sid: me }], true],
    ['another right is', [{ type: 5, mask: 0x100, object: '1131f6ad-9c07-11d1-f79f-00c04fc2dcd2', sid: me }], false],
    ['somebody else may', [{ type: 5, mask: 0x100, object: reset, sid: 'S-1-5-11' }], false],
    ['it is for entries below only', [{ type: 5, flags: 0x0a, mask: 0x100, object: reset, sid: me }], false],
    [
      'it is denied before',
      [
        { type: 6, mask: 0x100, object: reset, sid: 'S-1-1-0' },
        { type: 0, mask: 0x100, sid: me },
      ],
      false,
    ],
    ['it is an audit entry', [{ type: 7, mask: 0x100, object: reset, sid: me }], false],
  ])('when %s', (_title, aces, may) => {
    expect(mayDo(descriptor('S-1-5-18', aces), token, wanted)).toBe(may)
  })

  test('lets its owner write rights', () => {
    expect(mayDo(descriptor(me, []), token, { mask: right.writeRights })).toBe(true)
    expect(mayDo(descriptor('S-1-5-18', []), token, { mask: right.writeRights })).toBe(false)
  })

  test('that ends early is refused', () => {
    expect(() => readSecurityDescriptor(Buffer.alloc(8))).toThrow(RangeError)
  })
})

describe('values', () => {
  test('identifiers are the same again', () => {
    const bytes = Buffer.from('00112233445566778899aabbccddeeff', 'hex')
    expect(guidOf(bytes)).toBe('33221100-5544-7766-8899-aabbccddeeff')
    expect(guidBytes(guidOf(bytes))).toEqual(bytes)
    for (const text of ['', '*', '33221100-5544-7766-8899-aabbccddeef', '*)(objectGUID=*'])
      expect(guidDn(text)).toBeNull()
    for (const sid of ['S-1-5-32-544', 'S-1-1-0', me]) expect(sidOf(sidBytes(sid))).toBe(sid)
  })

  test('times and durations, with never and none', () => {
    expect(fromFileTime('125911584000000000')?.toISOString()).toBe('2000-01-01T00:00:00.000Z')
    for (const none of ['0', '9223372036854775807', '', '-1', null]) expect(fromFileTime(none)).toBeNull()
    expect(fromInterval('-864000000000')).toBe(86_400)
    for (const none of ['0', '-9223372036854775808', '864000000000', null]) expect(fromInterval(none)).toBeNull()
  })
})
