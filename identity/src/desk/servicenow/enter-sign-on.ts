import { X509Certificate } from 'node:crypto'
import type { AdminSession } from '@hallpass/servicenow-client/admin-session'
import { ServiceNowFailure } from '@hallpass/servicenow-client/failures'
import type { ServiceNowSide } from '../../sso/module.ts'
import { putRecord, setProperty, type Values } from './put-record.ts'

export const providers = 'saml2_update1_properties'
export const property = 'glide.authenticate.multisso.enabled'

/** What the fields of the identity provider in the instance must hold. */
export const fieldsOf = (side: ServiceNowSide): Values => ({
  idp: side.entityId,
  idp_authnrequest_url: side.signOnUrl,
  service_url: side.acsUrl,
  issuer: side.audience,
  audience: side.audience,
  nameid_policy: side.nameIdPolicy,
  user_field: side.userField ?? '',
})

/**
 * What docs/guides/connect-servicenow-sso.md has an administrator enter, entered: the property, the one record of us, and our
 * certificates. Every step looks first and may be repeated. A record that is made here is not active: ServiceNow wants its own
 * test of the connection first, in the browser of whoever tests. What is there already stays as active as it is. Answers its sys_id.
 */
export async function enterSignOn(session: AdminSession, side: ServiceNowSide): Promise<string> {
  const { idp = '', ...values } = fieldsOf(side)
  const known = await providersOf(session, idp)
  const isNew = known.length === 0
  const made = isNew ? { name: side.ourName, active: 'false' } : {}
  const provider = await putRecord(session, providers, { idp }, { ...values, ...made })
  for (const { pem } of side.certificates) await enterCertificate(session, provider, pem)
  // Last: until now nothing of the sign-in page there has changed.
  await setProperty(session, property, 'true')
  return provider
}

/** The table is there only with its plugin; without, ServiceNow says 400 and "Invalid table". */
export async function providersOf({ table }: AdminSession, idp: string, further: readonly string[] = []) {
  try {
    return await table.list(providers, { where: [{ field: 'idp', op: '=', value: idp }], fields: [], further })
  } catch (error) {
    if (!(error instanceof ServiceNowFailure && error.status === 400)) throw error
    throw new ServiceNowFailure(
      'rejected',
      'This instance has no single sign-on by several identity providers. Install the plugin “Integration - Multiple Provider Single Sign-On Installer” there first.',
      { cause: error },
    )
  }
}

/** One that is tied to the record already, whoever entered it, is made active again; another one is entered and tied. */
async function enterCertificate(session: AdminSession, provider: string, pem: string): Promise<void> {
  const { table } = session
  const links = await table.list('saml2_idp_certificate', {
    where: [{ field: 'idp', op: '=', value: provider }],
    fields: ['certificate'],
  })
  for (const { certificate = '' } of links) {
    const there = certificate === '' ? null : await table.get('sys_certificate', certificate, ['pem_certificate'])
    if (there && isSameCertificate(there.pem_certificate ?? '', pem))
      return void (await table.update('sys_certificate', certificate, { active: 'true' }, []))
  }
  const fingerprint = new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase()
  const certificate = await putRecord(
    session,
    'sys_certificate',
    { name: `Hallpass ${fingerprint.slice(0, 16)}` },
    { pem_certificate: pem, format: 'pem', type: 'trust_store', active: 'true' },
  )
  await putRecord(session, 'saml2_idp_certificate', { idp: provider, certificate }, {})
}

/** However the lines are broken. */
export const isSameCertificate = (one: string, other: string): boolean => bare(one) === bare(other)

const bare = (pem: string): string => pem.replace(/-----(BEGIN|END) CERTIFICATE-----/g, '').replaceAll(/\s/g, '')
