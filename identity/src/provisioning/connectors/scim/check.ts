/** The live check of a SCIM connection: reads only, and says what to do about what is missing. */
import type { CheckFinding } from '../connector.ts'
import { AppFailure } from '../failures.ts'
import { wayFrom } from './change.ts'
import type { ScimHttp } from './http.ts'
import { equals, readListing } from './resource.ts'

export async function checkScim(http: ScimHttp, wantsGroups: boolean): Promise<CheckFinding[]> {
  const findings: CheckFinding[] = []
  const users = await attempt(findings, () => usersAnswer(http))
  if (!users) return findings
  findings.push({ level: 'ok', subject: 'address', message: 'The app answers.' })
  findings.push({ level: 'ok', subject: 'token', message: 'The app accepts the token.' })
  await attempt(findings, () => findAnswer(http))
  await attempt(findings, () => patchAnswer(http))
  if (wantsGroups) await attempt(findings, () => groupsAnswer(http))
  return findings
}

/** Runs one question; its finding is kept, and a failure is a finding too. False when nothing further can be asked. */
async function attempt(findings: CheckFinding[], ask: () => Promise<CheckFinding>): Promise<boolean> {
  try {
    const finding = await ask()
    findings.push(finding)
    return finding.level !== 'fault'
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error
    const subject = error.message.includes('token') ? 'token' : 'address'
    findings.push({ level: 'fault', subject, message: error.message })
    return false
  }
}

async function usersAnswer(http: ScimHttp): Promise<CheckFinding> {
  const answer = await http.call('GET', '/Users?startIndex=1&count=1')
  if (answer.status === 403) {
    return {
      level: 'fault',
      subject: 'token',
      message: 'The token may not read accounts. Give it the right to manage users.',
    }
  }
  if (!answer.ok || readListing(answer.body) === null) {
    return {
      level: 'fault',
      subject: 'address',
      message: 'There is no SCIM 2.0 service at this address. Enter its base address, often ending in /v2.',
    }
  }
  return { level: 'ok', subject: 'users', message: 'Accounts can be read.' }
}

async function findAnswer(http: ScimHttp): Promise<CheckFinding> {
  const answer = await http.call('GET', `/Users?filter=${equals('externalId', 'hallpass-check "of" searching')}`)
  const listing = answer.ok ? readListing(answer.body) : null
  if (listing !== null && listing.resources.length === 0) {
    return { level: 'ok', subject: 'find', message: 'Accounts can be found by their key.' }
  }
  return {
    level: 'warning',
    subject: 'find',
    message:
      'The app does not search accounts by their key. Hallpass reads the whole list instead, which is slow in a large app.',
  }
}

/** The service's own description is optional: many good ones have none. */
async function patchAnswer(http: ScimHttp): Promise<CheckFinding> {
  const answer = await http.call('GET', '/ServiceProviderConfig')
  if (answer.ok && wayFrom(answer.body) === 'put') {
    return {
      level: 'warning',
      subject: 'patch',
      message: 'The app has no PATCH. Hallpass replaces whole accounts instead.',
    }
  }
  return { level: 'ok', subject: 'patch', message: 'Accounts can be changed.' }
}

async function groupsAnswer(http: ScimHttp): Promise<CheckFinding> {
  const answer = await http.call('GET', '/Groups?startIndex=1&count=1')
  if (answer.ok && readListing(answer.body) !== null) {
    return { level: 'ok', subject: 'groups', message: 'Groups can be read.' }
  }
  return {
    level: 'fault',
    subject: 'groups',
    message:
      'The app has no groups that this token may read. Choose another place for entitlements, or give the token the right.',
  }
}
