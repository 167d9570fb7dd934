import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tryCommand } from '@hallpass/counterparts/run-command'
import { afterEach, beforeEach, expect, test } from 'vitest'

const clone = join(dirname(fileURLToPath(import.meta.url)), '..')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hallpass-shim-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** With a PATH on which our own Node is not. */
const run = (command: string, ...args: string[]) =>
  tryCommand(command, args, { cwd: folder, env: { PATH: '/usr/bin:/bin' } })

test('bin/hallpass runs with the Node that came with it, from anywhere and through links', async () => {
  symlinkSync(join(clone, 'bin', 'hallpass'), join(folder, 'first'))
  symlinkSync('first', join(folder, 'hallpass'))
  const { version } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8'))
  expect(await run(join(folder, 'hallpass'), '--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
})

test('an installation without its packages is told in one sentence', async () => {
  cpSync(join(clone, 'bin'), join(folder, 'bin'), { recursive: true })
  const { code, stderr } = await run(join(folder, 'bin', 'hallpass'), 'serve')
  expect(code).toBe(1)
  expect(stderr).toMatch(/^hallpass: its packages are not installed yet\. Run: cd \S+ && npm ci\n$/)
})
