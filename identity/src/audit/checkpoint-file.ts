import { appendFile, mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SignedCheckpoint } from './types.ts'

/** Adds one line and makes sure that it is on the disk. A line torn by a crash before is left behind, ended. */
export async function appendCheckpoint(path: string, checkpoint: SignedCheckpoint): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'a+', 0o600)
  try {
    const { size } = await file.stat()
    const last = Buffer.alloc(1)
    if (size > 0) await file.read(last, 0, 1, size - 1)
    const start = size > 0 && last.toString() !== '\n' ? '\n' : ''
    await appendFile(file, `${start}${JSON.stringify(checkpoint)}\n`)
    await file.datasync()
  } finally {
    await file.close()
  }
}

export type CheckpointLine = { number: number; checkpoint: SignedCheckpoint | null }

/** All whole lines; null stands for one that is no checkpoint. A missing file is an empty list. */
export async function readCheckpointFile(path: string): Promise<CheckpointLine[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n')
  lines.pop() // nothing, or a line that is being written
  return lines.map((line, index) => ({ number: index + 1, checkpoint: parse(line) }))
}

function parse(line: string): SignedCheckpoint | null {
  try {
    const { body, signature } = JSON.parse(line) as SignedCheckpoint
    return typeof body === 'string' && typeof signature === 'string' ? { body, signature } : null
  } catch {
    return null
  }
}
