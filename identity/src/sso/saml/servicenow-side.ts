import { X509Certificate } from 'node:crypto'
import type { SamlSettings } from '@hallpass/contract/saml'
import { Failure } from '../../platform/errors.ts'
import { appForSignOn } from '../sign-on/change-app.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { addressesOf } from './addresses.ts'
import { isServiceNow } from './check-servicenow.ts'
import { pemOf } from './encrypt-assertion.ts'
import { nameIdFormat } from './names.ts'
import { samlKeys } from './signing-key.ts'
import { findSamlApp } from './store-saml.ts'

/** All that an instance of ServiceNow has to know of us, so that people sign on there as they are set up here. */
export type ServiceNowSide = {
  /** The company's: what people read on the sign-in page there. */
  ourName: string
  /** Its template, or an address, says that it is ServiceNow. */
  isServiceNow: boolean
  /** Origin of where assertions go: nobody but the instance that gets them is told anything. */
  instanceUrl: string
  /** Ours. */
  entityId: string
  signOnUrl: string
  /** Where assertions go. */
  acsUrl: string
  /** What the instance calls itself. */
  audience: string
  /** As a URI. */
  nameIdPolicy: string
  /** The field of a person there that the name is compared with; null where the name is neither login nor mail address. */
  userField: 'user_name' | 'email' | null
  /** The one in use, then the one that follows. */
  certificates: readonly { pem: string; endsAt: Date }[]
  /** The tile carries people in by itself. */
  startsHere: boolean
}

export type ServiceNowSideDeps = Pick<SignOnDeps, 'db' | 'access' | 'publicUrl' | 'signOnKeys' | 'company'>

/** Refuses an app that is not there, and one that is not set up for SAML. */
export async function servicenowSide(deps: ServiceNowSideDeps, appId: string): Promise<ServiceNowSide> {
  const app = await appForSignOn(deps, appId)
  const saml = await findSamlApp(deps.db, appId)
  const acsUrl = saml?.settings.acs.find(({ isDefault }) => isDefault)?.url ?? saml?.settings.acs[0]?.url
  if (!saml || acsUrl === undefined)
    throw new Failure('conflict', 'saml_not_set_up', 'This app is not set up for SAML yet.')
  const { settings } = saml
  const { certificates } = await samlKeys(deps)
  const { entityId, signOnUrl } = addressesOf(deps.publicUrl)
  return {
    ourName: deps.company.name,
    isServiceNow: isServiceNow(settings, app.templateSlug),
    instanceUrl: new URL(acsUrl).origin,
    entityId,
    signOnUrl,
    acsUrl,
    audience: settings.entityId,
    nameIdPolicy: nameIdFormat[settings.nameIdFormat],
    userField: userFieldOf(settings),
    certificates: certificates.map(pemOf).map((pem) => ({ pem, endsAt: new Date(new X509Certificate(pem).validTo) })),
    startsHere: settings.idpInitiated,
  }
}

/** As the pre-flight tells an administrator who enters it by hand. */
function userFieldOf({ nameIdFormat: format, nameId }: SamlSettings): ServiceNowSide['userField'] {
  if (format === 'persistent' || format === 'transient') return null
  if (nameId.includes('{login')) return 'user_name'
  return nameId.includes('{mail') ? 'email' : null
}
