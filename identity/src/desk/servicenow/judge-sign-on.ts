import type { SnowSignOnPoint } from '@hallpass/contract/servicenow-set-up'
import type { Row } from '@hallpass/servicenow-client/query'
import type { ServiceNowSide } from '../../sso/module.ts'
import { fieldsOf, isSameCertificate } from './enter-sign-on.ts'
import type { SeenSignOn } from './read-sign-on.ts'

type Point = SnowSignOnPoint

/** Field of the record, what is said of it, and its label in the form of the instance. */
const fields = [
  ['idp', 'entityId', 'Identity Provider URL'],
  ['idp_authnrequest_url', 'requestUrl', "Identity Provider's AuthnRequest"],
  ['service_url', 'homepage', 'ServiceNow Homepage'],
  ['issuer', 'issuer', 'Entity ID / Issuer'],
  ['audience', 'audience', 'Audience URI'],
  ['nameid_policy', 'nameIdPolicy', 'NameID Policy'],
  ['user_field', 'userField', 'User Field'],
] as const satisfies readonly (readonly [string, Point['subject'], string])[]

/** What of the sign-on is as it must be, what is to do, and what is to be done there. What cannot be read is never good. Pure. */
export function judgeSignOn(side: ServiceNowSide, seen: SeenSignOn, now: Date): Point[] {
  const [record] = seen.providers
  const about = [judgeProperty(seen.property), judgeRecord(seen.providers)]
  if (!record || seen.providers.length > 1) return about
  return [
    ...about,
    ...judgeFields(side, record),
    ...side.certificates.map((own, place) => judgeCertificate(own, place > 0, seen.certificates, now)),
    judgeActive(record),
  ]
}

function judgeProperty(value: SeenSignOn['property']): Point {
  if (value === undefined)
    return point(
      'property',
      'unread',
      'The property glide.authenticate.multisso.enabled cannot be read. Look at it there, under Multi-Provider SSO, Properties.',
    )
  if (value === 'true') return point('property', 'done', 'Single sign-on by several identity providers is on.')
  return point(
    'property',
    'todo',
    'Single sign-on by several identity providers is off there (property glide.authenticate.multisso.enabled). Set it up, or switch it on there.',
  )
}

function judgeRecord(found: SeenSignOn['providers']): Point {
  if (found.length === 1) return point('record', 'done', 'The instance knows Hallpass as an identity provider.')
  if (found.length === 0)
    return point(
      'record',
      'todo',
      'The instance has no identity provider for Hallpass, or none that this administrator may see. Set it up.',
    )
  return point(
    'record',
    'todo',
    'The instance has several identity providers for Hallpass. Delete all but one there, then check again.',
  )
}

const judgeFields = (side: ServiceNowSide, record: Row): Point[] => {
  const wanted = fieldsOf(side)
  return fields.map(([name, subject, label]) => {
    const ours = wanted[name] ?? ''
    const theirs = record[name]
    if (theirs === undefined)
      return point(subject, 'unread', `“${label}” cannot be read: an access rule hides it. Look at it in the record.`)
    if (theirs === ours) return point(subject, 'done', `As it must be: ${ours}.`)
    if (theirs === '')
      return point(
        subject,
        'todo',
        `“${label}” is empty there and must be ${ours}. Set it up again, or enter it there.`,
      )
    return point(
      subject,
      'todo',
      `“${label}” is ${theirs} there and must be ${ours}. Set it up again, or change it there.`,
    )
  })
}

function judgeCertificate(
  { pem, endsAt }: ServiceNowSide['certificates'][number],
  isNext: boolean,
  known: SeenSignOn['certificates'],
  now: Date,
): Point {
  const subject = isNext ? 'nextCertificate' : 'certificate'
  if (known === null)
    return point(subject, 'unread', 'The certificates of the record cannot all be read. Look at them in the record.')
  const there = known.filter((row) => isSameCertificate(row.pem_certificate ?? '', pem))
  if (there.length === 0)
    return point(subject, 'todo', 'The record does not have our certificate. Set it up again, or add it there.')
  if (endsAt <= now)
    return point(
      subject,
      'todo',
      'The certificate has expired. Put the next key in service here, then set it up again.',
    )
  if (there.some(({ active }) => active === 'true'))
    return point(subject, 'done', 'The record has it, and it is active.')
  if (there.some(({ active }) => active === undefined))
    return point(subject, 'unread', 'Whether the certificate is active there cannot be read. Look at it in the record.')
  return point(
    subject,
    'todo',
    'The record has our certificate, but it is not active. Set it up again, or activate it there.',
  )
}

/** Only the instance can say that its connection works: it tries it in the browser of whoever tests. */
function judgeActive({ active, test_connection_result: tested }: Row): Point {
  if (active === undefined)
    return point(
      'active',
      'unread',
      'Whether the identity provider is active cannot be read. Look at it in the record.',
    )
  if (active === 'true') return point('active', 'done', 'The identity provider is active.')
  if (tested === 'success')
    return point('active', 'there', 'The connection was tested with success. Press “Activate” in the record.')
  return point(
    'active',
    'there',
    'ServiceNow lets nobody in before it has tested the connection itself. Open the record, press “Test Connection”, sign in here, and press “Activate” when it succeeded.',
  )
}

export const point = (subject: Point['subject'], state: Point['state'], message: string): Point => ({
  subject,
  state,
  message,
})
