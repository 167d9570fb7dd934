import type { Template as TemplateData } from '@hallpass/catalog/templates'
import type { ParameterType, Template } from '@hallpass/contract/templates'
import { iconPath } from './icon.ts'

/** A template as the wire has it: lists are never missing, unknown facts are null. */
export function showTemplate(data: TemplateData): Template {
  const { saml, oidc, provisioning } = data
  return {
    slug: data.slug,
    name: data.name,
    category: data.category,
    hosting: data.hosting,
    url: data.url ?? null,
    protocols: data.protocols,
    icon: iconPath(data.icon ?? null),
    parameters: Object.entries(data.params ?? {}).flatMap(([name, type]) =>
      type === 'idpEntityId' ? [] : [{ name, type: type satisfies ParameterType }],
    ),
    saml: saml
      ? {
          initiation: saml.initiation ?? [],
          signOn: saml.signOn ?? [],
          entityId: saml.entityId ?? [],
          acs: saml.acs ?? [],
          relayState: saml.relayState ?? [],
          nameIdFormat: saml.nameIdFormat ?? null,
          nameIdAttribute: saml.nameIdAttribute ?? null,
          claims: (saml.claims ?? []).map((claim) => ({ ...claim, namespace: claim.namespace ?? null })),
          jit: saml.jit ?? null,
        }
      : null,
    oidc: oidc
      ? {
          redirectUris: oidc.redirectUris ?? [],
          scopes: oidc.scopes ?? [],
          tokenAuth: oidc.tokenAuth ?? null,
          public: oidc.public ?? false,
          pkce: oidc.pkce ?? false,
        }
      : null,
    provisioning: provisioning
      ? {
          protocol: provisioning.protocol ?? null,
          baseUrl: provisioning.baseUrl ?? [],
          operations: provisioning.operations ?? [],
        }
      : null,
  }
}
