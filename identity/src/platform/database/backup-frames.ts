import { byteReader } from './backup-cipher.ts'

/** What a backup says about itself: which release's tables it holds. */
export type BackupManifest = {
  product: 'hallpass'
  madeAt: string
  migrations: { number: number; name: string; checksum: string }[]
}

/** A backup is a list of frames: the manifest, then each table with its rows as COPY text, then the end. */
export type Frame =
  | { kind: 'manifest'; manifest: BackupManifest }
  | { kind: 'table'; schema: string; name: string; columns: string[] }
  | { kind: 'rows'; bytes: Buffer }
  | { kind: 'table_end'; rows: number }
  | { kind: 'end'; tables: number }

const rowsMark = 0x44
const jsonMark = 0x4a

export function writeFrame(frame: Frame): Buffer {
  const [mark, body] =
    frame.kind === 'rows' ? [rowsMark, frame.bytes] : [jsonMark, Buffer.from(JSON.stringify(frame), 'utf8')]
  const head = Buffer.alloc(5)
  head.writeUInt8(mark)
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const reader = byteReader(source)
  while (!(await reader.isAtEnd())) {
    const head = await reader.exactly(5)
    const body = await reader.exactly(head.readUInt32BE(1))
    yield head[0] === rowsMark ? { kind: 'rows', bytes: body } : (JSON.parse(body.toString('utf8')) as Frame)
  }
}
