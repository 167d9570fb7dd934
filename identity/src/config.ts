import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { createKeyring, type Keyring, type MasterKey } from './platform/crypto/keyring.ts'
import { parseMasterKeys, readOrMakeKeyFile } from './platform/crypto/master-key.ts'
import type { LogLevel } from './platform/log.ts'
import { Secret } from './platform/secret.ts'
import {
  type Environment,
  integer,
  list,
  oneOf,
  type Setting,
  type SettingFault,
  SettingsFault,
  settingsReader,
  text,
  url,
} from './platform/settings.ts'

type MasterKeys = [MasterKey, ...MasterKey[]]

/** Everything an operator can set. `docs/settings.md` is generated from this list. */
export const settings = {
  publicUrl: {
    name: 'HALLPASS_PUBLIC_URL',
    meaning:
      'Where browsers reach Hallpass: https, or http on localhost only. Links in mails start with it; the Host header is ignored',
    fallback: 'http://localhost:8080',
    read: readPublicUrl,
  },
  listenHost: { name: 'HALLPASS_LISTEN_HOST', meaning: 'Address to listen on', fallback: '127.0.0.1', read: text() },
  listenPort: {
    name: 'HALLPASS_LISTEN_PORT',
    meaning: 'Port to listen on; 0 takes a free one',
    fallback: '8080',
    read: integer(0, 65_535),
  },
  trustedProxies: {
    name: 'HALLPASS_TRUSTED_PROXIES',
    meaning: 'Addresses or CIDR ranges whose X-Forwarded-For is believed, separated by commas',
    fallback: '',
    read: readProxies,
  },
  callsPerMinute: {
    name: 'HALLPASS_CALLS_PER_MINUTE',
    meaning:
      'Calls one network address may make in a minute over all routes; many people can share an address. Programs that give a right secret to OpenID Connect are not counted',
    fallback: '6000',
    read: integer(60, 10_000_000),
  },
  dataDir: {
    name: 'HALLPASS_DATA_DIR',
    meaning: 'Folder of the embedded database and of the signed checkpoints',
    fallback: './data',
    read: (value: string) => resolve(value),
  },
  masterKeyPath: {
    name: 'HALLPASS_MASTER_KEY_PATH',
    meaning:
      'File that holds the master key when HALLPASS_MASTER_KEY is not set; made on first start. Keep it outside the data folder and outside backups',
    fallback: './hallpass.key',
    read: (value: string) => resolve(value),
  },
  masterKey: {
    name: 'HALLPASS_MASTER_KEY',
    meaning: 'Master key, 32 bytes in base64; several separated by commas to rotate: the first one seals, all open',
    isSecret: true,
    read: readMasterKeys,
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    meaning: 'PostgreSQL 15 or newer to use instead of the embedded one',
    isSecret: true,
    read: readDatabaseUrl,
  },
  databaseAdminUrl: {
    name: 'DATABASE_ADMIN_URL',
    meaning:
      'The same database as its owner, for migrations; DATABASE_URL may then be a role that can only add to the trail',
    isSecret: true,
    read: readDatabaseUrl,
  },
  databasePool: {
    name: 'HALLPASS_DATABASE_POOL',
    meaning: 'Connections of this node to the database',
    fallback: '16',
    read: integer(4, 200),
  },
  jobsAtOnce: {
    name: 'HALLPASS_JOBS_AT_ONCE',
    meaning: 'Jobs this node runs at the same time',
    fallback: '8',
    read: integer(1, 64),
  },
  nodeLeaseSeconds: {
    name: 'HALLPASS_NODE_LEASE_SECONDS',
    meaning: 'A node that has been silent this long is taken for dead and its jobs are taken over',
    fallback: '15',
    read: integer(1, 600),
  },
  stopSeconds: {
    name: 'HALLPASS_STOP_SECONDS',
    meaning:
      'How long a stop may take before the process ends without its database; jobs that run get the first 40 % of it',
    fallback: '25',
    read: integer(5, 600),
  },
  smtpUrl: {
    name: 'HALLPASS_SMTP_URL',
    meaning: 'Mail server: smtp://user:password@host:port or smtps://…',
    isSecret: true,
    read: (value: string) => new Secret(url('smtp:', 'smtps:')(value).href),
  },
  mailFrom: {
    name: 'HALLPASS_MAIL_FROM',
    meaning: 'Sender of all mails',
    fallback: 'Hallpass <hallpass@localhost>',
    read: readSender,
  },
  internalHosts: {
    name: 'HALLPASS_INTERNAL_HOSTS',
    meaning:
      'Hosts (host or host:port, separated by commas) inside the network that directories, apps and webhooks may use; * opens all',
    fallback: '',
    read: list(),
  },
  smsUrl: {
    name: 'HALLPASS_SMS_URL',
    meaning: 'Webhook of your service for text messages; without it there are none (they are the weakest factor)',
    read: url('http:', 'https:'),
  },
  pushUrl: {
    name: 'HALLPASS_PUSH_URL',
    meaning: 'Webhook of your service for prompts on phones; without it there are none',
    read: url('http:', 'https:'),
  },
  webhookSecret: {
    name: 'HALLPASS_WEBHOOK_SECRET',
    meaning: 'Key that calls to these webhooks are signed with (HMAC-SHA-256), at least 32 characters',
    isSecret: true,
    read: readWebhookSecret,
  },
  recentPasswordsPath: {
    name: 'HALLPASS_RECENT_PASSWORDS_PATH',
    meaning:
      'Folder for keyed hashes of passwords just set in Active Directory, each kept for an hour. Keep it outside the data folder and outside backups; share it between nodes',
    fallback: './hallpass.recent',
    read: (value: string) => resolve(value),
  },
  metricsToken: {
    name: 'HALLPASS_METRICS_TOKEN',
    meaning: 'Bearer token for /metrics; without it the address does not exist',
    isSecret: true,
    read: (value: string) => new Secret(value.trim()),
  },
  tracesUrl: {
    name: 'HALLPASS_TRACES_URL',
    meaning: 'OpenTelemetry collector for traces (OTLP over HTTP)',
    read: url('http:', 'https:'),
  },
  logLevel: {
    name: 'HALLPASS_LOG_LEVEL',
    meaning: 'debug, info, warn, error or silent',
    fallback: 'info',
    read: oneOf('debug', 'info', 'warn', 'error', 'silent'),
  },
  companyName: {
    name: 'HALLPASS_COMPANY_NAME',
    meaning: 'Name shown in the portal and in mails',
    fallback: 'Hallpass',
    read: text(),
  },
  companyAccent: {
    name: 'HALLPASS_COMPANY_ACCENT',
    meaning: 'Accent colour of the portal, #rrggbb',
    fallback: '#2f6f4f',
    read: readColour,
  },
  reminderDays: {
    name: 'HALLPASS_REMINDER_DAYS',
    meaning: 'How many days before it ends a person is reminded of access; 0 never',
    fallback: '5',
    read: integer(0, 90),
  },
  disabledDaysMax: {
    name: 'HALLPASS_DISABLED_DAYS_MAX',
    meaning: 'After how many days disabled what a person holds ends for good; 0 never',
    fallback: '30',
    read: integer(0, 3650),
  },
  sampleClockPath: {
    name: 'HALLPASS_SAMPLE_CLOCK',
    meaning: 'Sample company only: file with an offset in milliseconds by which the clock is moved',
    read: (value: string) => resolve(value),
  },
} as const satisfies Record<string, Setting<unknown>>

