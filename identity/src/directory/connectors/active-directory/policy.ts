import type { Entry } from 'ldapts'
import type { PasswordPolicy } from '../connector.ts'
import { misconfigured } from '../failures.ts'
import type { LdapConnection } from '../ldap/connection.ts'
import { firstValue } from '../ldap/entries.ts'
import { type Domain, readEntry } from './domain.ts'
import { fromInterval } from './values.ts'

/** The rules that hold for one person, with what only the connector needs of them. */
export type AdPolicy = {
  policy: PasswordPolicy
  /** Wrong tries are forgotten after so long. */
  observationSeconds: number | null
  isComplex: boolean
}

/** [MS-SAMR] 2.2.1.6: longer passwords are not taken over LDAP. */
const lengthMax = 256

const domainAttributes = [
  'minPwdLength',
  'pwdHistoryLength',
  'pwdProperties',
  'minPwdAge',
  'maxPwdAge',
  'lockoutThreshold',
  'lockOutObservationWindow',
]

const fineAttributes = [
  'msDS-MinimumPasswordLength',
  'msDS-PasswordHistoryLength',
  'msDS-PasswordComplexityEnabled',
  'msDS-MinimumPasswordAge',
  'msDS-MaximumPasswordAge',
  'msDS-LockoutThreshold',
  'msDS-LockoutObservationWindow',
]

/**
 * A fine-grained policy wins over that of the domain (`msDS-ResultantPSO` names it). Where the service account may not
 * read it, the domain's stands in with the word that more is checked than is told.
 */
export async function readPolicy(connection: LdapConnection, domain: Domain, fineDn: string | null): Promise<AdPolicy> {
  const fine = fineDn === null ? null : await readEntry(connection, fineDn, fineAttributes)
  if (fine !== null && firstValue(fine, 'msDS-MinimumPasswordLength') !== null) {
    return toPolicy({
      minLength: numberOf(fine, 'msDS-MinimumPasswordLength'),
      historyCount: numberOf(fine, 'msDS-PasswordHistoryLength'),
      isComplex: firstValue(fine, 'msDS-PasswordComplexityEnabled') === 'TRUE',
      minAgeSeconds: fromInterval(firstValue(fine, 'msDS-MinimumPasswordAge')),
      maxAgeSeconds: fromInterval(firstValue(fine, 'msDS-MaximumPasswordAge')),
      lockoutTries: numberOf(fine, 'msDS-LockoutThreshold'),
      observationSeconds: fromInterval(firstValue(fine, 'msDS-LockoutObservationWindow')),
      furtherChecks: false,
    })
  }
  const head = await readEntry(connection, domain.dn, domainAttributes)
  if (head === null) throw misconfigured('The password rules of the domain cannot be read.')
  return toPolicy({
    minLength: numberOf(head, 'minPwdLength'),
    historyCount: numberOf(head, 'pwdHistoryLength'),
    // DOMAIN_PASSWORD_COMPLEX ([MS-SAMR] 2.2.3.5).
    isComplex: (numberOf(head, 'pwdProperties') & 1) !== 0,
    minAgeSeconds: fromInterval(firstValue(head, 'minPwdAge')),
    maxAgeSeconds: fromInterval(firstValue(head, 'maxPwdAge')),
    lockoutTries: numberOf(head, 'lockoutThreshold'),
    observationSeconds: fromInterval(firstValue(head, 'lockOutObservationWindow')),
    furtherChecks: fineDn !== null,
  })
}

type Told = {
  minLength: number
  historyCount: number
  isComplex: boolean
  minAgeSeconds: number | null
  maxAgeSeconds: number | null
  lockoutTries: number
  observationSeconds: number | null
  furtherChecks: boolean
}

function toPolicy(told: Told): AdPolicy {
  return {
    policy: {
      minLength: told.minLength || null,
      maxLength: lengthMax,
      historyCount: told.historyCount,
      minAgeSeconds: told.minAgeSeconds,
      maxAgeSeconds: told.maxAgeSeconds,
      lockoutTries: told.lockoutTries || null,
      furtherChecks: told.furtherChecks,
      refusesCommon: false,
      classes: told.isComplex ? 3 : null,
      refusesNameParts: told.isComplex,
    },
    observationSeconds: told.observationSeconds,
    isComplex: told.isComplex,
  }
}

const numberOf = (entry: Entry, attribute: string): number => Number(firstValue(entry, attribute) ?? 0) || 0
