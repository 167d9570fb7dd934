import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeSettings, readConfig } from './config.ts'
import { SettingsFault } from './platform/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'hallpass-config-'))
const base = { HALLPASS_MASTER_KEY_PATH: join(folder, 'key'), HALLPASS_DATA_DIR: join(folder, 'data') }

function faultsOf(environment: Record<string, string>): Record<string, string> {
  try {
    readConfig({ ...base, ...environment })
    return {}
  } catch (error) {
    if (!(error instanceof SettingsFault)) throw error
    return Object.fromEntries(error.faults.map((fault) => [fault.name, fault.message]))
  }
}

describe('configuration', () => {
  test('works with nothing set', () => {
    const config = readConfig(base)
    expect([config.publicUrl.origin, config.listenHost, config.databaseUrl]).toEqual([
      'http://localhost:8080',
      '127.0.0.1',
      undefined,
    ])
  })

  test('reports all faults at once', () => {
    const faults = faultsOf({
      HALLPASS_PUBLIC_URL: 'http://portal.example.org',
      HALLPASS_LISTEN_PORT: '70000',
      HALLPASS_LOG_LEVEL: 'loud',
      HALLPASS_COMPANY_ACCENT: 'green',
      HALLPASS_MASTER_KEY: 'short',
    })
    expect(Object.keys(faults).sort()).toEqual([
      'HALLPASS_COMPANY_ACCENT',
      'HALLPASS_LISTEN_PORT',
      'HALLPASS_LOG_LEVEL',
      'HALLPASS_MASTER_KEY',
      'HALLPASS_PUBLIC_URL',
    ])
    expect(faults.HALLPASS_PUBLIC_URL).toContain('must be https')
  })

  test('takes any setting from a file, and refuses both at once', () => {
    const path = join(folder, 'smtp')
    writeFileSync(path, 'smtp://mail.example.org:25\n')
    expect(readConfig({ ...base, HALLPASS_SMTP_URL_FILE: path }).smtpUrl?.reveal()).toContain('mail.example.org')
    expect(faultsOf({ HALLPASS_SMTP_URL_FILE: path, HALLPASS_SMTP_URL: 'smtp://x' })).toHaveProperty(
      'HALLPASS_SMTP_URL',
    )
    expect(faultsOf({ HALLPASS_SMTP_URL_FILE: join(folder, 'none') })).toHaveProperty('HALLPASS_SMTP_URL')
  })

  test('an empty value means what no value means', () => {
    const names = describeSettings().map(({ name }) => name)
    const empty = Object.fromEntries(
      names.flatMap((name) => [
        [name, ''],
        [`${name}_FILE`, ' '],
      ]),
    )
    const { keys: _made, ...config } = readConfig({ ...empty, ...base })
    const { keys: _same, ...usual } = readConfig(base)
    expect(config).toEqual(usual)
    const path = join(folder, 'empty')
    writeFileSync(path, '\n')
    expect(faultsOf({ HALLPASS_SMTP_URL_FILE: path }).HALLPASS_SMTP_URL).toContain('a file that is empty')
  })

  test.each([
    ['HALLPASS_TRUSTED_PROXIES', ['10.0.0.0/8', '::1, 192.0.2.7', 'loopback'], ['foo', '10.0.0.0/33', '10.0.0.1:80']],
    [
      'DATABASE_URL',
      ['postgres://u:p%23w@db:5432/x', 'postgresql:///x?host=/run/postgresql'],
      ['postgres//u:pw@h/x', 'postgres://u:p#w@h/x', 'mysql://h/x', 'localhost'],
    ],
    ['HALLPASS_MAIL_FROM', ['a@b.example', 'Acme, Inc <a@b.example>'], ['Hallpass', 'Acme <nobody>']],
    ['HALLPASS_PUBLIC_URL', ['https://a.example'], ['https://user:pw@a.example']],
  ])('%s is tried before anything starts', (name, right, wrong) => {
    for (const value of right) expect([value, faultsOf({ [name]: value })]).toEqual([value, {}])
    for (const value of wrong) expect([value, Object.keys(faultsOf({ [name]: value }))]).toEqual([value, [name]])
  })

  test('a key file that holds no key is told by its setting, beside the other faults; none is made beside a fault', () => {
    const path = join(folder, 'garbage')
    writeFileSync(path, 'garbage')
    const faults = faultsOf({ HALLPASS_MASTER_KEY_PATH: path, HALLPASS_LISTEN_PORT: 'x' })
    expect(Object.keys(faults).sort()).toEqual(['HALLPASS_LISTEN_PORT', 'HALLPASS_MASTER_KEY_PATH'])
    expect(faults.HALLPASS_MASTER_KEY_PATH).toContain(`(${path}) must be 32 bytes`)
    const none = join(folder, 'none-yet')
    expect(Object.keys(faultsOf({ HALLPASS_MASTER_KEY_PATH: none, HALLPASS_LISTEN_PORT: 'x' }))).toEqual([
      'HALLPASS_LISTEN_PORT',
    ])
    expect(existsSync(none)).toBe(false)
  })

  test('keeps the master key out of the data folder', () => {
    expect(faultsOf({ HALLPASS_MASTER_KEY_PATH: join(folder, 'data', 'key') })).toHaveProperty(
      'HALLPASS_MASTER_KEY_PATH',
    )
  })

  test('describes every setting, and marks those that hold secrets', () => {
    const rows = describeSettings()
    expect(rows.filter((row) => row.meaning === '')).toEqual([])
    expect(rows.filter((row) => row.isSecret).map((row) => row.name)).toContain('HALLPASS_SMTP_URL')
  })
})