export type Config = {
  publicUrl: URL
  listenHost: string
  listenPort: number
  trustedProxies: string[]
  callsPerMinute: number
  dataDir: string
  keys: Keyring
  databaseUrl: Secret | undefined
  databaseAdminUrl: Secret | undefined
  databasePool: number
  jobsAtOnce: number
  nodeLeaseSeconds: number
  stopSeconds: number
  smtpUrl: Secret | undefined
  mailFrom: string
  internalHosts: string[]
  smsUrl: URL | undefined
  pushUrl: URL | undefined
  webhookSecret: Secret | undefined
  recentPasswordsPath: string
  metricsToken: Secret | undefined
  tracesUrl: URL | undefined
  logLevel: LogLevel
  companyName: string
  companyAccent: string
  reminderDays: number
  disabledDaysMax: number
  sampleClockPath: string | undefined
}

type ReadConfigOptions = {
  /** Makes a master key where there is none yet, as a first start does; true when left out. */
  makesKey?: boolean
}

/** Reads the configuration; throws `SettingsFault` with every fault at once. */
export function readConfig(environment: Environment, { makesKey = true }: ReadConfigOptions = {}): Config {
  const reader = settingsReader(environment)
  const has = <T>(setting: Setting<T>): T => reader.get(setting) as T
  const masterKeys = reader.get(settings.masterKey)
  const masterKeyPath = has(settings.masterKeyPath)
  const config: Omit<Config, 'keys'> = {
    publicUrl: has(settings.publicUrl),
    listenHost: has(settings.listenHost),
    listenPort: has(settings.listenPort),
    trustedProxies: has(settings.trustedProxies),
    callsPerMinute: has(settings.callsPerMinute),
    dataDir: has(settings.dataDir),
    databaseUrl: reader.get(settings.databaseUrl),
    databaseAdminUrl: reader.get(settings.databaseAdminUrl),
    databasePool: has(settings.databasePool),
    jobsAtOnce: has(settings.jobsAtOnce),
    nodeLeaseSeconds: has(settings.nodeLeaseSeconds),
    stopSeconds: has(settings.stopSeconds),
    smtpUrl: reader.get(settings.smtpUrl),
    mailFrom: has(settings.mailFrom),
    internalHosts: has(settings.internalHosts),
    smsUrl: reader.get(settings.smsUrl),
    pushUrl: reader.get(settings.pushUrl),
    webhookSecret: reader.get(settings.webhookSecret),
    recentPasswordsPath: has(settings.recentPasswordsPath),
    metricsToken: reader.get(settings.metricsToken),
    tracesUrl: reader.get(settings.tracesUrl),
    logLevel: has(settings.logLevel),
    companyName: has(settings.companyName),
    companyAccent: has(settings.companyAccent),
    reminderDays: has(settings.reminderDays),
    disabledDaysMax: has(settings.disabledDaysMax),
    sampleClockPath: reader.get(settings.sampleClockPath),
  }
  if (config.dataDir && masterKeyPath?.startsWith(`${config.dataDir}/`)) {
    reader.faults.push({
      name: settings.masterKeyPath.name,
      message: 'must be outside the data folder: a backup of it would hold the key',
    })
  }
  if ((config.smsUrl || config.pushUrl) && !config.webhookSecret)
    reader.faults.push({ name: settings.webhookSecret.name, message: 'is needed where a webhook is set' })
  // A key that was given and cannot be read is told as it is; the file is not looked at then.
  const isGiven = masterKeys || reader.faults.some(({ name }) => name.startsWith(settings.masterKey.name))
  const keys = isGiven ? masterKeys : keysOfFile(masterKeyPath, reader.faults, makesKey)
  if (reader.faults.length > 0 || !keys) throw new SettingsFault(reader.faults)
  return { ...config, keys: createKeyring(keys) }
}

