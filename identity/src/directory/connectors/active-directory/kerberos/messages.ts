/** The messages of the authentication service exchange (RFC 4120 §3.1, §5.4, §5.9). */
import { encrypt } from './cipher.ts'
import {
  application,
  fields,
  flags,
  type Item,
  integer,
  octets,
  one,
  read,
  sequence,
  tagged,
  text,
  time,
  toNumber,
  toTime,
} from './der.ts'
import { keyBytes } from './keys.ts'

export type Ask = { realm: string; login: string; nonce: number; now: Date }
export type Proof = { encryptionType: number; key: Buffer }

/** What a key is made from, as the service tells it before it accepts a proof (RFC 4120 §5.2.7.5). */
export type KeyHint = { encryptionType: number; salt: string; iterations: number }

export type Answer =
  | { kind: 'ticket'; encryptionType: number; sealed: Buffer }
  | { kind: 'error'; code: number; serverTime: Date | null; hints: KeyHint[] }

const principal = (type: number, ...names: string[]) =>
  sequence(tagged(0, integer(type)), tagged(1, sequence(...names.map(text))))

/** AS-REQ for a ticket that is thrown away; with a proof, the time encrypted with the key of the password. */
export function request(ask: Ask, proof: Proof | null): Buffer {
  const dayLater = new Date(ask.now.getTime() + 3_600_000)
  const body = sequence(
    tagged(0, flags(0)),
    tagged(1, principal(1, ask.login)),
    tagged(2, text(ask.realm)),
    tagged(3, principal(2, 'krbtgt', ask.realm)),
    tagged(5, time(dayLater)),
    tagged(7, integer(ask.nonce)),
    tagged(8, sequence(...Object.keys(keyBytes).map(Number).sort().reverse().map(integer))),
  )
  const proofs = proof === null ? [] : [tagged(3, sequence(encryptedTime(ask.now, proof)))]
  return application(10, sequence(tagged(1, integer(5)), tagged(2, integer(10)), ...proofs, tagged(4, body)))
}

/** PA-ENC-TIMESTAMP, key usage 1 (§5.2.7.2, §7.5.1). */
function encryptedTime(now: Date, { encryptionType, key }: Proof): Buffer {
  const stamp = sequence(tagged(0, time(now)), tagged(1, integer((now.getTime() % 1000) * 1000)))
  const sealed = sequence(tagged(0, integer(encryptionType)), tagged(2, octets(encrypt(key, 1, stamp))))
  return sequence(tagged(1, integer(2)), tagged(2, octets(sealed)))
}

/** Throws for what is neither a ticket nor an error. */
export function readAnswer(bytes: Buffer): Answer {
  const message = one(bytes)
  if (message.tag === (0x60 | 11)) {
    const sealed = fields(repacked(fields(message.body).get(6)))
    const type = toNumber(sealed.get(0))
    const cipher = sealed.get(2)
    if (type === null || cipher === undefined) throw new RangeError('A ticket without its part for us.')
    return { kind: 'ticket', encryptionType: type, sealed: cipher.body }
  }
  if (message.tag !== (0x60 | 30)) throw new RangeError('Neither a ticket nor an error.')
  const error = fields(message.body)
  const code = toNumber(error.get(6))
  if (code === null) throw new RangeError('An error without a code.')
  return { kind: 'error', code, serverTime: toTime(error.get(4)), hints: code === 25 ? hintsIn(error.get(12)) : [] }
}

/** The number that was sent and came back: the answer is not an old one (EncKDCRepPart, §5.4.2). */
export function nonceIn(opened: Buffer): number | null {
  return toNumber(fields(one(opened).body).get(2))
}

/** `fields` opens the sequence itself; what a field holds is one that was opened already. */
function repacked(item: Item | undefined): Buffer {
  if (item === undefined) throw new RangeError('A message that lacks a part.')
  return sequence(item.body)
}

function hintsIn(data: Item | undefined): KeyHint[] {
  if (data === undefined) return []
  const offered = read(one(data.body).body).map((item) => fields(sequence(item.body)))
  const info = offered.find((item) => toNumber(item.get(1)) === 19)?.get(2)
  if (info === undefined) return []
  return read(one(info.body).body).flatMap((item) => {
    const entry = fields(sequence(item.body))
    const encryptionType = toNumber(entry.get(0))
    const parameters = entry.get(2)?.body
    const iterations = parameters?.length === 4 ? parameters.readUInt32BE() : 4096
    if (encryptionType === null) return []
    return [{ encryptionType, salt: entry.get(1)?.body.toString('utf8') ?? '', iterations }]
  })
}
