import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sayer } from '@hallpass/contract/sayer'
import { describe, expect, test } from 'vitest'
import { deSentences } from './de-sentences.ts'
import { deSentencesSettings } from './de-sentences-settings.ts'
import { enSentences } from './en-sentences.ts'
import { say, speak } from './say.ts'

const service = join(import.meta.dirname, '../../../identity/src')

/** Where the service writes what people who look after it read on a screen. */
const spokenIn =
  /^(directory\/(?!expiry-mail|sync-run)|provisioning\/|access\/(add-app|addresses|fill-app)|requests\/(set-policy|record-external-approval|provable-elsewhere)|desk\/(settings|servicenow\/(order-state|judge-approvals|hold-against-order|decide-order|judge-sign-on|set-tile|refused-by))|sso\/(sign-on-policy|oidc\/(client-keys|put-keys|put-oidc|keys-at-address)|saml\/(check|expression|from-metadata|read-metadata)|signals\/pu)|audit\/(verify|read-checkpoints)|platform\/(mail\/test-mail|health-checks|http\/health-routes))/
const notSpoken =
  /\.test\.ts$|connectors\/failures\.ts$|\/(testing|conformance)|\/kerberos\/(der|messages|cipher|keys)\.ts$|security-descriptor\.ts$/
/** Not seen on a screen, said in words of the portal by their code, or there in more than one shape. */
const unseen = new Set([
  'The kind of a directory cannot change. Add another directory instead.',
  'Make an account for this person in the app{1}.',
  'Change this person’s account in the app, so that it is{1}.',
  'The person that was just made is not there.',
  'An app of kind {1} has no connector.',
  '{1}: ready to use{2}.',
  'This cursor is not from a list of this address.',
])

/** Put together from pieces in the code, so that no part of them stands there as it is said. */
const assembled = new Set([
  '{1}: not given. “{2}”',
  '{1}: stopped. “{2}”',
  'Unknown access: not given. {1}',
  'Give a value.',
  'Make an account for this person in the app.',
  'Make an account for this person in the app with: {1}.',
  'Change this person’s account in the app, so that it is with: {1}.',
  'Change this person’s account in the app, so that it is without extra rights.',
  'whom it is for and for how long it is',
  '{1}: ready to use.',
  '{1}: ready to use until {2}.',
])

/** Sentences as they stand in the code, `${…}` as `{1}`, `{2}`; failures with a code of their own are left to its words. */
function sentencesIn(path: string): string[] {
  const code = readFileSync(join(service, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g, '')
  const withoutFailures = code.replace(/(new Failure\(\s*'\w+',\s*'\w+',\s*)('[^'\n]*'|`[^`]*`)/g, '$1')
  return [...withoutFailures.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)]
    .map((found) => (found[1] ?? found[2] ?? '').replaceAll("\\'", "'").replaceAll('\\\\', '\\'))
    .filter((text) => /^[A-Z$].*\s.*\s.*[.?!]$/s.test(text))
    .map((text) => {
      let place = 0
      return text.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, () => `{${++place}}`)
    })
}

/** All code of a folder but its tests, words within quotes as they are said. */
function codeUnder(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.test|sentences-de)\.ts$/.test(path) && !path.includes('node_modules'))
    .map((path) => readFileSync(join(folder, path), 'utf8').replaceAll("\\'", "'").replaceAll('\\\\', '\\'))
    .join('\n')
}

const files = readdirSync(service, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && spokenIn.test(path) && !notSpoken.test(path),
)

