import { parseArgs } from 'node:util'
import type { SnowSignOn, SnowSignOnPoint } from '@hallpass/contract/servicenow-set-up'
import { foldWords } from '../access/module.ts'
import { listApps } from '../access/store-apps.ts'
import type { App } from '../app.ts'
import type { Command } from './command.ts'
import { instancePassword, instancePasswordOf } from './instance-password.ts'
import { operator, withApp } from './with-app.ts'

const usage = `Usage: hallpass servicenow sign-on APP --administrator LOGIN [--check]

APP    the name or id of an app that is set up for SAML, whose assertions go to an instance of ServiceNow
LOGIN  an administrator of that instance, in whose name it is done. The password is asked for, or comes as the first line of
       the input, or in ${instancePassword.name} or ${instancePassword.name}_FILE; it is used for this run and kept nowhere

Makes Hallpass an identity provider of the instance, or puts right what somebody changed there, and says field by field how
the instance knows Hallpass. With --check nothing is changed on either side.`

/** Enters the sign-on of an app in its instance, or reads it back; the same use cases as the page of the app. */
export const command: Command = async (words, environment) => {
  const read = wordsOf(words)
  if (!read) {
    console.log(usage)
    return 2
  }
  const { login, check } = read
  const password = await instancePasswordOf(login, environment)
  return withApp(environment, async (app) => {
    const { id: appId, name } = await chosenApp(app, read.app)
    const input = { appId, administrator: { name: login, password } }
    const actor = operator(environment)
    const found = await (check ? app.servicenow.checkSignOn(input, actor) : app.servicenow.setUpSignOn(input, actor))
    return tell(name, found)
  })
}

type Read = { app: string; login: string; check: boolean }

function wordsOf(words: string[]): Read | null {
  try {
    const options = { administrator: { type: 'string' }, check: { type: 'boolean' } } as const
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true })
    const [app = '', ...rest] = positionals
    const { administrator: login = '', check = false } = values
    return app === '' || login === '' || rest.length > 0 ? null : { app, login, check }
  } catch {
    return null
  }
}

/** By its id, or the one that is called so, whatever the case. */
async function chosenApp(app: App, word: string): Promise<{ id: string; name: string }> {
  const { db } = app.foundation
  const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(word)
  const byId = isId ? await app.access.app(db, word) : null
  if (byId) return byId
  const rows = await listApps(db, {
    words: foldWords(word),
    category: undefined,
    state: 'active',
    after: null,
    limit: 200,
  })
  const called = rows.map((row) => row.app).filter(({ name }) => name.toLowerCase() === word.toLowerCase())
  const [only, another] = called
  if (only && !another) return only
  if (another) throw new Error(`${called.length} apps are called "${word}"; say the id of one, from its address here.`)
  throw new Error(`There is no app "${word}".`)
}

const marks: Record<SnowSignOnPoint['state'], string> = {
  done: 'ok   ',
  todo: 'WRONG',
  there: 'NOTE ',
  unread: 'NOTE ',
}

const titles: Record<SnowSignOnPoint['subject'], string> = {
  property: 'Single sign-on switched on',
  record: 'Identity provider',
  entityId: 'Identity Provider URL',
  requestUrl: 'AuthnRequest',
  homepage: 'ServiceNow Homepage',
  issuer: 'Entity ID / Issuer',
  audience: 'Audience URI',
  nameIdPolicy: 'NameID Policy',
  userField: 'User Field',
  certificate: 'Our certificate',
  nextCertificate: 'Our next certificate',
  active: 'Tested and active',
  opens: 'Tile',
}

function tell(name: string, { recordUrl, points }: SnowSignOn): number {
  const isGood = points.every(({ state }) => state === 'done' || state === 'there')
  console.log(`${name}: ${isGood ? 'good' : 'NOT good'}`)
  for (const { subject, state, message } of points) console.log(`  ${marks[state]}  ${titles[subject]}: ${message}`)
  if (recordUrl !== null) console.log(`\nThe record in ServiceNow: ${recordUrl}`)
  return isGood ? 0 : 1
}