/** Beside other faults no key is made: nothing will start. */
function keysOfFile(path: string, faults: SettingFault[], makesKey: boolean): MasterKeys | undefined {
  if (faults.length > 0 && !existsSync(path)) return undefined
  try {
    return parseMasterKeys(new Secret(readOrMakeKeyFile(path, { makesKey })))
  } catch (error) {
    faults.push({ name: settings.masterKeyPath.name, message: `(${path}) ${(error as Error).message}` })
    return undefined
  }
}

/** Cookies with the `__Host-` prefix need a secure origin, and passkeys a name: plain http is for localhost alone. */
function readPublicUrl(value: string): URL {
  const parsed = url('http:', 'https:')(value)
  if (parsed.protocol === 'http:' && parsed.hostname !== 'localhost')
    throw new Error('must be https (plain http is for localhost only)')
  if (parsed.username !== '' || parsed.password !== '') throw new Error('must hold no name and no password')
  if (parsed.pathname !== '/' || parsed.search !== '' || parsed.hash !== '')
    throw new Error('must be an origin without a path')
  return parsed
}

/** Its own words: a password with one of these characters is what goes wrong. */
function readDatabaseUrl(value: string): Secret {
  const parsed = URL.canParse(value.trim()) ? new URL(value.trim()) : null
  if (parsed?.protocol === 'postgres:' || parsed?.protocol === 'postgresql:') return new Secret(value.trim())
  throw new Error(
    'must be postgres://user:password@host:port/database; in a password # / ? @ : are written %23 %2F %3F %40 %3A',
  )
}

/** As the HTTP server understands them; three names stand for ranges everybody knows. */
function readProxies(value: string): string[] {
  const ranges = list()(value)
  const wrong = ranges.find((range) => !isRange(range))
  if (wrong !== undefined) throw new Error(`must be addresses or ranges such as 10.0.0.0/8; "${wrong}" is neither`)
  return ranges
}

function isRange(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

function readSender(value: string): string {
  const sender = value.trim()
  if (/^[^<>@]*<[^<>\s@]+@[^<>\s@]+>$|^[^<>\s@]+@[^<>\s@]+$/.test(sender)) return sender
  throw new Error('must be an address, or a name and an address: Acme <access@acme.example>')
}

function readWebhookSecret(value: string): Secret {
  if (value.trim().length < 32) throw new Error('must have at least 32 characters')
  return new Secret(value.trim())
}

function readMasterKeys(value: string): MasterKeys {
  return parseMasterKeys(new Secret(value))
}

function readColour(value: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(value.trim())) throw new Error('must be a colour like #2f6f4f')
  return value.trim().toLowerCase()
}

/** The settings as rows for the generated page and the portal; never a value of a secret. */
export function describeSettings(): { name: string; meaning: string; fallback: string | null; isSecret: boolean }[] {
  return Object.values(settings).map((setting: Setting<unknown>) => ({
    name: setting.name,
    meaning: setting.meaning,
    fallback: setting.fallback ?? null,
    isSecret: setting.isSecret ?? false,
  }))
}
