import type { SignOnKeys } from '@hallpass/contract/sign-on-keys'
import type { Actor } from '../../audit/module.ts'
import { Failure } from '../../platform/errors.ts'
import { lockSamlApp } from '../saml/store-saml.ts'
import { appForSignOn } from '../sign-on/change-app.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { showKeys } from './show-keys.ts'
import { forgetGiven, noteGiven } from './store-certificates.ts'
import { lockKeys } from './store-keys.ts'

export type NoteCertificateDeps = Pick<SignOnDeps, 'db' | 'clock' | 'audit' | 'signOnKeys' | 'access'>

/** An administrator gave an app one of our certificates, or finds that it has not got it: a note that changes nothing else. */
export async function noteCertificate(
  deps: NoteCertificateDeps,
  input: { appId: string; keyId: string; isGiven: boolean; actor: Actor },
): Promise<SignOnKeys> {
  const { appId, keyId, isGiven, actor } = input
  await appForSignOn(deps, appId)
  await deps.db.transaction(async (tx) => {
    // Held, so that neither goes before the note is there.
    if (!(await lockSamlApp(tx, appId)))
      throw new Failure('conflict', 'saml_not_set_up', 'This app is not set up for SAML yet.')
    if (!(await lockKeys(tx, 'saml')).some(({ id }) => id === keyId))
      throw new Failure('conflict', 'key_gone', 'This key is not there any more. Load the page again.')
    const note = { appId, keyId, notedAt: deps.clock.now() }
    if (!(await (isGiven ? noteGiven(tx, note) : forgetGiven(tx, note)))) return
    const after = { keyId, isGiven }
    deps.audit.record(tx, { action: 'app.saml_certificate_noted', actor, subjects: { appId }, after })
  })
  return await showKeys(deps)
}
