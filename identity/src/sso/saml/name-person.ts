import { randomBytes } from 'node:crypto'
import type { SamlSettings } from '@hallpass/contract/saml'
import type { Reader } from '../../platform/database/database.ts'
import { Failure } from '../../platform/errors.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { subjectOf } from '../sign-on/subjects.ts'
import { type Facts, valuesOf } from './expression.ts'
import { nameIdFormat } from './names.ts'
import { vouchedToOthers } from './namesakes.ts'
import type { AssertionFacts } from './write-assertion.ts'

const attributeFormat = {
  basic: 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic',
  uri: 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri',
  unspecified: 'urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified',
} as const

export type Named = Pick<AssertionFacts, 'nameId' | 'attributes'>

/**
 * The name under which an app knows a person, and what else it is told about them, by these facts. No address that they wrote
 * themselves and that is somebody else's by the word of a directory: apps link accounts by whatever attribute they like.
 */
export async function namePerson(
  deps: Pick<SignOnDeps, 'directory'>,
  r: Reader,
  input: { settings: SamlSettings; personId: string; appId: string; facts: Facts },
): Promise<Named> {
  const { settings, facts } = input
  const format = nameIdFormat[settings.nameIdFormat]
  const said = async (expression: string): Promise<string[]> =>
    (await vouchedToOthers(deps, r, { ...input, expression })).length > 0 ? [] : valuesOf(expression, facts)
  const value = await nameOf(r, input, () => valuesOf(settings.nameId, facts)[0])
  return {
    nameId: {
      format,
      value,
      spNameQualifier: settings.nameIdFormat === 'persistent' ? settings.entityId : null,
    },
    attributes: await Promise.all(
      settings.attributes.map(async (each) => ({
        name: each.name,
        nameFormat: attributeFormat[each.nameFormat],
        values: await said(each.value),
      })),
    ),
  }
}

/** More than any app takes (saml-core §8.3.7 wants 256 characters), and what an index holds. */
const nameBytesMax = 1024

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
  if (Buffer.byteLength(value) > nameBytesMax)
    throw new Failure(
      'conflict',
      'name_too_long',
      'What this app is set up to know you by is longer than a name may be. Ask an administrator to look at the settings of the app.',
    )
  return value
}
