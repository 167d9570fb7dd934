/** What the form of a directory holds, and the settings it means. Pure. */
import type { DirectoryDetail, DirectoryKind } from '@hallpass/contract/directories'
import type {
  ActiveDirectorySettings,
  ConnectorSettings,
  LdapSettings,
  SyncSettings,
} from '@hallpass/contract/directory-settings'

export type Controller = { host: string; port: number; kdcPort: number }

export type DirectoryValues = {
  kind: DirectoryKind
  name: string
  host: string
  port: number
  /** Of Active Directory, in the order they are asked. */
  controllers: Controller[]
  security: 'ldaps' | 'starttls'
  caPem: string
  baseDn: string
  bindDn: string
  bindName: string
  bindPassword: string
  oldPasswordMinutes: number
  outOfReachLogins: string
  outOfReachGroups: string
  personClass: string
  groupClass: string
  loginAttribute: string
  defaultPolicyDn: string
  disabledWhen: 'locked_by_administrator' | 'attribute' | 'entry_gone'
  disabledAttribute: string
  disabledValues: string
  minLength: number
  minLengthWithSecondFactor: number
  historyCount: number
  /** Null: passwords do not end. */
  maxAgeDays: number | null
  lockoutTries: number
  lockoutMinutes: number
  companyWords: string
  breachListUrl: string
  timeZoneAttribute: string
  costCenterAttribute: string
  syncEverySeconds: number
  sweepEverySeconds: number
  removalsPercentMax: number
  removalsCountMax: number
  ownMailDomains: string
  /** Days, with commas. */
  remindDays: string
  timeZone: string
  proofMail: boolean
  proofPhone: boolean
}

export const emptyValues: DirectoryValues = {
  kind: 'ldap',
  name: '',
  host: '',
  port: 636,
  controllers: [{ host: '', port: 636, kdcPort: 88 }],
  security: 'ldaps',
  caPem: '',
  baseDn: '',
  bindDn: '',
  bindName: '',
  bindPassword: '',
  oldPasswordMinutes: 60,
  outOfReachLogins: '',
  outOfReachGroups: '',
  personClass: '',
  groupClass: '',
  loginAttribute: '',
  defaultPolicyDn: '',
  disabledWhen: 'locked_by_administrator',
  disabledAttribute: '',
  disabledValues: '',
  minLength: 15,
  minLengthWithSecondFactor: 8,
  historyCount: 5,
  maxAgeDays: null,
  lockoutTries: 100,
  lockoutMinutes: 15,
  companyWords: '',
  breachListUrl: '',
  timeZoneAttribute: '',
  costCenterAttribute: '',
  syncEverySeconds: 30,
  sweepEverySeconds: 3600,
  removalsPercentMax: 5,
  removalsCountMax: 20,
  ownMailDomains: '',
  remindDays: '14, 7, 3, 1',
  timeZone: 'UTC',
  proofMail: true,
  proofPhone: false,
}

export function valuesOf({
  name,
  settings,
  sync,
}: Pick<DirectoryDetail, 'name' | 'settings' | 'sync'>): DirectoryValues {
  const { ownMailDomains, remindDays, timeZone, proofs, ...counts } = sync
  const common = {
    ...emptyValues,
    name,
    ...counts,
    ownMailDomains: ownMailDomains.join('\n'),
    remindDays: remindDays?.join(', ') ?? emptyValues.remindDays,
    timeZone: timeZone ?? emptyValues.timeZone,
    proofMail: proofs?.mail ?? emptyValues.proofMail,
    proofPhone: proofs?.phone ?? emptyValues.proofPhone,
    outOfReachLogins: (settings.outOfReach?.logins ?? []).join('\n'),
    outOfReachGroups: (settings.outOfReach?.groups ?? []).join('\n'),
  }
  if (settings.kind === 'built-in') {
    return {
      ...common,
      kind: 'built-in',
      minLength: settings.minLength ?? emptyValues.minLength,
      minLengthWithSecondFactor: settings.minLengthWithSecondFactor ?? emptyValues.minLengthWithSecondFactor,
      historyCount: settings.historyCount ?? emptyValues.historyCount,
      maxAgeDays: settings.maxAgeDays ?? null,
      lockoutTries: settings.lockoutTries ?? emptyValues.lockoutTries,
      lockoutMinutes: settings.lockoutMinutes ?? emptyValues.lockoutMinutes,
      companyWords: (settings.companyWords ?? []).join('\n'),
      breachListUrl: settings.breachListUrl ?? '',
    }
  }
  return { ...common, ...(settings.kind === 'ldap' ? ofLdap(settings) : ofActiveDirectory(settings)) }
}

