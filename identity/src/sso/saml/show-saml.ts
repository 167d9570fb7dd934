import type { SamlOfApp, SamlPreview } from '@hallpass/contract/saml'
import { Failure } from '../../platform/errors.ts'
import { personUnknown } from '../errors.ts'
import { fingerprintOf } from '../keys/fingerprint.ts'
import { appForSignOn } from '../sign-on/change-app.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { factNames, personFacts } from '../sign-on/person-facts.ts'
import { addressesOf } from './addresses.ts'
import { pemOf } from './encrypt-assertion.ts'
import { stepNames } from './expression.ts'
import { suggestFromTemplate } from './from-template.ts'
import { holderShown } from './give-name.ts'
import { namePerson } from './name-person.ts'
import { keyOf, namesakesAt, vouchedTo } from './namesakes.ts'
import { wouldRefuse } from './release-name.ts'
import { samlKeys } from './signing-key.ts'
import { holderOf } from './store-names.ts'
import { findSamlApp } from './store-saml.ts'

export type ShowSamlDeps = Pick<SignOnDeps, 'db' | 'access' | 'publicUrl' | 'signOnKeys' | 'templates'>

/** How an app is set up for SAML, and all that its own administrator has to copy. */
export async function showSaml(deps: ShowSamlDeps, appId: string): Promise<SamlOfApp> {
  const app = await appForSignOn(deps, appId)
  const [saml, keys] = await Promise.all([findSamlApp(deps.db, appId), samlKeys(deps)])
  const { entityId, signOnUrl, logoutUrl, metadataUrl } = addressesOf(deps.publicUrl)
  const [, next] = keys.certificates
  return {
    settings: saml?.settings ?? null,
    suggested: saml ? null : suggestFromTemplate(app, app.templateSlug ? deps.templates.get(app.templateSlug) : null),
    version: saml?.version ?? 0,
    setup: {
      ...{ entityId, signOnUrl, logoutUrl, metadataUrl },
      certificate: pemOf(keys.key.certificate),
      certificateSha256: fingerprintOf(keys.key.certificate),
      certificateExpiresAt: keys.expiresAt.toISOString(),
      nextCertificate: next === undefined ? null : pemOf(next),
    },
    values: [...factNames],
    steps: [...stepNames],
  }
}

/** What the app would be told about a person now. */
export async function previewSaml(
  deps: Pick<SignOnDeps, 'db' | 'directory' | 'access' | 'clock'>,
  input: { appId: string; personId: string },
): Promise<SamlPreview> {
  const { appId, personId } = input
  const saml = await findSamlApp(deps.db, appId)
  if (!saml) throw new Failure('conflict', 'saml_not_set_up', 'This app is not set up for SAML yet.')
  if (!(await deps.directory.person(deps.db, personId))) throw personUnknown()
  try {
    const facts = await personFacts(deps, deps.db, personId, appId)
    const of = { settings: saml.settings, personId, appId, facts }
    const { nameId, attributes } = await namePerson(deps, deps.db, of)
    const listed = attributes.map(({ name, values }) => ({ name, values: [...values] }))
    const calledAs = async (ids: readonly string[]) =>
      (await deps.directory.people(deps.db, ids)).map(({ displayName }) => displayName)
    return {
      nameId: nameId.value,
      attributes: listed,
      namesakes: await calledAs(await namesakesAt(deps, deps.db, of)),
      vouchedTo: await calledAs(await vouchedTo(deps, deps.db, of)),
      refused: await wouldRefuse(deps, deps.db, of),
      holder: await holderAt(deps, appId, keyOf(of)),
    }
  } catch (error) {
    if (error instanceof Failure && error.code === 'name_missing')
      return { nameId: null, attributes: [], namesakes: [], vouchedTo: [], refused: null, holder: null }
    throw error
  }
}

async function holderAt(
  { db, directory }: Pick<SignOnDeps, 'db' | 'directory'>,
  appId: string,
  nameKey: string | null,
): Promise<SamlPreview['holder']> {
  const holder = nameKey === null ? null : await holderOf(db, { appId, nameKey })
  if (holder === null || holderShown(holder) === null) return null
  const { personId, since } = holder
  const person = await directory.person(db, personId)
  return { personId, displayName: person?.displayName ?? personId, since: since.toISOString() }
}
