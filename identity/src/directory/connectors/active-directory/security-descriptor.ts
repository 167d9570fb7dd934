/** Who may do what to an entry, read from its security descriptor ([MS-DTYP] 2.4.6; [MS-ADTS] 5.1.3). Pure. */
import { guidOf, sidOf } from './values.ts'

type AccessEntry = {
  allows: boolean
  mask: number
  /** The property, set of properties or extended right it is about; null for all. */
  object: string | null
  sid: string
}

export type SecurityDescriptor = { owner: string | null; entries: AccessEntry[] }

/** [MS-ADTS] 5.1.3.2. */
export const right = {
  writeProperty: 0x20,
  extended: 0x100,
  writeRights: 0x40000,
  writeOwner: 0x80000,
  genericAll: 0x10000000,
  genericWrite: 0x40000000,
} as const

const inheritOnly = 0x08

/** Throws a RangeError for bytes that are none. */
export function readSecurityDescriptor(bytes: Buffer): SecurityDescriptor {
  const ownerAt = bytes.readUInt32LE(4)
  const listAt = bytes.readUInt32LE(16)
  const owner = ownerAt === 0 ? null : sidOf(bytes.subarray(ownerAt))
  if (listAt === 0) return { owner, entries: [] }
  const entries: AccessEntry[] = []
  let at = listAt + 8
  for (let left = bytes.readUInt16LE(listAt + 4); left > 0; left--) {
    const size = bytes.readUInt16LE(at + 2)
    if (size < 8) throw new RangeError('An access control entry that is too short.')
    const entry = readEntry(bytes.subarray(at, at + size))
    if (entry !== null) entries.push(entry)
    at += size
  }
  return { owner, entries }
}

/** Null for one that is only handed down, or of a kind that neither allows nor denies. */
function readEntry(bytes: Buffer): AccessEntry | null {
  const [type = -1, flags = 0] = bytes
  const hasObject = type === 5 || type === 6
  if ((flags & inheritOnly) !== 0 || ![0, 1, 5, 6].includes(type)) return null
  const told = { allows: type === 0 || type === 5, mask: bytes.readUInt32LE(4) }
  if (!hasObject) return { ...told, object: null, sid: sidOf(bytes.subarray(8)) }
  const present = bytes.readUInt32LE(8)
  const hasType = (present & 1) !== 0
  const sidAt = 12 + (hasType ? 16 : 0) + ((present & 2) !== 0 ? 16 : 0)
  return { ...told, object: hasType ? guidOf(bytes.subarray(12, 28)) : null, sid: sidOf(bytes.subarray(sidAt)) }
}

/** Whether an account with these identifiers has a right; `objects` are what the right is about and sets it is in. */
export function mayDo(
  descriptor: SecurityDescriptor,
  token: ReadonlySet<string>,
  wanted: { mask: number; objects?: readonly string[] },
): boolean {
  // An owner may always write the rights.
  if (wanted.mask === right.writeRights && descriptor.owner !== null && token.has(descriptor.owner)) return true
  for (const entry of descriptor.entries) {
    const isAbout = entry.object === null || (wanted.objects ?? []).includes(entry.object)
    if (isAbout && token.has(entry.sid) && covers(entry.mask, wanted.mask)) return entry.allows
  }
  return false
}

function covers(mask: number, wanted: number): boolean {
  if ((mask & right.genericAll) !== 0 || (mask & wanted) !== 0) return true
  return wanted === right.writeProperty && (mask & right.genericWrite) !== 0
}
