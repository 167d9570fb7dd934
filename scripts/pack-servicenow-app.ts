import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'

/** Some time that never changes: what ServiceNow's tool writes of "now" would make every build another one. */
const fixedTime = '2026-01-01 00:00:00'
const listing = 'package_inventory.csv'

/** Takes out of a built app what differs from build to build, and lists its files anew. */
export function makeReproducible(folder: string, version: string): void {
  for (const name of filesOf(folder)) {
    const path = join(folder, name)
    if (!name.endsWith('.xml')) continue
    const text = readFileSync(path, 'utf8')
    // The bill of materials carries a random serial number and the time; npm's lock file says the same, reproducibly.
    if (name.includes('sys_module_') && text.includes('bom.json')) {
      rmSync(path)
      continue
    }
    const steady = text.replace(/<run_start>[^<]*<\/run_start>/g, `<run_start>${fixedTime}</run_start>`)
    if (steady !== text) writeFileSync(path, steady)
  }
  writeFileSync(join(folder, listing), inventory(folder, version))
}

/** The listing as ServiceNow's own tool writes it: a head, then `path;sha256` of every file, sorted. */
export function inventory(folder: string, version: string): string {
  const head = ['#build=now-sdk', `#appVersion=${version}`, '#type=scoped', '#version=1.0.0']
  const lines = filesOf(folder)
    .filter((name) => name !== listing)
    .map(
      (name) =>
        `${name};${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    )
  return `${[...head, ...lines].join('\n')}\n`
}

/** A zip (APPNOTE 6.3) with files in order and no times in it; ServiceNow's own paths begin with a slash. */
export function writeZip(folder: string, target: string): void {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const name of filesOf(folder)) {
    const content = readFileSync(join(folder, name))
    const packed = deflateRawSync(content, { level: 9 })
    const path = Buffer.from(`/${name}`)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE(0, 6)
    common.writeUInt16LE(((2026 - 1980) << 9) | (1 << 5) | 1, 8)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(path.length, 22)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, path, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, path)
    offset += 4 + common.length + path.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const count = directory.length / 4
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06', 'latin1'), end]))
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
