/** A service provider nobody here wrote (@node-saml/node-saml), set up in the whole service, with a browser between them. */

import type { SamlSettings } from '@hallpass/contract/saml'
import { SAML, type SamlConfig } from '@node-saml/node-saml'
import { type Caller, operator, type TestApp } from '../../testing-app.ts'
import { pemOf } from './encrypt-assertion.ts'
import { newSettings } from './from-metadata.ts'
import type { SigningKey } from './sign-xml.ts'
import { samlKeys } from './signing-key.ts'
import { saveSamlApp } from './store-saml.ts'
import { acsUrl, spEntityId, testKey } from './testing-saml.ts'

export type TestSp = {
  saml: SAML
  appId: string
  key: SigningKey
  settings: SamlSettings
  /** The address of a sign-on request, as the app would redirect to it: path and query. */
  request(relayState?: string): Promise<string>
}

/** The service's clock at the time of day, since the app has a clock of its own. */
export function setClock(world: TestApp): void {
  world.platform.clock.advance(Date.now() - world.platform.clock.now().getTime())
}

/** An app with SAML settings, carried by a role that Molly holds. */
export async function openTestSp(
  world: TestApp,
  changes: Partial<SamlSettings> = {},
  config: Partial<SamlConfig> = {},
): Promise<TestSp> {
  const { app } = world
  const { db, clock } = app.foundation
  const key = await testKey('sp')
  const name = `SAML app ${Math.random().toString(36).slice(2)}`
  const { id: appId } = await app.access.addApp({ name, addresses: { signOn: 'https://sp.example/' } }, operator)
  const apps = [{ appId, entitlements: ['sales', 'staff'] }]
  const { id: roleId } = await app.access.createRole({ name: `${name} users`, askedBy: 'everyone', apps }, operator)
  await db.transaction(async (tx) => {
    const evidence = { source: 'sample' as const, approvals: [] }
    const grant = { personId: world.id.molly, roleId, requestId: null, reason: 'test', durationDays: null, evidence }
    const { grantId } = await app.access.grantRole(tx, grant, operator)
    await app.access.startGrant(tx, grantId)
  })
  const settings: SamlSettings = {
    ...newSettings,
    entityId: spEntityId,
    acs: [{ url: acsUrl, index: 0, isDefault: true }],
    slo: { url: 'https://sp.example/slo', responseUrl: null, binding: 'redirect' },
    signingCertificates: [key.certificate],
    ...changes,
  }
  await db.transaction((tx) => saveSamlApp(tx, { appId, settings, version: 0 }, clock.now()))
  const { certificates } = await samlKeys(app.signOn.deps)
  const origin = app.foundation.config.publicUrl.origin
  const saml = new SAML({
    callbackUrl: acsUrl,
    entryPoint: `${origin}/saml/sso`,
    logoutUrl: `${origin}/saml/slo`,
    issuer: settings.entityId,
    audience: settings.entityId,
    idpCert: certificates.map(pemOf),
    privateKey: key.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: true,
    acceptedClockSkewMs: 60_000,
    ...config,
  })
  const request = async (relayState = '') => {
    const url = new URL(await saml.getAuthorizeUrlAsync(relayState, undefined, {}))
    return url.pathname + url.search
  }
  return { saml, appId, key, settings, request }
}

export type Page = {
  status: number
  location: string | null
  form: { action: string; fields: Record<string, string> } | null
  text: string
}

/** One call of the browser, without following anything. */
export async function visit(
  world: TestApp,
  path: string,
  caller: Caller | null = null,
  post?: Record<string, string>,
): Promise<Page> {
  const answer = await world.server.inject({
    method: post ? 'POST' : 'GET',
    url: path,
    headers: {
      accept: 'text/html',
      ...(caller && !post ? { cookie: caller.headers.cookie ?? '' } : {}),
      ...(post ? { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' } : {}),
    },
    ...(post ? { payload: new URLSearchParams(post).toString() } : {}),
  })
  return {
    status: answer.statusCode,
    location: answer.headers.location === undefined ? null : String(answer.headers.location),
    form: formIn(answer.body),
    text: answer.body,
  }
}

export function formIn(html: string): Page['form'] {
  const action = /<form method="post" action="([^"]*)"/.exec(html)?.[1]
  if (action === undefined) return null
  const inputs = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)
  return {
    action: plain(action),
    fields: Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, plain(value)])),
  }
}

const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** From the app's request to the form that goes back to it, for somebody who is signed in. */
export async function signOn(world: TestApp, caller: Caller, request: string): Promise<Page> {
  const received = await visit(world, request, caller)
  if (received.location === null) return received
  return await visit(world, received.location, caller)
}
