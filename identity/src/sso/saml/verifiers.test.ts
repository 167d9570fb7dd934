import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encryptAssertion, pemOf } from './encrypt-assertion.ts'
import { type SigningKey, signed, unsigned } from './sign-xml.ts'
import { acsUrl, assertionFacts, idpEntityId, messageId, spEntityId, testKey } from './testing-saml.ts'
import type { AssertionFacts } from './write-assertion.ts'
import { writeAssertion } from './write-assertion.ts'
import { success, writeResponse } from './write-message.ts'

let folder: string
let key: SigningKey
let other: SigningKey
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hallpass-saml-'))
  key = await testKey('idp')
  other = await testKey('other')
  writeFileSync(join(folder, 'idp.pem'), pemOf(key.certificate))
  writeFileSync(join(folder, 'other.key'), other.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  writeFileSync(join(folder, 'other.pem'), pemOf(other.certificate))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Changes = Partial<AssertionFacts> & { seal?: boolean; by?: SigningKey }
function response({ seal = false, by = key, ...changes }: Changes = {}): string {
  const assertion = signed(writeAssertion(assertionFacts(changes)), by)
  const facts = { id: messageId(), issuer: idpEntityId, destination: acsUrl, issuedAt: new Date(), status: success }
  const content = seal ? encryptAssertion(assertion, other.certificate, 'rsa-oaep-mgf1p') : assertion
  return signed(writeResponse({ ...facts, assertion: content }), by)
}

const attributes: AssertionFacts['attributes'] = [
  { name: 'displayName', nameFormat: 'urn:x', values: ['Siobhán O\'Neil & "Shiv" <🦊>', 'عمر حداد'] },
  { name: 'groups', nameFormat: 'urn:x', values: ['sales', 'staff'] },
]

/** xmlsec1 of Debian, an implementation in C. */
function xmlsec(xml: string): boolean {
  writeFileSync(join(folder, 'r.xml'), xml)
  const ids = ['assertion:Assertion', 'protocol:Response'].flatMap((name) => [
    '--id-attr:ID',
    `urn:oasis:names:tc:SAML:2.0:${name}`,
  ])
  try {
    execFileSync('xmlsec1', ['--verify', '--pubkey-cert-pem', join(folder, 'idp.pem'), ...ids, join(folder, 'r.xml')], {
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}

const script = `
import base64, json, sys
from onelogin.saml2.response import OneLogin_Saml2_Response as Response
from onelogin.saml2.settings import OneLogin_Saml2_Settings as Settings
folder, sealed = sys.argv[1], sys.argv[2] == 'sealed'
read = lambda name: open(folder + '/' + name).read()
settings = Settings({
  'strict': True,
  'sp': {'entityId': '${spEntityId}', 'assertionConsumerService': {'url': '${acsUrl}'}, 'privateKey': read('other.key'), 'x509cert': read('other.pem')},
  'idp': {'entityId': '${idpEntityId}', 'singleSignOnService': {'url': 'https://id.acme.example/saml/sso'}, 'x509cert': read('idp.pem')},
  'security': {'wantAssertionsSigned': not sealed, 'wantMessagesSigned': True, 'wantAssertionsEncrypted': sealed, 'wantNameId': True}})
response = Response(settings, base64.b64encode(read('r.xml').encode()).decode())
valid = response.is_valid({'http_host': 'sp.example', 'https': 'on', 'script_name': '/acs'})
print(json.dumps({'valid': valid, 'error': response.get_error(), 'name': response.get_nameid() if valid else None, 'attributes': response.get_attributes() if valid else None}))
`

/** python3-saml of Debian, strict, with the XML schemas of the standard. */
function pythonSaml(
  xml: string,
  sealed = false,
): { valid: boolean; error: string | null; name: string; attributes: object } {
  writeFileSync(join(folder, 'r.xml'), xml)
  const printed = execFileSync('/usr/bin/python3', ['-c', script, folder, sealed ? 'sealed' : 'open'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return JSON.parse(printed)
}

test('xmlsec1 accepts what we sign, and nothing that was changed or signed by another key', () => {
  const xml = response({ attributes })
  expect(xmlsec(xml)).toBe(true)
  expect(xmlsec(xml.replace('>molly@', '>admin@'))).toBe(false)
  expect(xmlsec(response({ by: other }))).toBe(false)
})

test('python3-saml accepts it in strict mode with the XML schema, and reads every name as it was', () => {
  const read = pythonSaml(response({ attributes }))
  expect(read).toMatchObject({ valid: true, error: null, name: 'molly@acme.example' })
  expect(read.attributes).toEqual(Object.fromEntries(attributes.map(({ name, values }) => [name, values])))
})

test('python3-saml refuses another audience, another receiver, an expired one and a forged one', () => {
  const past = new Date(Date.now() - 3_600_000)
  for (const changes of [
    { audience: 'https://other.example' },
    { recipient: 'https://other.example/acs' },
    { notOnOrAfter: past },
    { by: other },
  ])
    expect(pythonSaml(response(changes)).valid).toBe(false)
})

test('an encrypted assertion is opened by the reader it was made for', () => {
  const read = pythonSaml(response({ attributes, seal: true }), true)
  expect(read).toMatchObject({ valid: true, name: 'molly@acme.example' })
})

test('without its signatures the same message is refused', () => {
  const facts = { id: messageId(), issuer: idpEntityId, destination: acsUrl, issuedAt: new Date(), status: success }
  const assertion = unsigned(writeAssertion(assertionFacts()))
  expect(pythonSaml(unsigned(writeResponse({ ...facts, assertion }))).valid).toBe(false)
})
