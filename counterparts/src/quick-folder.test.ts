import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { makeQuickFolder } from './quick-folder.ts'
import { tryCommand } from './run-command.ts'

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

test('it is gone when the process that made it exits, whatever it holds and whether or not it ended well', async () => {
  const module = JSON.stringify(join(import.meta.dirname, 'quick-folder.ts'))
  const script = `
    import { writeFileSync } from 'node:fs'
    import { makeQuickFolder } from ${module}
    const folder = makeQuickFolder('hallpass-quick-')
    writeFileSync(folder + '/rows', 'left')
    process.stdout.write(folder)
    throw new Error('broken off')`
  const { code, stdout } = await tryCommand(process.execPath, ['--input-type=module', '--eval', script])
  expect(code).toBe(1)
  expect(stdout).toContain('hallpass-quick-')
  expect(existsSync(stdout)).toBe(false)
})

test('what a process left that was killed is cleared away by the next, and nothing else is', async () => {
  const module = JSON.stringify(join(import.meta.dirname, 'quick-folder.ts'))
  const script = `
    import { writeFileSync } from 'node:fs'
    import { makeQuickFolder } from ${module}
    for (const prefix of ['hallpass-quick-', 'hallpass-slow-']) {
      const folder = makeQuickFolder(prefix)
      writeFileSync(folder + '/rows', 'left')
      console.log(folder)
    }
    process.kill(process.pid, 'SIGKILL')`
  const killed = await tryCommand(process.execPath, ['--input-type=module', '--eval', script])
  const [left = '', ofOthers = ''] = killed.stdout.trim().split('\n')
  const living = makeQuickFolder('hallpass-quick-living-')
  const unknown = mkdtempSync(join(dirname(left), 'hallpass-quick-'))
  const elsewhere = left.replace(/-\d+-(\w+)$/, '-1-$1')
  mkdirSync(elsewhere)
  expect([left, ofOthers].map((folder) => existsSync(join(folder, 'rows')))).toEqual([true, true])

  const next = makeQuickFolder('hallpass-quick-')
  const again = makeQuickFolder('hallpass-quick-')
  const there = (folder: string) => existsSync(folder)
  expect([left, ofOthers, living, unknown, elsewhere, next, again].map(there)).toEqual([
    false,
    ...[true, true, true, true, true, true],
  ])
  for (const folder of [ofOthers, living, unknown, elsewhere, next, again]) rmSync(folder, { recursive: true })
})
