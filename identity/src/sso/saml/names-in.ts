import type { SamlSettings } from '@hallpass/contract/saml'
import { nameIdPlace, type Told } from '../sign-on/own-values.ts'

/** What an app is told of people; an opaque name is nobody else's, whatever stands there. */
export function namesIn({ nameIdFormat, nameId, attributes }: SamlSettings): Told[] {
  const isOpaque = nameIdFormat === 'persistent' || nameIdFormat === 'transient'
  return [
    ...(isOpaque ? [] : [{ name: nameIdPlace, value: nameId }]),
    ...attributes.map(({ name, value }) => ({ name, value })),
  ]
}
