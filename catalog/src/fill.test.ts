import { describe, expect, test } from 'vitest'
import { checkValues, fillPattern } from './fill.ts'
import { checkParameter } from './parameters.ts'
import { patternsOf } from './patterns.ts'
import { openTemplates, type ParameterType } from './templates.ts'

const idp = 'https://hallpass.acme.example/saml'

describe('a parameter', () => {
  const accepted: [ParameterType, string, string][] = [
    ['hostLabel', 'acme', 'acme'],
    ['hostLabel', '  acme-eu.prod ', 'acme-eu.prod'],
    ['hostLabel', 'bücher', 'xn--bcher-kva'],
    ['host', 'crm.acme.example:8443', 'crm.acme.example:8443'],
    ['host', '[::1]:8080', '[::1]:8080'],
    ['host', '127.0.0.1', '127.0.0.1'],
    ['domain', 'acme.example', 'acme.example'],
    ['tld', 'co.uk', 'co.uk'],
    ['port', '8443', '8443'],
    ['url', 'https://crm.acme.example/base/', 'https://crm.acme.example/base'],
    ['url', 'HTTP://crm.acme.example', 'http://crm.acme.example'],
    ['pathSegment', 'team@acme', 'team@acme'],
    ['pathSegment', 'größe 1?#', 'gr%C3%B6%C3%9Fe%201%3F%23'],
    ['queryValue', 'a&b=c', 'a%26b%3Dc'],
    ['uuid', '1B4E28BA-2fa1-11d2-883f-0016d3cca427', '1B4E28BA-2fa1-11d2-883f-0016d3cca427'],
    ['string', 'anything: at/all', 'anything: at/all'],
  ]
  test.each(accepted)('%s accepts %j as %j', (type, typed, value) => {
    expect(checkParameter(type, typed)).toEqual({ ok: true, value })
  })

  const refused: [ParameterType, string][] = [
    ['hostLabel', ''],
    ['hostLabel', 'acme.'],
    ['hostLabel', '-acme'],
    ['hostLabel', 'evil.example/x'],
    ['hostLabel', 'evil.example#'],
    ['hostLabel', 'user@evil'],
    ['hostLabel', 'a b'],
    ['hostLabel', `${'a'.repeat(64)}`],
    ['host', 'https://crm.acme.example'],
    ['host', 'crm.acme.example:0'],
    ['host', 'crm.acme.example:99999'],
    ['host', '[not-an-address]'],
    ['host', 'user@crm.acme.example'],
    ['domain', 'acme'],
    ['tld', '.com'],
    ['port', '0'],
    ['port', '08'],
    ['port', '65536'],
    ['port', '8e2'],
    ['url', 'crm.acme.example'],
    ['url', 'javascript:alert(1)'],
    ['url', 'https://user:secret@crm.acme.example'],
    ['url', 'https://crm.acme.example/?x=1'],
    ['url', 'https://crm.acme.example/#x'],
    ['pathSegment', 'a/b'],
    ['pathSegment', '..'],
    ['uuid', '1b4e28ba'],
    ['string', '{other}'],
    ['string', 'a\r\nb'],
    ['string', 'x'.repeat(501)],
  ]
  test.each(refused)('%s refuses %j with a sentence', (type, typed) => {
    const checked = checkParameter(type, typed)
    expect(checked).toMatchObject({ ok: false })
    expect(!checked.ok && checked.message).toMatch(/\.$/)
  })
})

describe('the values of a template', () => {
  const template = { params: { subdomain: 'hostLabel', port: 'port', idpEntityId: 'idpEntityId' } as const }

  test('are refused all at once, each by its name', () => {
    const checked = checkValues(template, { port: 'x', other: '1' }, ['https://{subdomain}.acme.example:{port}'], idp)
    expect(checked).toEqual({
      ok: false,
      faults: [
        { parameter: 'other', message: 'This template does not ask for this value.' },
        { parameter: 'subdomain', message: 'Give a value.' },
        { parameter: 'port', message: 'Give a port, a whole number from 1 to 65535.' },
      ],
    })
  })

  test('need not be given for patterns that are not used', () => {
    expect(
      checkValues(template, { subdomain: 'acme', port: '' }, ['https://{subdomain}.x.example'], idp),
    ).toMatchObject({ ok: true })
  })

  test('never replace our own entity ID', () => {
    expect(checkValues(template, { idpEntityId: 'https://evil.example' }, [], idp)).toMatchObject({
      faults: [{ parameter: 'idpEntityId' }],
    })
  })

  test('named like parts of an object prototype are refused', () => {
    const typed = JSON.parse('{"__proto__": "x", "constructor": "y"}') as Record<string, string>
    expect(checkValues(template, typed, [], idp)).toMatchObject({
      faults: [{ parameter: '__proto__' }, { parameter: 'constructor' }],
    })
  })
})

describe('a pattern', () => {
  test('is filled', () => {
    expect(fillPattern('https://{a}.acme.example/{b}', new Map(Object.entries({ a: 'x', b: 'y' })))).toBe(
      'https://x.acme.example/y',
    )
  })

  test('stays unfilled without a value', () => {
    expect(fillPattern('https://{a}.acme.example', new Map())).toBeNull()
  })

  test('never becomes a broken address', () => {
    expect(fillPattern('https://{host}:443/x', new Map([['host', 'a.example:8443']]))).toBeNull()
    expect(fillPattern('https://{string}', new Map([['string', 'user@evil.example']]))).toBeNull()
  })

  test('encodes our entity ID inside a query only', () => {
    const values = new Map([['idp', idp]])
    const types = { idp: 'idpEntityId' } as const
    expect(fillPattern('{idp}', values, types)).toBe(idp)
    expect(fillPattern('https://a.example/login?idp={idp}', values, types)).toBe(
      'https://a.example/login?idp=https%3A%2F%2Fhallpass.acme.example%2Fsaml',
    )
  })
})

const samples: Record<ParameterType, string> = {
  hostLabel: 'acme',
  host: 'crm.acme.example',
  domain: 'acme.example',
  tld: 'com',
  port: '8443',
  url: 'https://crm.acme.example',
  pathSegment: 'acme',
  queryValue: 'acme',
  uuid: '1b4e28ba-2fa1-11d2-883f-0016d3cca427',
  string: 'acme',
  idpEntityId: '',
}

test('every pattern of the data set can be filled with values of the types it declares', () => {
  const unfilled = [...openTemplates().all()].flatMap((template) => {
    const params = template.params ?? {}
    const typed = Object.fromEntries(
      Object.entries(params).flatMap(([name, type]) => (type === 'idpEntityId' ? [] : [[name, samples[type]]])),
    )
    const patterns = patternsOf(template).map(({ pattern }) => pattern)
    const checked = checkValues(template, typed, patterns, idp)
    if (!checked.ok) return [template.slug]
    return patterns.filter((pattern) => fillPattern(pattern, checked.values, params) === null)
  })
  expect(unfilled).toEqual([])
})
