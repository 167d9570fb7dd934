import { idpEntityId } from '../../access/module.ts'

/** Where apps reach us, and what they call us. */
export function addressesOf(publicUrl: URL) {
  const at = (path: string): string => new URL(path, publicUrl).href
  return {
    entityId: idpEntityId(publicUrl),
    signOnUrl: at('/saml/sso'),
    logoutUrl: at('/saml/slo'),
    metadataUrl: at('/saml/metadata'),
  }
}