function ofLdap(settings: LdapSettings): Partial<DirectoryValues> {
  const { disabledWhen } = settings
  return {
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
    timeZoneAttribute: settings.timeZoneAttribute ?? '',
    costCenterAttribute: settings.costCenterAttribute ?? '',
    defaultPolicyDn: settings.defaultPolicyDn ?? '',
    disabledWhen: disabledWhen?.kind ?? 'locked_by_administrator',
    disabledAttribute: disabledWhen?.kind === 'attribute' ? disabledWhen.attribute : '',
    disabledValues: disabledWhen?.kind === 'attribute' ? disabledWhen.values.join('\n') : '',
  }
}

function ofActiveDirectory(settings: ActiveDirectorySettings): Partial<DirectoryValues> {
  return {
    kind: 'active-directory',
    controllers: settings.controllers.map(({ host, port, kdcPort }) => ({ host, port, kdcPort: kdcPort ?? 88 })),
    security: settings.security,
    caPem: settings.caPem ?? '',
    baseDn: settings.baseDn,
    bindName: settings.bindName,
    oldPasswordMinutes: settings.oldPasswordMinutes ?? emptyValues.oldPasswordMinutes,
    costCenterAttribute: settings.costCenterAttribute ?? '',
  }
}

export function settingsFrom(values: DirectoryValues): ConnectorSettings {
  if (values.kind === 'built-in') {
    return {
      kind: 'built-in',
      minLength: values.minLength,
      historyCount: values.historyCount,
      companyWords: linesOf(values.companyWords),
      ...changed('minLengthWithSecondFactor', values),
      ...changed('lockoutTries', values),
      ...changed('lockoutMinutes', values),
      ...(values.maxAgeDays === null ? {} : { maxAgeDays: values.maxAgeDays }),
      ...filled('breachListUrl', values.breachListUrl),
      ...outOfReachFrom(values),
    }
  }
  if (values.kind === 'active-directory') {
    return {
      kind: 'active-directory',
      controllers: values.controllers.map(({ host, port, kdcPort }) => ({ host: host.trim(), port, kdcPort })),
      security: values.security,
      caPem: values.caPem.trim() === '' ? null : values.caPem,
      baseDn: values.baseDn.trim(),
      bindName: values.bindName.trim(),
      oldPasswordMinutes: values.oldPasswordMinutes,
      ...filled('costCenterAttribute', values.costCenterAttribute),
      ...outOfReachFrom(values),
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
    ...filled('timeZoneAttribute', values.timeZoneAttribute),
    ...filled('costCenterAttribute', values.costCenterAttribute),
    ...outOfReachFrom(values),
  }
}

/** Left out while nobody is named, so that settings that were saved before stay as they are. */
function outOfReachFrom({ outOfReachLogins, outOfReachGroups }: DirectoryValues) {
  const outOfReach = { logins: linesOf(outOfReachLogins), groups: linesOf(outOfReachGroups) }
  return outOfReach.logins.length + outOfReach.groups.length === 0 ? {} : { outOfReach }
}

export function syncFrom(values: DirectoryValues): SyncSettings {
  const { syncEverySeconds, sweepEverySeconds, removalsPercentMax, removalsCountMax } = values
  const ownMailDomains = linesOf(values.ownMailDomains)
  return {
    ...{ syncEverySeconds, sweepEverySeconds, removalsPercentMax, removalsCountMax, ownMailDomains },
    remindDays: daysOf(values.remindDays),
    timeZone: values.timeZone,
    proofs: { mail: values.proofMail, phone: values.proofPhone },
  }
}

/** What differs from an untouched form; a new directory keeps the usual values of everything else. */
export function changedSync(values: DirectoryValues): Partial<SyncSettings> {
  const untouched = syncFrom({ ...emptyValues, kind: values.kind })
  const entries = Object.entries(syncFrom(values)).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(untouched[name as keyof SyncSettings]),
  )
  return Object.fromEntries(entries) as Partial<SyncSettings>
}

/** What is no number is sent as 0, which the service refuses with the name of the field. */
function daysOf(text: string): number[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '')
  return [...new Set(parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 0)))]
}

/** Left out while it is as usual, so that settings that were saved before stay as they are. */
function changed<K extends 'minLengthWithSecondFactor' | 'lockoutTries' | 'lockoutMinutes'>(
  name: K,
  values: DirectoryValues,
): Partial<Record<K, number>> {
  return values[name] === emptyValues[name] ? {} : ({ [name]: values[name] } as Record<K, number>)
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
