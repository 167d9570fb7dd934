import type { Template } from '@hallpass/catalog/templates'
import type { NameIdFormat, SamlSettings } from '@hallpass/contract/saml'
import { newSettings } from './from-metadata.ts'

type KnownApp = { addresses: { entityId: string | null; acs: string | null; relayState: string | null } }

/** What templates call a fact about a person, in the words of our expressions. */
const values: Record<string, string> = {
  userName: '{login}',
  email: '{mail}',
  displayName: '{displayName}',
  givenName: '{givenName}',
  familyName: '{familyName}',
  title: '{title}',
  department: '{department}',
  groups: '{entitlements}',
}
const formats: readonly NameIdFormat[] = ['emailAddress', 'persistent', 'transient', 'unspecified']

/**
 * SAML settings as a template and the addresses of an app suggest them, for an administrator to look at; null where they
 * do not say to whom and where assertions go.
 */
export function suggestFromTemplate(app: KnownApp, template: Template | null): SamlSettings | null {
  const { entityId, acs, relayState } = app.addresses
  if (entityId === null || acs === null || (template !== null && !template.saml)) return null
  const saml = template?.saml
  const attributes = (saml?.claims ?? []).flatMap(({ name, attribute, namespace }) => {
    const value = values[attribute]
    if (value === undefined) return []
    const full = namespace === undefined ? name : `${namespace.replace(/\/$/, '')}/${name}`
    return [{ name: full, nameFormat: namespace === undefined ? ('basic' as const) : ('uri' as const), value }]
  })
  return {
    ...newSettings,
    entityId,
    acs: [{ url: acs, index: 0, isDefault: true }],
    relayStates: relayState === null ? [] : [relayState],
    nameIdFormat: formats.find((format) => format === saml?.nameIdFormat) ?? newSettings.nameIdFormat,
    nameId: values[saml?.nameIdAttribute ?? 'email'] ?? newSettings.nameId,
    attributes: attributes.length > 0 ? attributes : newSettings.attributes,
  }
}
