import { groupSchema } from './scim-groups.ts'
import { ownSchema, userSchema } from './scim-users.ts'

type Attribute = {
  name: string
  type: 'string' | 'boolean' | 'complex' | 'reference'
  multiValued: boolean
  description: string
  required: boolean
  caseExact: boolean
  mutability: 'readOnly' | 'readWrite' | 'immutable'
  returned: 'default'
  uniqueness: 'none' | 'server'
  subAttributes?: readonly Attribute[]
  referenceTypes?: readonly string[]
}

export type Schema = { id: string; name: string; attributes: readonly Attribute[] }

/** Reference data that can be read but not written: its resource, its path and the table that holds it. */
export const readOnlyResources = [
  { name: 'Company', path: 'Companies', table: 'core_company' },
  { name: 'CostCenter', path: 'CostCenters', table: 'cmn_cost_center' },
  { name: 'Department', path: 'Departments', table: 'cmn_department' },
  { name: 'Location', path: 'Locations', table: 'cmn_location' },
] as const

export const customSchema = (name: string) => `urn:ietf:params:scim:schemas:custom:servicenow:2.0:${name}`

/** What a resource may hold, in the words of RFC 7643 §7; id, externalId and meta are common to all and in none (§3.1). */
export const schemas: readonly Schema[] = [
  {
    id: userSchema,
    name: 'User',
    attributes: [
      text('userName', { required: true, uniqueness: 'server' }),
      complex('name', ['formatted', 'familyName', 'givenName', 'middleName', 'honorificPrefix'].map(plain)),
      ...['displayName', 'title', 'preferredLanguage', 'timezone'].map(plain),
      flag('active'),
      complex('emails', [plain('value'), plain('type'), flag('primary')], { multiValued: true }),
      complex('phoneNumbers', [plain('value'), plain('type')], { multiValued: true }),
      complex('addresses', ['streetAddress', 'locality', 'region', 'postalCode', 'country', 'type'].map(plain), {
        multiValued: true,
      }),
    ],
  },
  {
    id: ownSchema,
    name: 'User',
    attributes: [
      ...['company', 'costCenter', 'department', 'location'].map((name) => complex(name, ['value', 'name'].map(plain))),
      complex('manager', ['value', 'displayName'].map(plain)),
      ...['employeeNumber', 'gender'].map(plain),
    ],
  },
  {
    id: groupSchema,
    name: 'Group',
    attributes: [
      text('displayName', { required: true }),
      complex(
        'members',
        [
          text('display', { mutability: 'immutable' }),
          text('value', { mutability: 'immutable', required: true }),
          text('type', { mutability: 'immutable' }),
          text('$ref', { type: 'reference', mutability: 'immutable', caseExact: true, referenceTypes: ['User'] }),
        ],
        { multiValued: true },
      ),
    ],
  },
  ...readOnlyResources.map(({ name }) => ({
    id: customSchema(name),
    name,
    attributes: [text('name', { mutability: 'readOnly' })],
  })),
]

function text(name: string, more: Partial<Attribute> = {}): Attribute {
  return {
    name,
    type: 'string',
    multiValued: false,
    description: name,
    required: false,
    caseExact: false,
    mutability: 'readWrite',
    returned: 'default',
    uniqueness: 'none',
    ...more,
  }
}

function plain(name: string): Attribute {
  return text(name)
}

function flag(name: string): Attribute {
  return text(name, { type: 'boolean' })
}

function complex(name: string, subAttributes: readonly Attribute[], more: Partial<Attribute> = {}): Attribute {
  return text(name, { type: 'complex', subAttributes, ...more })
}
