import type { Change, RecordRules, Records, Row } from '../store/records.ts'

/** An identity provider as sign-in needs it; from saml2_update1_properties and its certificates. */
export type Provider = {
  id: string
  name: string
  isActive: boolean
  /** entityID of the identity provider. */
  entityId: string
  requestUrl: string
  /** Where people who sign out here are sent; '' where they sign out of this instance alone. */
  logoutUrl: string
  /** The instance as it names itself, and where answers go. */
  issuer: string
  audience: string
  acsUrl: string
  nameIdPolicy: string
  userField: string
  /** The attribute that identifies the person; '' for the NameID. */
  userAttribute: string
  certificates: readonly string[]
  clockSkewSeconds: number
  signsRequests: boolean
  signsLogouts: boolean
  forceAuthn: boolean
  /** How people must have signed in there, asked for in the request; '' for any way. */
  authnContext: string
}

export function providerById(records: Records, id: string): Provider | null {
  const row = records.get('saml2_update1_properties', id)
  return row ? providerOf(records, row) : null
}

/** The active provider with that entityID. */
export function providerByEntityId(records: Records, entityId: string): Provider | null {
  const row = records.find('saml2_update1_properties', 'active=true').find((one) => one.idp === entityId)
  return row ? providerOf(records, row) : null
}

function providerOf(records: Records, row: Row): Provider {
  const base = (records.property('glide.servlet.uri') ?? '').replace(/\/$/, '')
  const links = records.find('saml2_idp_certificate', `idp=${row.sys_id}`)
  return {
    id: row.sys_id ?? '',
    name: row.name ?? '',
    isActive: row.active === 'true',
    entityId: row.idp ?? '',
    requestUrl: row.idp_authnrequest_url ?? '',
    logoutUrl: row.idp_logout_url ?? '',
    issuer: row.issuer || base,
    audience: row.audience || base,
    acsUrl: row.service_url || `${base}/navpage.do`,
    nameIdPolicy: row.nameid_policy ?? '',
    userField: row.user_field || 'user_name',
    userAttribute: row.user_identifier_attribute ?? '',
    certificates: links
      .map((link) => records.get('sys_certificate', link.certificate ?? ''))
      .flatMap((certificate) =>
        certificate?.active === 'true' && certificate.pem_certificate ? [certificate.pem_certificate] : [],
      ),
    clockSkewSeconds: Number(row.clock_skew || 60),
    signsRequests: row.sign_authn_request === 'true',
    signsLogouts: row.sign_logout_request === 'true',
    forceAuthn: row.force_authn === 'true',
    authnContext: row.create_authn_context_class === 'true' ? (row.authn_context_class_ref_method ?? '') : '',
  }
}

/**
 * A provider becomes active only after its connection was tested with success since it was last changed, unless the
 * property glide.authenticate.multisso.test.connection.mandatory says otherwise.
 */
export const providerRules: RecordRules = {
  before(change, records) {
    if (change.op === 'delete' || !records.dictionary.ancestors(change.table).includes('sso_properties'))
      return undefined
    const isChanged =
      change.previous !== null && tested.some((name) => change.current[name] !== change.previous?.[name])
    if (
      isActivated(change) &&
      isMandatory(records) &&
      (change.current.test_connection_result !== 'success' || isChanged)
    )
      return { aborted: 'Test the connection with success before the identity provider is made active' }
    return isChanged && change.current.active !== 'true' ? { values: { test_connection_result: '' } } : undefined
  },
}

/** Changing one of these makes an earlier test worth nothing. */
const tested = ['idp', 'idp_authnrequest_url', 'issuer', 'audience', 'service_url', 'user_field', 'nameid_policy']

function isActivated({ current, previous }: Change): boolean {
  return current.active === 'true' && previous?.active !== 'true'
}

function isMandatory(records: Records): boolean {
  return records.property('glide.authenticate.multisso.test.connection.mandatory') !== 'false'
}
