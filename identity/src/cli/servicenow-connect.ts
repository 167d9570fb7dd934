import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { SnowSecrets } from '@hallpass/contract/servicenow-admin'
import type { App } from '../app.ts'
import { Secret } from '../platform/secret.ts'
import { type Environment, type Setting, SettingsFault, settingsReader } from '../platform/settings.ts'
import type { Command } from './command.ts'
import { instancePassword, instancePasswordOf } from './instance-password.ts'
import { operator, withApp } from './with-app.ts'

const clientSecret: Setting<Secret> = {
  name: 'HALLPASS_SERVICENOW_SECRET',
  meaning: 'Secret of the OAuth client of the instance, for hallpass servicenow connect',
  isSecret: true,
  read: (value) => new Secret(value),
}

const usage = `Usage: hallpass servicenow connect URL --administrator LOGIN [--app ZIP]
       hallpass servicenow connect URL CLIENT_ID
Both take [--name NAME] [--mode push|pull] [--match user_name|email|employee_number]

URL        the instance, such as https://acme.service-now.com
LOGIN      an administrator of the instance, in whose name both sides are set up. The password is asked for, or comes as the
           first line of the input, or in ${instancePassword.name} or ${instancePassword.name}_FILE;
           it is used for this run and kept nowhere
ZIP        the packed app, to be installed first: for development instances
CLIENT_ID  without an administrator: of the OAuth client made there for Hallpass; its secret comes in
           ${clientSecret.name} or ${clientSecret.name}_FILE

With CLIENT_ID, run again, it tries the connection and says what is still missing; with --administrator it makes all
secrets anew. Mode and match are push and user_name at first, and stay as they are where they are not given again.`

/**
 * Connects an instance: makes the connection with its clients and keys, or tries the one that is there, and says what is
 * missing and what to do next. The same use cases as the portal; secrets are printed once and never again.
 */
export const command: Command = async (words, environment) => {
  const read = wordsOf(words)
  if (!read) {
    console.log(usage)
    return 2
  }
  const password = read.administrator === null ? null : await instancePasswordOf(read.administrator, environment)
  return withApp(environment, async (app) => {
    const url = new URL(read.url).origin
    const known = (await app.servicenow.list()).find(({ instanceUrl }) => instanceUrl === url)
    const isSetUp = password !== null && (await setUp(app, read, password, environment))
    const made = known || isSetUp ? null : await create(app, read, secretFrom(environment, clientSecret), environment)
    const id = isSetUp || (known?.id ?? made?.connection.id ?? '')
    const tested = await app.servicenow.test(id)
    for (const { level, message } of tested.findings) console.log(`  ${marks[level]}  ${message}`)
    if (made) console.log(toEnter(made, url))
    console.log(tested.ok ? done : next)
    return tested.ok ? 0 : 1
  })
}

const marks = { ok: 'ok   ', warning: 'NOTE ', fault: 'WRONG' } as const

type Read = {
  url: string
  clientId: string
  administrator: string | null
  zip: string | null
  name: string
  /** What was said; the rest of a known connection stays, and a new one gets what is usual. */
  settings: { mode?: Mode; matchBy?: Match }
}

type Mode = 'push' | 'pull'
const isMode = (word: string): word is Mode => word === 'push' || word === 'pull'

const matches = ['user_name', 'email', 'employee_number'] as const
type Match = (typeof matches)[number]
const isMatch = (word: string): word is Match => matches.some((each) => each === word)

function wordsOf(words: string[]): Read | null {
  try {
    const text = { type: 'string' } as const
    const options = { name: text, mode: text, match: text, administrator: text, app: text }
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true })
    const [url = '', clientId = '', ...rest] = positionals
    const { name = 'ServiceNow', mode, match } = values
    const { administrator = null, app: zip = null } = values
    if (
      !URL.canParse(url) ||
      rest.length > 0 ||
      (mode !== undefined && !isMode(mode)) ||
      (match !== undefined && !isMatch(match)) ||
      (clientId === '') !== (administrator !== null)
    )
      return null
    if (zip !== null && administrator === null) return null
    const settings = { ...(mode ? { mode } : {}), ...(match ? { matchBy: match } : {}) }
    return { url, clientId, administrator, zip, name, settings }
  } catch {
    return null
  }
}

/** From the environment or a file; never from the words of the command, which others can see. */
function secretFrom(environment: Environment, setting: Setting<Secret>): Secret {
  const reader = settingsReader(environment)
  const found = reader.get(setting)
  if (found) return found
  const missing = [{ name: setting.name, message: 'or its _FILE must be set' }]
  throw new SettingsFault(reader.faults.length > 0 ? reader.faults : missing)
}

/** Everything on both sides, in the name of an administrator there; the id of the connection. */
async function setUp(app: App, read: Read, password: Secret, environment: Environment): Promise<string> {
  const administrator = { name: read.administrator ?? '', password }
  const zip = read.zip === null ? null : readFileSync(read.zip)
  const settings = { name: read.name, instanceUrl: read.url, ...read.settings }
  const { connectionId, unpublishedFlows } = await app.servicenow.connect(
    { ...settings, administrator, zip },
    operator(environment),
  )
  if (unpublishedFlows > 0)
    console.log(`  NOTE   ${unpublishedFlows} flows and actions of the app must be published in Flow Designer by hand.`)
  return connectionId
}

async function create(app: App, read: Read, secret: Secret, environment: Environment): Promise<SnowSecrets> {
  const input = {
    name: read.name,
    instanceUrl: read.url,
    oauthClientId: read.clientId,
    oauthClientSecret: secret.reveal(),
    ...read.settings,
  }
  return app.servicenow.create(input, operator(environment))
}

/** What the instance has to know, in the words of its forms. The app calls a key of its own voice outbound. */
function toEnter({ connection, clients, keys }: SnowSecrets, url: string): string {
  const secrets = clients.map(
    ({ scope, clientId, clientSecret: value }) =>
      `  ${scope.padEnd(14)} client id ${clientId}   client secret ${value}`,
  )
  const directions = { to_hallpass: 'outbound', to_servicenow: 'inbound' } as const
  const keyRows = keys.map(
    ({ id, direction, base64 }) => `  ${directions[direction].padEnd(9)} key id ${id}   secret ${base64}`,
  )
  return [
    '',
    `Enter this in ${url}. It is shown this once:`,
    '',
    `Application registries (token address ${connection.tokenUrl}):`,
    ...secrets,
    '',
    'Hallpass > Keys:',
    ...keyRows,
    '',
    `System properties: x_hlps_access.hallpass_url = ${new URL(connection.deskUrl).origin}, x_hlps_access.mode = ${connection.mode}`,
  ].join('\n')
}

const done = '\nBoth directions work. The catalog is on its way; order "App access" there to see it through.'
const next = `
Next: mend what is WRONG above, then run this command again.
Where the app is not installed yet, from a clone of Hallpass:
  node scripts/build-servicenow-app.ts
  cd servicenow/app && npx now-sdk install
docs/guides/connect-servicenow.md goes through all of it, step by step.`
