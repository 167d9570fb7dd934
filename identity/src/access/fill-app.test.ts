import { openTemplates } from '@hallpass/catalog/templates'
import { describe, expect, test } from 'vitest'
import { fillApp } from './fill-app.ts'

const templates = openTemplates()
const idp = 'https://hallpass.acme.example/saml'

function fill(slug: string, input: Parameters<typeof fillApp>[1]) {
  const template = templates.get(slug)
  if (!template) throw new Error(`no template ${slug}`)
  return fillApp(template, input, idp)
}

describe('an app from a template', () => {
  test('has its addresses filled from one value', () => {
    expect(fill('salesforce', { parameters: { subdomain: ' acme ' } })).toEqual({
      ok: true,
      parameters: { subdomain: 'acme' },
      addresses: {
        signOn: 'https://acme.my.salesforce.com',
        entityId: 'https://acme.my.salesforce.com',
        acs: 'https://acme.my.salesforce.com',
        relayState: null,
        redirectUris: [],
        scimBase: null,
      },
    })
  })

  test('takes the alternatives that are chosen, and none where none is', () => {
    const filled = fill('salesforce', { parameters: { subdomain: 'acme' }, choices: { signOn: 1, acs: null } })
    expect(filled).toMatchObject({ addresses: { signOn: 'https://acme-dev-ed.my.salesforce.com', acs: null } })
  })

  test('names every value that is missing or wrong, and every alternative that is not there', () => {
    expect(fill('salesforce', { parameters: {} })).toEqual({
      ok: false,
      faults: [{ field: 'parameters.subdomain', message: 'Give a value.' }],
    })
    expect(fill('salesforce', { parameters: { subdomain: 'evil.example/', tenant: 'x' } })).toMatchObject({
      faults: [{ field: 'parameters.tenant' }, { field: 'parameters.subdomain' }],
    })
    expect(fill('salesforce', { parameters: { subdomain: 'acme' }, choices: { signOn: 9 } })).toMatchObject({
      faults: [{ field: 'choices.signOn' }],
    })
  })

  test('needs no value for an address that is typed', () => {
    const typed = { signOn: 'https://login.acme.example', entityId: 'urn:acme', acs: null }
    expect(fill('salesforce', { parameters: {}, addresses: typed })).toMatchObject({
      ok: true,
      addresses: { signOn: 'https://login.acme.example', entityId: 'urn:acme', acs: null },
    })
  })

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    'https://user:pw@acme.example',
    'acme',
    'https://acme .example',
  ])('never sends people to %s', (signOn) => {
    const filled = fill('salesforce', { parameters: { subdomain: 'acme' }, addresses: { signOn } })
    expect(filled).toMatchObject({ ok: false, faults: [{ field: 'addresses.signOn' }] })
  })

  test('keeps redirect addresses of phones and refuses those that would run', () => {
    expect(fill('1password', { parameters: { companyDomain: 'acme', domain: 'scim.acme.example' } })).toMatchObject({
      addresses: {
        redirectUris: ['https://acme.1password.com/sso/oidc/redirect/', 'onepassword://sso/oidc/redirect'],
        scimBase: 'https://scim.acme.example/scim',
      },
    })
    const typed = { redirectUris: ['https://a.example/cb', 'javascript:alert(1)'] }
    expect(fill('1password', { parameters: { domain: 'scim.acme.example' }, addresses: typed })).toMatchObject({
      faults: [{ field: 'addresses.redirectUris.1' }],
    })
  })

  test('leads to the vendor when it is only linked, and to the own installation when it is self-hosted', () => {
    expect(fill('101domain', { parameters: {} })).toMatchObject({ addresses: { signOn: 'https://101domain.com' } })
    expect(fill('owncloud', { parameters: { baseUrl: 'https://cloud.acme.example/' } })).toMatchObject({
      addresses: { signOn: 'https://cloud.acme.example' },
    })
    expect(fill('015', { parameters: {} })).toMatchObject({ addresses: { signOn: null } })
  })

  test('can be made of every template that asks for nothing', () => {
    const refused = [...templates.all()].filter(
      (template) => !template.params && !fillApp(template, { parameters: {} }, idp).ok,
    )
    expect(refused.map((template) => template.slug)).toEqual([])
  })
})
