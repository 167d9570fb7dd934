/** What the form of an app's SAML settings holds, and the settings it means. Pure. */
import type { SamlSettings } from '@hallpass/contract/saml'

const emptySaml: SamlSettings = {
  entityId: '',
  acs: [],
  slo: null,
  soapLogoutUrl: null,
  nameIdFormat: 'emailAddress',
  nameId: '{mail}',
  attributes: [],
  sign: 'assertion',
  encryption: null,
  requestsSigned: false,
  signingCertificates: [],
  idpInitiated: false,
  relayStates: [],
  clockSkewSeconds: 60,
  sessionMinutes: null,
}

/** The settings, and beside them what is typed as lines of text. */
export type SamlForm = { settings: SamlSettings; acs: string; attributes: string; relayStates: string }

/** What each part of the form is handed. */
export type SamlFieldProps = {
  form: SamlForm
  change(part: Partial<SamlForm>): void
  changeSettings(part: Partial<SamlSettings>): void
  /** Why the last attempt to save was refused. */
  error: unknown
}

export function formFrom(settings: SamlSettings | null): SamlForm {
  const known = settings ?? emptySaml
  return {
    settings: known,
    acs: acsText(known.acs),
    attributes: attributesText(known.attributes),
    relayStates: known.relayStates.join('\n'),
  }
}

/** No address of sign-out, no sign-out. */
export function settingsFrom({ settings, acs, attributes, relayStates }: SamlForm): SamlSettings {
  const { slo, soapLogoutUrl } = settings
  return {
    ...settings,
    entityId: settings.entityId.trim(),
    acs: acsFrom(acs, settings.acs),
    attributes: attributesFrom(attributes, settings.attributes),
    relayStates: linesOf(relayStates),
    slo: slo === null || slo.url.trim() === '' ? null : { ...slo, url: slo.url.trim() },
    soapLogoutUrl: soapLogoutUrl?.trim() || null,
  }
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** One address a line, the usual one first; an address that was there keeps its index. */
function acsFrom(text: string, before: SamlSettings['acs']): SamlSettings['acs'] {
  const taken = new Set(before.map(({ index }) => index))
  let free = 0
  return linesOf(text).map((url, place) => {
    const known = before.find((one) => one.url === url)
    while (taken.has(free)) free += 1
    const index = known?.index ?? free++
    return { url, index, isDefault: place === 0 }
  })
}

function acsText(acs: SamlSettings['acs']): string {
  return [...acs]
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.index - b.index)
    .map(({ url }) => url)
    .join('\n')
}

/** `name = value`, one a line. What a line does not say of an attribute stays as it was. */
function attributesFrom(text: string, before: SamlSettings['attributes']): SamlSettings['attributes'] {
  return linesOf(text).map((line) => {
    const [name = '', ...rest] = line.split('=')
    const known = before.find((one) => one.name === name.trim())
    return { name: name.trim(), nameFormat: known?.nameFormat ?? 'basic', value: rest.join('=').trim() }
  })
}

function attributesText(attributes: SamlSettings['attributes']): string {
  return attributes.map(({ name, value }) => `${name} = ${value}`).join('\n')
}
