import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { assertRuntime } from '../runtime.ts'
import { type Entry, commands as everyCommand } from './commands.ts'
import { runCommand } from './run-command.ts'
import { hallpass } from './testing-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'hallpass-words-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const settings = {
  HALLPASS_DATA_DIR: join(folder, 'data'),
  HALLPASS_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
  HALLPASS_LISTEN_PORT: '0',
}
const commands = [
  'serve',
  'migrate',
  'seed',
  'backup',
  'restore',
  'doctor',
  'admin-link',
  'break-glass',
  'audit verify',
  'audit export',
  'audit erase',
]

describe.concurrent('the command', () => {
  test('tells what it can do, for whoever asks in any way or for nothing', async () => {
    for (const words of [[], ['help'], ['--help'], ['-h']]) {
      const { code, out, err } = await hallpass(words)
      expect([code, err]).toEqual([0, ''])
      for (const command of commands) expect(out).toContain(`  ${command} `)
      expect(out).toContain('docs/settings.md')
    }
  })

  test('does nothing but say what a command does, for whoever asks that', async () => {
    const { code, out, err } = await hallpass(['admin-link', '--help'], settings)
    expect([code, err, out.split('\n')[0]]).toEqual([0, '', 'Usage: hallpass admin-link'])
    expect(existsSync(settings.HALLPASS_DATA_DIR)).toBe(false)
  })

  test('lists the commands that begin with a word', async () => {
    const { code, out } = await hallpass(['directory', '--help'])
    expect([code, out]).toEqual([0, expect.stringContaining('  directory pause ')])
    expect(out).not.toContain('  serve ')
    expect((await hallpass(['fly', '--help'])).code).toBe(2)
  })

  test('does nothing where words follow a command that takes none', async () => {
    for (const name of ['migrate', 'admin-link', 'audit verify', 'audit export']) {
      const { code, out } = await hallpass([...name.split(' '), 'now'], settings)
      expect([code, out]).toEqual([2, expect.stringContaining(`"${name}" takes no words: now`)])
    }
    expect(existsSync(settings.HALLPASS_DATA_DIR)).toBe(false)
  })

  test('says its version and nothing else', async () => {
    for (const word of ['version', '--version'])
      expect(await hallpass([word])).toEqual({ code: 0, out: `${manifest.version}\n`, err: '' })
  })

  test('says so when there is no such command, and what there is', async () => {
    for (const words of [['fly'], ['audit'], ['audit', 'burn'], ['constructor'], ['__proto__']]) {
      const { code, out } = await hallpass(words)
      expect([words, code]).toEqual([words, 2])
      expect(out).toContain(`There is no command "${words.join(' ')}".`)
      expect(out).toContain('Usage: hallpass COMMAND')
    }
  })

  test('says every fault of the settings at once, and quotes no secret', async () => {
    const secret = join(folder, 'secret')
    writeFileSync(secret, 'top secret')
    const { code, out, err } = await hallpass(['serve'], {
      ...settings,
      HALLPASS_PUBLIC_URL: 'http://id.acme.example',
      HALLPASS_LISTEN_PORT: 'eighty',
      HALLPASS_LOG_LEVEL: 'loud',
      HALLPASS_SMTP_URL: 'mail.acme.example/top-secret',
      HALLPASS_MASTER_KEY: 'short-and-secret',
      HALLPASS_METRICS_TOKEN: 'top secret',
      HALLPASS_METRICS_TOKEN_FILE: secret,
      HALLPASS_COMPANY_ACCENT: 'green',
    })
    expect([code, out]).toEqual([1, ''])
    expect(err.split('\n')[0]).toBe('The configuration cannot be used:')
    for (const name of [
      ...['PUBLIC_URL', 'LISTEN_PORT', 'LOG_LEVEL', 'SMTP_URL', 'MASTER_KEY', 'METRICS_TOKEN', 'COMPANY_ACCENT'],
    ])
      expect(err).toContain(`  HALLPASS_${name} `)
    expect(err).not.toMatch(/secret\b(?!.*\.key)|at .*\.ts/)
    expect(existsSync(settings.HALLPASS_DATA_DIR)).toBe(false)
  })

  test('wants a passphrase and a file for backup and restore before it opens anything', async () => {
    for (const word of ['backup', 'restore']) {
      expect(await hallpass([word], settings)).toMatchObject({ code: 2, out: expect.stringContaining('Usage: ') })
      const without = await hallpass([word, 'x.backup'], settings)
      expect([without.code, without.err]).toEqual([1, expect.stringContaining('HALLPASS_BACKUP_PASSPHRASE')])
      const short = await hallpass([word, 'x.backup'], { ...settings, HALLPASS_BACKUP_PASSPHRASE: 'short' })
      expect([short.code, short.err]).toEqual([1, expect.stringContaining('12 characters or more')])
    }
    expect(existsSync(settings.HALLPASS_DATA_DIR)).toBe(false)
  })

  test('serves the sample company on this machine only', async () => {
    for (const open of [
      { HALLPASS_LISTEN_HOST: '0.0.0.0' },
      { HALLPASS_PUBLIC_URL: 'https://id.acme.example' },
      { HALLPASS_LISTEN_HOST: '127.0.0.1', HALLPASS_PUBLIC_URL: 'https://localhost.acme.example' },
    ]) {
      const { code, err } = await hallpass(['serve', '--sample', 'acme.json'], { ...settings, ...open })
      expect([code, err]).toEqual([1, expect.stringContaining('The sample company is served on this machine only')])
    }
    expect(existsSync(settings.HALLPASS_DATA_DIR)).toBe(false)
  })

  test('moves the clock for the sample company only', async () => {
    const { code, err } = await hallpass(['serve'], { ...settings, HALLPASS_SAMPLE_CLOCK: join(folder, 'clock') })
    expect([code, err]).toEqual([1, 'HALLPASS_SAMPLE_CLOCK is for the sample company only.\n'])
  })

  test('says in a sentence what it does not understand', async () => {
    const { code, err } = await hallpass(['serve', '--fast'], settings)
    expect([code, err]).toEqual([1, expect.stringContaining("Unknown option '--fast'")])
    expect(err).not.toMatch(/at .*\.ts/)
  })
})

describe('help', () => {
  const said = vi.fn()
  beforeEach(() => vi.spyOn(console, 'log').mockImplementation(said))

  test.for(Object.keys(everyCommand))('tells what %s takes and loads nothing', async (name) => {
    const load = vi.spyOn(everyCommand[name] as Entry, 'load')
    for (const words of [`${name} --help`, `${name} Corp -h`, `help ${name}`]) {
      said.mockClear()
      expect(await runCommand(words.split(' '))).toBe(0)
      expect(said.mock.calls.flat().join('\n')).toMatch(new RegExp(`^Usage: hallpass ${name}( .+)?\n\n.+\\.`))
    }
    expect(load).not.toHaveBeenCalled()
  })
})

// Each command is a process of its own, on machines that are busy with other tests too.
vi.setConfig({ testTimeout: 60_000 })

describe('the runtime', () => {
  test('a Node that is too old is refused in one sentence that says what to do', () => {
    for (const old of ['20.19.0', '22.11.0', '23.6.1'])
      expect(() => assertRuntime(old)).toThrow(
        `Hallpass needs Node 24; this is Node ${old}. Start it with bin/hallpass or "npm start", which bring their own.`,
      )
  })

  test('this one and newer ones will do', () => {
    for (const found of [process.versions.node, '24.0.0', '26.1.0']) expect(() => assertRuntime(found)).not.toThrow()
  })
})
