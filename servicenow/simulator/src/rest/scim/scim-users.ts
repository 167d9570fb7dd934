import type { Records, Row, Values } from '../../store/records.ts'
import { ScimError } from './scim-error.ts'
import { externalIdOf, userLinks } from './scim-external-ids.ts'
import type { Json } from './scim-patch.ts'

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const ownSchema = 'urn:ietf:params:scim:schemas:extension:servicenow:2.0:User'

/** Attributes a filter may name, by lower case, and their columns. */
export const userFilters: Readonly<Record<string, string>> = {
  id: 'sys_id',
  username: 'user_name',
  externalid: 'external_id',
  active: 'active',
  displayname: 'name',
  title: 'title',
  'name.givenname': 'first_name',
  'name.familyname': 'last_name',
  emails: 'email',
  'emails.value': 'email',
  'meta.created': 'sys_created_on',
  'meta.lastmodified': 'sys_updated_on',
}

const references: readonly (readonly [attribute: string, column: string, table: string])[] = [
  ['company', 'company', 'core_company'],
  ['costCenter', 'cost_center', 'cmn_cost_center'],
  ['department', 'department', 'cmn_department'],
  ['location', 'location', 'cmn_location'],
  ['manager', 'manager', 'sys_user'],
]

const nameParts = ['givenName', 'middleName', 'familyName', 'honorificPrefix']
const ownParts = ['company', 'costCenter', 'department', 'location', 'manager', 'employeeNumber', 'gender']
const addressColumns = [
  ['streetAddress', 'street'],
  ['locality', 'city'],
  ['region', 'state'],
  ['postalCode', 'zip'],
  ['country', 'country'],
] as const

export function renderUser(records: Records, row: Row, base: string): Json {
  const own: Json = {}
  for (const [attribute, column, table] of references) {
    const id = row[column]
    const pointed = id ? records.get(table, id) : null
    if (pointed) own[attribute] = { value: id, [nameIn(attribute)]: records.displayOf(table, pointed) }
  }
  if (row.employee_number) own.employeeNumber = row.employee_number
  if (row.gender) own.gender = row.gender
  const externalId = externalIdOf(records, userLinks, row.sys_id ?? '')
  return {
    schemas: [userSchema, ...(Object.keys(own).length > 0 ? [ownSchema] : [])],
    id: row.sys_id,
    ...(externalId ? { externalId } : {}),
    userName: row.user_name ?? '',
    name: filled({
      formatted: row.name,
      givenName: row.first_name,
      middleName: row.middle_name,
      familyName: row.last_name,
      honorificPrefix: row.introduction,
    }),
    displayName: row.name ?? '',
    ...filled({ title: row.title, preferredLanguage: row.preferred_language, timezone: row.time_zone }),
    active: row.active === 'true',
    ...(row.email ? { emails: [{ value: row.email, type: 'work', primary: true }] } : {}),
    ...some('phoneNumbers', phones(row)),
    ...some('addresses', addresses(row)),
    ...(Object.keys(own).length > 0 ? { [ownSchema]: own } : {}),
    meta: {
      resourceType: 'User',
      created: instant(row.sys_created_on),
      lastModified: instant(row.sys_updated_on),
      location: `${base}/api/now/scim/Users/${row.sys_id}`,
    },
  }
}

/** The columns a resource, or a part of one, sets. Passwords and roles do not travel here. */
export function userValues(records: Records, resource: Json): Values {
  const values: Record<string, string> = {}
  const set = (column: string, value: unknown) => {
    if (value !== undefined) values[column] = value === null ? '' : String(value)
  }
  set('user_name', resource.userName)
  set('title', resource.title)
  set('preferred_language', resource.preferredLanguage)
  set('time_zone', resource.timezone)
  if (resource.active !== undefined) values.active = String(String(resource.active).toLowerCase() === 'true')
  const name = (resource.name === null ? cleared(nameParts) : (resource.name ?? {})) as Json
  set('first_name', name.givenName)
  set('middle_name', name.middleName)
  set('last_name', name.familyName)
  set('introduction', name.honorificPrefix)
  if (resource.emails === null) set('email', null)
  if (resource.phoneNumbers === null) for (const column of ['phone', 'home_phone', 'mobile_phone']) set(column, null)
  if (resource.addresses === null) for (const [, column] of addressColumns) set(column, null)
  const emails = listOf(resource.emails)
  const email = emails.find((one) => one.type === 'work') ?? emails.find((one) => one.primary === true) ?? emails[0]
  if (email) set('email', email.value)
  for (const phone of listOf(resource.phoneNumbers))
    set(phone.type === 'mobile' ? 'mobile_phone' : phone.type === 'home' ? 'home_phone' : 'phone', phone.value)
  const [address] = listOf(resource.addresses)
  for (const [attribute, column] of addressColumns) set(column, address?.[attribute])
  const own = (resource[ownSchema] === null ? cleared(ownParts) : (resource[ownSchema] ?? {})) as Json
  set('employee_number', own.employeeNumber)
  set('gender', own.gender)
  for (const [attribute, column, table] of references)
    if (own[attribute] !== undefined) values[column] = referenced(records, table, own[attribute])
  return values
}

/** @throws ScimError 409 where the name is somebody else's. */
export function checkUserName(records: Records, userName: string | undefined, ownId: string): void {
  if (userName === undefined) return
  const query = {
    groups: [[[{ field: 'user_name', operator: '=' as const, value: userName }]]],
    orderBy: [],
    groupBy: [],
    invalid: [],
  }
  if (records.find('sys_user', query).some((row) => row.sys_id !== ownId))
    throw new ScimError(409, `User with userName ${userName} already exists`, 'uniqueness')
}

/** By sys_id or by name; what is not there leaves the column empty. */
function referenced(records: Records, table: string, given: unknown): string {
  const value =
    typeof given === 'object' && given !== null
      ? ((given as Json).value ?? (given as Json).name ?? (given as Json).displayName)
      : given
  const text = value === null || value === undefined ? '' : String(value)
  if (text === '' || records.get(table, text)) return text
  const field = records.dictionary.displayColumn(table)
  const query = { groups: [[[{ field, operator: '=' as const, value: text }]]], orderBy: [], groupBy: [], invalid: [] }
  return records.find(table, query, { limit: 1 })[0]?.sys_id ?? ''
}

/** A manager has a displayName, everything else that is pointed to a name. */
function nameIn(attribute: string): string {
  return attribute === 'manager' ? 'displayName' : 'name'
}

/** The one address of a person, as home address. */
function addresses(row: Row): Json[] {
  const address = filled(Object.fromEntries(addressColumns.map(([attribute, column]) => [attribute, row[column]])))
  return Object.keys(address).length > 0 ? [{ ...address, type: 'home' }] : []
}

function some(name: string, list: readonly Json[]): Json {
  return list.length > 0 ? { [name]: list } : {}
}

function phones(row: Row): Json[] {
  return [
    ...(row.phone ? [{ value: row.phone, type: 'work' }] : []),
    ...(row.home_phone ? [{ value: row.home_phone, type: 'home' }] : []),
    ...(row.mobile_phone ? [{ value: row.mobile_phone, type: 'mobile' }] : []),
  ]
}

/** What a PATCH removes is null; of a complex attribute that is each of its parts. */
function cleared(parts: readonly string[]): Json {
  return Object.fromEntries(parts.map((part) => [part, null]))
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : []
}

function filled(values: Record<string, string | undefined>): Json {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value))
}

export function instant(text: string | undefined): string {
  return text ? `${text.replace(' ', 'T')}Z` : ''
}
