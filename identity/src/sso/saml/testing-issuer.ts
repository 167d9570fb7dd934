/**
 * Issues signed responses as fast as it can, in a process of its own, for whoever measures us from outside: told a count,
 * it answers the milliseconds of CPU that so many took. Its key, made for this and known to nobody else, comes first, so
 * that others can be measured with the same. Without a parent process it does nothing.
 */
import { addressesOf } from './addresses.ts'
import { newId } from './issue-response.ts'
import { nameIdFormat } from './names.ts'
import { type SigningKey, signed } from './sign-xml.ts'
import { assertionFacts, testKey } from './testing-saml.ts'
import { writeAssertion } from './write-assertion.ts'
import { success, writeResponse } from './write-message.ts'

if (process.send) {
  const key = await testKey('bench')
  const { entityId } = addressesOf(new URL('https://id.acme.example'))
  process.on('message', (count: number) => {
    const before = process.cpuUsage()
    let xml = ''
    for (let n = 0; n < count; n++) xml = issue(key, entityId)
    const { user, system } = process.cpuUsage(before)
    process.send?.({ cpuMs: (user + system) / 1000, xml })
  })
  process.on('disconnect', () => process.exit(0))
  process.send({ certificate: key.certificate, privateKey: key.privateKey.export({ type: 'pkcs8', format: 'pem' }) })
}

/** Response and assertion signed, with the attributes that apps usually want. */
function issue(key: SigningKey, issuer: string): string {
  const basic = 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic'
  const facts = assertionFacts({
    issuer,
    inResponseTo: newId(),
    nameId: { format: nameIdFormat.emailAddress, value: 'molly@acme.example', spNameQualifier: null },
    attributes: [
      { name: 'email', nameFormat: basic, values: ['molly@acme.example'] },
      { name: 'firstName', nameFormat: basic, values: ['Molly'] },
      { name: 'lastName', nameFormat: basic, values: ['Byrne'] },
      { name: 'groups', nameFormat: basic, values: ['Salesforce users', 'Marketing'] },
    ],
  })
  const response = writeResponse({
    id: newId(),
    issuer,
    destination: facts.recipient,
    issuedAt: facts.issuedAt,
    inResponseTo: facts.inResponseTo,
    status: success,
    assertion: signed(writeAssertion(facts), key),
  })
  return Buffer.from(signed(response, key)).toString('base64')
}
