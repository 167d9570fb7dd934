import { randomBytes } from 'node:crypto'
import type { SamlSettings } from '@hallpass/contract/saml'
import type { Reader } from '../../platform/database/database.ts'
import { Failure } from '../../platform/errors.ts'
import { subjectOf } from '../sign-on/subjects.ts'
import { type Facts, valuesOf } from './expression.ts'
import { nameIdFormat } from './names.ts'
import type { AssertionFacts } from './write-assertion.ts'

const attributeFormat = {
  basic: 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic',
  uri: 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri',
  unspecified: 'urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified',
} as const

export type Named = Pick<AssertionFacts, 'nameId' | 'attributes'>

/** The name under which an app knows a person, and what else it is told about them, by these facts. */
export async function namePerson(
  r: Reader,
  input: { settings: SamlSettings; personId: string; appId: string; facts: Facts },
): Promise<Named> {
  const { settings, facts } = input
  const format = nameIdFormat[settings.nameIdFormat]
  const value = await nameOf(r, input, () => valuesOf(settings.nameId, facts)[0])
  return {
    nameId: {
      format,
      value,
      spNameQualifier: settings.nameIdFormat === 'persistent' ? settings.entityId : null,
    },
    attributes: settings.attributes.map((each) => ({
      name: each.name,
      nameFormat: attributeFormat[each.nameFormat],
      values: valuesOf(each.value, facts),
    })),
  }
}

async function nameOf(
  r: Reader,
  { settings, personId, appId }: { settings: SamlSettings; personId: string; appId: string },
  released: () => string | undefined,
): Promise<string> {
  if (settings.nameIdFormat === 'persistent') return await subjectOf(r, personId, appId)
  if (settings.nameIdFormat === 'transient') return `_${randomBytes(20).toString('hex')}`
  const value = released()
  if (value === undefined)
    throw new Failure(
      'conflict',
      'name_missing',
      'Your directory does not hold what this app knows people by, often the mail address. Ask the service desk to add it.',
    )
  return value
}