describe('what the service says to administrators', () => {
  test('is said in German too, every sentence of it', () => {
    const inGerman = sayer(deSentences)
    const all = [...new Set(files.flatMap(sentencesIn))].filter((sentence) => !unseen.has(sentence))
    expect(all.length).toBeGreaterThan(150)
    expect(all.filter((sentence) => inGerman(sentence) === sentence)).toEqual([])
  })

  test('gives each setting its meaning in German, in words of their own', () => {
    const page = readFileSync(join(service, '../../docs/settings.md'), 'utf8')
    const meanings = [...page.matchAll(/^\| `\w+` \| (.+?)(?: Secret\.)? \| .* \|$/gm)].map(
      ([, meaning]) => meaning ?? '',
    )
    expect(meanings.length).toBeGreaterThan(25)
    expect(meanings.filter((meaning) => !Object.hasOwn(deSentencesSettings, meaning))).toEqual([])
  })

  test('has no German that nobody says any more', () => {
    const folders = [service, join(service, '../../contract/src'), join(service, '../../servicenow/client')]
    const spoken = folders.map(codeUnder).join('\n')
    const said = (english: string) =>
      english
        .split(/\{\d\}/)
        .map((part) => part.trim())
        .every((part) => !/\w/.test(part) || spoken.includes(part))
    const whole = Object.keys(deSentences).filter((english) => !english.startsWith('must ') && !assembled.has(english))
    expect(whole.filter((english) => !said(english))).toEqual([])
  })

  test('keeps what it names', () => {
    const inGerman = sayer(deSentences)
    expect(inGerman('No entry of class posixAccount is visible under the base.')).toBe(
      'Unter der Basis ist kein Eintrag der Klasse posixAccount zu sehen.',
    )
    expect(inGerman('Built-in directories cannot change passwords.')).toBe(
      'Eingebaute Verzeichnisse: Passwörter lassen sich nicht ändern.',
    )
    expect(inGerman('“User Field” is email there and must be user_name. Set it up again, or change it there.')).toBe(
      '„User Field“ ist dort email und muss user_name sein. Richten Sie noch einmal ein, oder ändern Sie es dort.',
    )
    expect(inGerman('must not have fewer than 3 characters')).toBe('braucht mindestens 3 Zeichen')
    expect(inGerman('Nobody ever wrote this.')).toBe('Nobody ever wrote this.')
  })

  test('says each of several sentences, also where they are the reason within another', () => {
    const inGerman = sayer(deSentences)
    const why =
      '“Manager” was not approved by anybody who may decide it. The approval by marcus does not count: it is older than the order.'
    const german =
      '„Führungskraft“: von niemandem genehmigt, der darüber entscheiden darf. Die Genehmigung von marcus zählt nicht: Sie ist älter als die Bestellung.'
    expect(inGerman(why)).toBe(german)
    expect(inGerman(`Salesforce: not given. ${why}`)).toBe(`Salesforce: nicht vergeben. ${german}`)
    expect(inGerman('This item no longer says whom it is for. It has to be ordered again.')).toBe(
      'Diese Bestellung sagt nicht mehr, für wen sie ist. Sie muss neu aufgegeben werden.',
    )
    expect(inGerman('What a person wrote. In two sentences.')).toBe('What a person wrote. In two sentences.')
  })

  test('has in German every name that it has in English', () => {
    const names = (text: string) => [...text.matchAll(/\{(\d)(?: said)?\}/g)].map(([, name]) => name).sort()
    for (const [english, german] of Object.entries(deSentences)) {
      if (english.startsWith('must ')) continue
      expect(names(german), english).toEqual(names(english))
    }
  })

  test('is said as it came where the page is English, but for what reads like a schema', () => {
    speak(enSentences)
    expect(say('Groups are visible.')).toBe('Groups are visible.')
    expect(say('must not have fewer than 1 characters')).toBe('must be filled in')
    expect(say('must match pattern "^[A-Za-z]+$"')).toBe('does not have the form wanted')
  })

  test('reads like a schema in neither language', () => {
    const ofSchemas = Object.keys(deSentences).filter((english) => english.startsWith('must '))
    const plain = new Set(['must be well-formed JSON'])
    expect(ofSchemas.filter((english) => !Object.hasOwn(enSentences, english) && !plain.has(english))).toEqual([])
  })
})
