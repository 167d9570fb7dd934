import { createHash } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** sockaddr_un holds 108 bytes with the closing zero (unix(7)). */
const pathBytesMax = 107
const socketName = '.s.PGSQL.5432'

/**
 * The folder of the server's socket: the data folder itself, or, when that path is too long for a socket or holds a
 * comma (the server's setting is a list), a private folder in the temporary directory whose name follows from it.
 */
export function socketFolder(dataFolder: string): string {
  if (fits(dataFolder)) return dataFolder
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)
  const folder = join(tmpdir(), `hallpass-${name}`)
  if (fits(folder)) return folder
  throw new Error(
    `A socket has no place in the data folder, nor in ${tmpdir()}: a path is too long or holds a comma. Choose another.`,
  )
}

function fits(folder: string): boolean {
  return !folder.includes(',') && Buffer.byteLength(join(folder, socketName)) <= pathBytesMax
}

/** Makes the folder ours alone. Whoever made it first in a shared temporary directory must not own our socket. */
export function makePrivateFolder(folder: string, owner: { uid?: number | undefined; gid?: number | undefined }): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  const uids = [process.getuid?.(), owner.uid]
  if (!found.isDirectory() || !uids.includes(found.uid)) {
    throw new Error(`The folder ${folder} belongs to somebody else; remove it, or choose another data folder.`)
  }
  chmodSync(folder, 0o700)
}
