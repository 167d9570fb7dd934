/** What the form of a directory holds, and the settings it means. Pure. */
import type { ConnectorSettings, DirectoryDetail, SyncSettings } from '@hallpass/contract/directories'

export type DirectoryValues = {
  kind: 'ldap' | 'built-in'
  name: string
  host: string
  port: number
  security: 'ldaps' | 'starttls'
  caPem: string
  baseDn: string
  bindDn: string
  bindPassword: string
  personClass: string
  groupClass: string
  loginAttribute: string
  defaultPolicyDn: string
  disabledWhen: 'locked_by_administrator' | 'attribute' | 'entry_gone'
  disabledAttribute: string
  disabledValues: string
  minLength: number
  historyCount: number
  companyWords: string
  syncEverySeconds: number
  sweepEverySeconds: number
  removalsPercentMax: number
  removalsCountMax: number
  ownMailDomains: string
}

export const emptyValues: DirectoryValues = {
  kind: 'ldap',
  name: '',
  host: '',
  port: 636,
  security: 'ldaps',
  caPem: '',
  baseDn: '',
  bindDn: '',
  bindPassword: '',
  personClass: '',
  groupClass: '',
  loginAttribute: '',
  defaultPolicyDn: '',
  disabledWhen: 'locked_by_administrator',
  disabledAttribute: '',
  disabledValues: '',
  minLength: 15,
  historyCount: 5,
  companyWords: '',
  syncEverySeconds: 30,
  sweepEverySeconds: 3600,
  removalsPercentMax: 5,
  removalsCountMax: 20,
  ownMailDomains: '',
}

export function valuesOf({
  name,
  settings,
  sync,
}: Pick<DirectoryDetail, 'name' | 'settings' | 'sync'>): DirectoryValues {
  const common = { ...emptyValues, name, ...sync, ownMailDomains: sync.ownMailDomains.join('\n') }
  if (settings.kind === 'built-in') {
    return {
      ...common,
      kind: 'built-in',
      minLength: settings.minLength ?? emptyValues.minLength,
      historyCount: settings.historyCount ?? emptyValues.historyCount,
      companyWords: (settings.companyWords ?? []).join('\n'),
    }
  }
  const { disabledWhen } = settings
  return {
    ...common,
    kind: 'ldap',
    host: settings.host,
    port: settings.port,
    security: settings.security,
    caPem: settings.caPem ?? '',
    baseDn: settings.baseDn,
    bindDn: settings.bindDn,
    personClass: settings.personClass ?? '',
    groupClass: settings.groupClass ?? '',
    loginAttribute: settings.loginAttribute ?? '',
    defaultPolicyDn: settings.defaultPolicyDn ?? '',
    disabledWhen: disabledWhen?.kind ?? 'locked_by_administrator',
    disabledAttribute: disabledWhen?.kind === 'attribute' ? disabledWhen.attribute : '',
    disabledValues: disabledWhen?.kind === 'attribute' ? disabledWhen.values.join('\n') : '',
  }
}

export function settingsFrom(values: DirectoryValues): ConnectorSettings {
  if (values.kind === 'built-in') {
    return {
      kind: 'built-in',
      minLength: values.minLength,
      historyCount: values.historyCount,
      companyWords: linesOf(values.companyWords),
    }
  }
  const disabledWhen =
    values.disabledWhen === 'attribute'
      ? {
          kind: values.disabledWhen,
          attribute: values.disabledAttribute.trim(),
          values: linesOf(values.disabledValues),
        }
      : { kind: values.disabledWhen }
  return {
    kind: 'ldap',
    host: values.host.trim(),
    port: values.port,
    security: values.security,
    // Sent as it came: a trimmed certificate would count as another one, and ask for the password again.
    caPem: values.caPem.trim() === '' ? null : values.caPem,
    baseDn: values.baseDn.trim(),
    bindDn: values.bindDn.trim(),
    disabledWhen,
    defaultPolicyDn: values.defaultPolicyDn.trim() === '' ? null : values.defaultPolicyDn.trim(),
    ...filled('personClass', values.personClass),
    ...filled('groupClass', values.groupClass),
    ...filled('loginAttribute', values.loginAttribute),
  }
}

export function syncFrom(values: DirectoryValues): SyncSettings {
  const { syncEverySeconds, sweepEverySeconds, removalsPercentMax, removalsCountMax } = values
  const ownMailDomains = linesOf(values.ownMailDomains)
  return { syncEverySeconds, sweepEverySeconds, removalsPercentMax, removalsCountMax, ownMailDomains }
}

/** What differs from an untouched form; a new directory keeps the usual values of everything else. */
export function changedSync(values: DirectoryValues): Partial<SyncSettings> {
  const untouched = syncFrom({ ...emptyValues, kind: values.kind })
  const entries = Object.entries(syncFrom(values)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(untouched[name as keyof SyncSettings]),
  )
  return Object.fromEntries(entries) as Partial<SyncSettings>
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function filled<K extends string>(name: K, value: string): Partial<Record<K, string>> {
  return value.trim() === '' ? {} : ({ [name]: value.trim() } as Record<K, string>)
}
