import type { SignOnKeys } from '@hallpass/contract/sign-on-keys'
import type { Actor } from '../../audit/module.ts'
import { Failure } from '../../platform/errors.ts'
import { type Principal, requireRecent } from '../../platform/http/principal.ts'
import { changedMeanwhile } from '../sign-on/change-app.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { tellAdministrators } from '../tell-administrators.ts'
import { showKeys } from './show-keys.ts'
import { type KeyUse, lockKeys } from './store-keys.ts'

export type RotateKeysDeps = Pick<
  SignOnDeps,
  'db' | 'clock' | 'audit' | 'signOnKeys' | 'access' | 'directory' | 'mail' | 'publicUrl'
>
type Rotation = { use: KeyUse; principal: Principal; actor: Actor }

/** Whoever says which key signs says who is believed: it wants a fresh proof and is told to all administrators. */
const proofSeconds = 900

/**
 * Puts the next keys in service. Apps that read our key set follow by themselves; SAML apps must have been given the
 * certificate. Two administrators who press at once move on by one: the second saw keys that are no longer the next ones.
 */
export async function rotateKeys(
  deps: RotateKeysDeps,
  input: Rotation & { nextIds: readonly string[] | undefined },
): Promise<SignOnKeys> {
  const { use, nextIds, principal, actor } = input
  requireRecent(principal, deps.clock.now(), proofSeconds)
  await deps.db.transaction(async (tx) => {
    const next = (await lockKeys(tx, use)).filter((key) => key.state === 'next').map(({ id }) => id)
    if (nextIds && nextIds.toSorted().join() !== next.toSorted().join()) throw changedMeanwhile()
    await deps.signOnKeys.rotate(tx, use)
    deps.audit.record(tx, { action: 'sign_on_keys.rotated', actor, subjects: {}, after: { use, keyIds: next } })
    await tellAdministrators(deps, tx, {
      kind: 'sign_on_keys_changed',
      authorId: principal.personId,
      subject: { en: 'Other keys sign people on to apps', de: 'Andere Schlüssel melden an Apps an' },
      text: {
        en: (name) => `${name} put the next key in service that signs people on by ${names[use]}. ${followedEn[use]}`,
        de: (name) =>
          `${name} hat den nächsten Schlüssel für die Anmeldung mit ${names[use]} in Betrieb genommen. ${followedDe[use]}`,
      },
      path: '/admin/sign-on?tab=keys',
    })
  })
  return await showKeys(deps)
}

/** The way back from a rotation that came too early: the key before signs again, as long as it is kept and its certificate holds. */
export async function putBackKeys(deps: RotateKeysDeps, { use, principal, actor }: Rotation): Promise<SignOnKeys> {
  const now = deps.clock.now()
  requireRecent(principal, now, proofSeconds)
  await deps.db.transaction(async (tx) => {
    const before = (await lockKeys(tx, use)).filter((key) => key.state === 'previous')
    if (before.length === 0 || before.some((key) => key.expires_at !== null && key.expires_at <= now))
      throw new Failure('conflict', 'no_key_before', 'There is no key before that could sign again.')
    await deps.signOnKeys.putBack(tx, use)
    const after = { use, keyIds: before.map(({ id }) => id) }
    deps.audit.record(tx, { action: 'sign_on_keys.put_back', actor, subjects: {}, after })
    await tellAdministrators(deps, tx, {
      kind: 'sign_on_keys_changed',
      authorId: principal.personId,
      subject: { en: 'The key before signs people on again', de: 'Der vorige Schlüssel meldet wieder an Apps an' },
      text: {
        en: (name) => `${name} put the key before in service again that signs people on by ${names[use]}.`,
        de: (name) =>
          `${name} hat den vorigen Schlüssel für die Anmeldung mit ${names[use]} wieder in Betrieb genommen.`,
      },
      path: '/admin/sign-on?tab=keys',
    })
  })
  return await showKeys(deps)
}

const names: Record<KeyUse, string> = { saml: 'SAML', oidc: 'OpenID Connect' }
const followedEn: Record<KeyUse, string> = {
  saml: 'Apps that were not given its certificate refuse everybody until they are.',
  oidc: 'Apps follow by themselves.',
}
const followedDe: Record<KeyUse, string> = {
  saml: 'Apps, denen sein Zertifikat fehlt, weisen alle ab, bis sie es haben.',
  oidc: 'Apps folgen von selbst.',
}
