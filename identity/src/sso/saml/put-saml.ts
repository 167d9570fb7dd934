import type { SamlSettings } from '@hallpass/contract/saml'
import type { Tx } from '../../platform/database/database.ts'
import { Failure } from '../../platform/errors.ts'
import { appUnknown } from '../errors.ts'
import { noteGiven } from '../keys/store-certificates.ts'
import { type AppChange, changedMeanwhile, mayChangeApp, settingsFaults } from '../sign-on/change-app.ts'
import { type ChangeInSightDeps, standBehind, tellSignOnChange } from '../sign-on/change-in-sight.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { namesIn } from './names-in.ts'
import { canEncryptFor, certificateOf } from './read-metadata.ts'
import { letNamesGo } from './store-names.ts'
import { deleteSamlApp, findSamlApp, samlAppByEntity, saveSamlApp } from './store-saml.ts'

export type PutSamlDeps = Pick<SignOnDeps, 'db' | 'audit'> & ChangeInSightDeps
export type SetUpSamlDeps = PutSamlDeps & Pick<SignOnDeps, 'signOnKeys'>

/** Sets how an app signs people on. What is wrong is named field by field, all at once. */
export async function putSaml(
  deps: SetUpSamlDeps,
  input: AppChange & { version: number; settings: SamlSettings },
): Promise<void> {
  const { appId } = input
  await mayChangeApp(deps, input)
  const settings = checked(input.settings)
  const other = await samlAppByEntity(deps.db, settings.entityId)
  if (other && other.appId !== appId)
    throw new Failure('conflict', 'entity_id_taken', 'Another app has this entity ID.', {
      fields: [{ field: 'settings.entityId', message: 'is taken by another app' }],
    })
  await deps.db.transaction(async (tx) => {
    const before = await findSamlApp(tx, appId)
    if (!(await saveSamlApp(tx, { appId, settings, version: input.version }, deps.clock.now())))
      throw changedMeanwhile()
    if (!before) await noteInUse(deps, tx, appId)
    deps.audit.record(tx, {
      action: 'app.saml_set',
      actor: input.actor,
      subjects: { appId },
      before: before?.settings ?? {},
      after: settings,
    })
    const told = { appId, authorId: input.principal.personId }
    const names = { before: before ? namesIn(before.settings) : null, after: namesIn(settings) }
    const isHeld = await standBehind(deps, tx, { ...told, protocol: 'saml', ...names })
    await tellSignOnChange(deps, tx, { ...told, change: 'saml', isHeld })
  })
}

/** Whoever sets an app up copies the certificate in use into it; later ones are noted as they are given. */
async function noteInUse(deps: SetUpSamlDeps, tx: Tx, appId: string): Promise<void> {
  const current = (await deps.signOnKeys.of('saml')).find((key) => key.state === 'current')
  if (current) await noteGiven(tx, { appId, keyId: current.id, notedAt: deps.clock.now() })
}

export async function removeSaml(deps: PutSamlDeps, input: AppChange): Promise<void> {
  const { appId } = input
  await mayChangeApp(deps, input)
  const before = await findSamlApp(deps.db, appId)
  if (!before) throw appUnknown()
  await deps.db.transaction(async (tx) => {
    if (!(await deleteSamlApp(tx, appId))) return
    const { actor, principal } = input
    // Freed, and not forgotten: set up again, the app knows whoever took it off by no name of somebody else.
    await letNamesGo(tx, { appId }, { at: deps.clock.now(), by: principal.personId, forDirectory: null })
    deps.audit.record(tx, { action: 'app.saml_removed', actor, subjects: { appId }, before: before.settings })
    await tellSignOnChange(deps, tx, { appId, authorId: input.principal.personId, change: 'saml_removed' })
  })
}

function checked(settings: SamlSettings): SamlSettings {
  const { fault, expression, throwIfAny } = settingsFaults('saml_settings_invalid')
  const read = (field: string, certificate: string): string | null => {
    try {
      return certificateOf(certificate)
    } catch {
      fault(field, 'is no certificate that can be read')
      return null
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
  if (certificate && !canEncryptFor(certificate))
    fault('encryption.certificate', 'holds no RSA key of 2048 bits or more, which assertions are encrypted for')
  if (settings.soapLogoutUrl && !URL.canParse(settings.soapLogoutUrl)) fault('soapLogoutUrl', 'is no address')
  for (const field of ['url', 'responseUrl'] as const)
    if (settings.slo?.[field] && !URL.canParse(settings.slo[field])) fault(`slo.${field}`, 'is no address')
  throwIfAny()
  return {
    ...settings,
    signingCertificates: signingCertificates.filter((each) => each !== null),
    encryption: encryption && certificate ? { ...encryption, certificate } : null,
  }
}
