import { logScriptError } from '../runtime/log.ts'
import { runScript, scopeNameOf } from '../runtime/run-script.ts'
import { whoseSession } from '../runtime/session.ts'
import { system } from '../store/open-records.ts'
import type { Records, Row } from '../store/records.ts'
import { noteActivity } from './activity.ts'
import { countFailure, openRequest } from './open-request.ts'

export type VerifyInput = {
  requestId: string
  /** sys_id of pwd_verification. */
  verificationId: string
  /** What the verification's own form asked for, by field. */
  answers: Readonly<Record<string, string>>
}
export type Verified = { isVerified: boolean; isReady: boolean; attemptsLeft: number } | { refused: string }

type Offered = { row: Row; isMandatory: boolean }

/** The verifications of a process a person can do: active, and enrolled in where an extension checks that. */
export function verificationsOf(records: Records, process: Row, userId: string): Offered[] {
  const links = records.find('pwd_map_proc_to_verification', `process=${process.sys_id}^ORDERBYorder`)
  return links.flatMap((link) => {
    const row = records.get('pwd_verification', link.verification ?? '')
    if (row?.active !== 'true' || !isEnrolled(records, row, userId)) return []
    return [{ row, isMandatory: link.mandatory === 'true' }]
  })
}

function isEnrolled(records: Records, verification: Row, userId: string): boolean {
  const type = records.get('pwd_verification_type', verification.type ?? '')
  if (!type?.enrollment_check) return true
  const params = { userId, verificationId: verification.sys_id ?? '' }
  return callExtension(records, type.enrollment_check, 'process', params, {}) !== false
}

/** Has the extension of the verification's type judge the answers. A script that fails proves nothing. */
export function verifyPerson(records: Records, input: VerifyInput): Verified {
  const open = openRequest(records, input.requestId)
  if ('refused' in open) return open
  const { request } = open
  const process = records.get('pwd_process', request.process ?? '')
  const offered = process ? verificationsOf(records, process, request.user ?? '') : []
  const chosen = offered.find(({ row }) => row.sys_id === input.verificationId)?.row
  if (!process || !chosen) return { refused: 'That verification is not part of this process.' }
  const type = records.get('pwd_verification_type', chosen.type ?? '')
  const params = { resetRequestId: input.requestId, userId: request.user ?? '', verificationId: input.verificationId }
  const isVerified =
    callExtension(records, type?.verification_processor ?? '', 'processForm', params, input.answers) === true
  noteActivity(records, input.requestId, isVerified ? 'Verified' : 'Not verified', chosen.name ?? '')
  if (!isVerified) return { isVerified, isReady: false, ...countFailure(records, request) }
  return { isVerified, isReady: isVerifiedEnough(records, request, process), attemptsLeft: -1 }
}

/** As many as the process wants, and every mandatory one. Whom the service desk serves it has identified itself. */
export function isVerifiedEnough(records: Records, request: Row, process: Row): boolean {
  const offered = verificationsOf(records, process, request.user ?? '')
  const done = new Set(
    records.find('pwd_reset_activity', `request=${request.sys_id}^activity=Verified`).map((row) => row.message),
  )
  const wanted = Math.min(Number(process.min_verifications ?? 1), offered.length)
  if (offered.length === 0) return process.type === 'service_desk'
  return done.size >= wanted && offered.every(({ row, isMandatory }) => !isMandatory || done.has(row.name ?? ''))
}

/** A script include named on the extension's record: `process(params)`, or `processForm(params, request)` of a form. */
function callExtension(
  records: Records,
  name: string,
  method: 'process' | 'processForm',
  params: Readonly<Record<string, string>>,
  answers: Readonly<Record<string, string>>,
): unknown {
  const include = records
    .find('sys_script_include', 'active=true')
    .find((row) => [row.sys_id, row.api_name, row.name].includes(name))
  if (!include) return false
  const session = whoseSession(records, system)
  const source = { table: 'sys_script_include', id: include.sys_id ?? '', name: include.name ?? '' }
  const request = { getParameter: (field: string) => answers[field] ?? null, getHeader: () => null }
  const api = include.api_name || include.name || ''
  const script = `var extension = new ${api}();
    typeof extension['${method}'] === 'function' ? extension['${method}'](params, request) : extension.process(params, request)`
  try {
    // An extension runs in the scope its script include belongs to, whoever calls it.
    return runScript(session, { scope: scopeNameOf(session, include), source, script, given: { params, request } })
  } catch (error) {
    logScriptError(session, error, source)
    return false
  }
}
