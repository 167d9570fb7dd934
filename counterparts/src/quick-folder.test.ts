import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { makeQuickFolder } from './quick-folder.ts'

test('a quick folder is new, and open to its owner only', () => {
  const folders = [makeQuickFolder('hallpass-quick-'), makeQuickFolder('hallpass-quick-')]
  expect(new Set(folders).size).toBe(2)
  for (const folder of folders) {
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    rmSync(folder, { recursive: true })
  }
})

test('where nothing is kept in memory it is among the other temporary folders', () => {
  const onDisk = mkdtempSync(join(import.meta.dirname, 'quick-'))
  for (const preferred of [join(onDisk, 'missing'), onDisk]) {
    const folder = makeQuickFolder('hallpass-quick-', { preferred })
    expect(dirname(folder)).toBe(tmpdir())
    rmSync(folder, { recursive: true })
  }
  rmSync(onDisk, { recursive: true })
})
