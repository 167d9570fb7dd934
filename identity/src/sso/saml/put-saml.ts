import type { SamlSettings } from '@hallpass/contract/saml'
import type { Actor } from '../../audit/module.ts'
import { Failure, type FieldFault } from '../../platform/errors.ts'
import { type Principal, requireRecent } from '../../platform/http/principal.ts'
import { appUnknown } from '../errors.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { factNames } from '../sign-on/person-facts.ts'
import { ExpressionFault, parseExpression } from './expression.ts'
import { certificateOf } from './read-metadata.ts'
import { deleteSamlApp, findSamlApp, samlAppByEntity, saveSamlApp } from './store-saml.ts'

export type PutSamlDeps = Pick<SignOnDeps, 'db' | 'clock' | 'access' | 'audit'>

/** Where an app gets its assertions decides who signs on as whom: changing it wants a fresh proof (security C.19). */
const proofSeconds = 900

/** Sets how an app signs people on. What is wrong is named field by field, all at once. */
export async function putSaml(
  deps: PutSamlDeps,
  input: { appId: string; version: number; settings: SamlSettings; principal: Principal; actor: Actor },
): Promise<void> {
  const now = deps.clock.now()
  const { appId } = input
  const app = await deps.access.app(deps.db, appId)
  if (!app || app.builtIn) throw appUnknown()
  requireRecent(input.principal, now, proofSeconds)
  const settings = checked(input.settings)
  const other = await samlAppByEntity(deps.db, settings.entityId)
  if (other && other.appId !== appId)
    throw new Failure('conflict', 'entity_id_taken', 'Another app has this entity ID.', {
      fields: [{ field: 'settings.entityId', message: 'is taken by another app' }],
    })
  await deps.db.transaction(async (tx) => {
    const before = await findSamlApp(tx, appId)
    const isSaved = await saveSamlApp(tx, { appId, settings, version: input.version }, now)
    if (!isSaved)
      throw new Failure(
        'conflict',
        'changed_meanwhile',
        'Somebody changed this in the meantime. Load it again, then repeat your change.',
      )
    deps.audit.record(tx, {
      action: 'app.saml_set',
      actor: input.actor,
      subjects: { appId },
      before: before?.settings ?? {},
      after: settings,
    })
  })
}

export async function removeSaml(
  deps: PutSamlDeps,
  input: { appId: string; principal: Principal; actor: Actor },
): Promise<void> {
  const { appId } = input
  const before = await findSamlApp(deps.db, appId)
  if (!before) throw appUnknown()
  requireRecent(input.principal, deps.clock.now(), proofSeconds)
  await deps.db.transaction(async (tx) => {
    if (!(await deleteSamlApp(tx, appId))) return
    const { actor } = input
    deps.audit.record(tx, { action: 'app.saml_removed', actor, subjects: { appId }, before: before.settings })
  })
}

function checked(settings: SamlSettings): SamlSettings {
  const faults: FieldFault[] = []
  const fault = (field: string, message: string): void => void faults.push({ field: `settings.${field}`, message })
  const read = (field: string, certificate: string): string => {
    try {
      return certificateOf(certificate)
    } catch {
      fault(field, 'is no certificate that can be read')
      return certificate
    }
  }
  const expression = (field: string, value: string): void => {
    try {
      parseExpression(value, factNames)
    } catch (error) {
      if (!(error instanceof ExpressionFault)) throw error
      fault(field, error.message)
    }
  }
  const isOpaque = settings.nameIdFormat === 'persistent' || settings.nameIdFormat === 'transient'
  if (!isOpaque && settings.nameId.trim() === '') fault('nameId', 'say what the app knows people by, such as {mail}')
  else if (!isOpaque) expression('nameId', settings.nameId)
  for (const [index, each] of settings.attributes.entries()) expression(`attributes.${index}.value`, each.value)
  for (const [index, each] of settings.acs.entries())
    if (!URL.canParse(each.url)) fault(`acs.${index}.url`, 'is no address')
  if (new Set(settings.acs.map((each) => each.index)).size < settings.acs.length)
    fault('acs', 'two of them have the same index')
  const signingCertificates = settings.signingCertificates.map((each, index) =>
    read(`signingCertificates.${index}`, each),
  )
  if (settings.requestsSigned && signingCertificates.length === 0)
    fault('signingCertificates', 'signed requests need the certificate they are checked with')
  const { encryption } = settings
  const certificate = encryption && read('encryption.certificate', encryption.certificate)
  if (faults.length > 0)
    throw new Failure('invalid', 'saml_settings_invalid', 'Some of these settings cannot work.', { fields: faults })
  return {
    ...settings,
    signingCertificates,
    encryption: encryption && certificate ? { ...encryption, certificate } : null,
  }
}
