import type { ConnectorSettings, SyncSettings } from '@hallpass/contract/directory-settings'
import { expect, test } from 'vitest'
import { settingsFrom, syncFrom, valuesOf } from './directory-values.ts'

const sync: SyncSettings = {
  syncEverySeconds: 30,
  sweepEverySeconds: 3600,
  removalsPercentMax: 5,
  removalsCountMax: 20,
  ownMailDomains: ['acme.example'],
  remindDays: [10, 2],
  timeZone: 'Europe/Berlin',
  proofs: { mail: false, phone: true },
}

const kinds: ConnectorSettings[] = [
  {
    ...{ kind: 'ldap', host: 'ldap.acme.example', port: 636, security: 'ldaps', caPem: null },
    ...{ baseDn: 'dc=acme', bindDn: 'cn=hallpass,dc=acme', defaultPolicyDn: null },
    ...{ personClass: 'person', groupClass: 'groupOfNames', loginAttribute: 'cn' },
    ...{ timeZoneAttribute: 'timeZone', costCenterAttribute: 'roomNumber' },
    disabledWhen: { kind: 'attribute', attribute: 'employeeType', values: ['left'] },
    outOfReach: { logins: ['root'], groups: ['Tier 0'] },
  },
  {
    ...{ kind: 'active-directory', security: 'starttls', caPem: null, baseDn: 'dc=acme', bindName: 'acme\\hallpass' },
    ...{ controllers: [{ host: 'dc1', port: 636, kdcPort: 88 }], oldPasswordMinutes: 5 },
    costCenterAttribute: 'extensionAttribute1',
  },
  {
    ...{ kind: 'built-in', minLength: 16, minLengthWithSecondFactor: 10, historyCount: 3, companyWords: ['acme'] },
    ...{ maxAgeDays: 365, lockoutTries: 20, lockoutMinutes: 5, breachListUrl: 'https://breaches.acme.example/' },
  },
]

test.each(kinds)(
  'settings of a directory of the kind $kind are saved as they were when nobody touched the form',
  (settings) => {
    const values = valuesOf({ name: 'Acme', settings, sync })
    expect(settingsFrom(values)).toEqual(settings)
    expect(syncFrom(values)).toEqual(sync)
  },
)

test('days are read with commas, semicolons or blanks; what is no number is sent for the service to refuse', () => {
  const [settings] = kinds
  if (!settings) throw new Error('no kind')
  const values = { ...valuesOf({ name: 'Acme', settings, sync }), remindDays: '14; 7 3,,3' }
  expect(syncFrom(values).remindDays).toEqual([14, 7, 3])
  expect(syncFrom({ ...values, remindDays: 'soon' }).remindDays).toEqual([0])
  expect(syncFrom({ ...values, remindDays: '' }).remindDays).toEqual([])
})
