import { allSamlApps } from '../saml/store-saml.ts'
import type { SignOnDeps } from '../sign-on/deps.ts'
import { tellAdministrators } from '../tell-administrators.ts'
import { certificatesOf } from './certificates-of.ts'
import { fingerprintOf } from './fingerprint.ts'
import { givenCertificates, putWarning } from './store-certificates.ts'
import { lockKeys } from './store-keys.ts'
import { type EndingCertificate, warningOf } from './warning-of-certificates.ts'

export type WarnOfCertificatesDeps = Pick<
  SignOnDeps,
  'db' | 'audit' | 'signOnKeys' | 'access' | 'directory' | 'mail' | 'publicUrl'
>

const actor = { kind: 'system', name: 'sso.warn-of-certificates' } as const
const dayMs = 86_400_000
/** Whoever is told late is told the nearest one only. */
const steps = [1, 7, 14, 30, 60]

/**
 * Tells administrators that the certificate we sign with, or one that an app gave us, ends soon: once for each step and
 * certificate, all that is due in one mail. A row for each is written with the mail.
 */
export async function warnOfCertificates(deps: WarnOfCertificatesDeps, now: Date): Promise<void> {
  await renewNext(deps, now)
  const all = [...(await ownCertificates(deps)), ...(await certificatesOfApps(deps))]
  const due = all.flatMap((each) => {
    const leftMs = each.endsAt.getTime() - now.getTime()
    const days = leftMs > 0 ? steps.find((step) => leftMs <= step * dayMs) : undefined
    return days === undefined ? [] : [{ ...each, days }]
  })
  if (due.length === 0) return
  await deps.db.transaction(async (tx) => {
    const told: EndingCertificate[] = []
    for (const each of due) {
      const { app, days, certificate, endsAt } = each
      const certificateSha256 = fingerprintOf(certificate)
      if (!(await putWarning(tx, { about: app?.id ?? 'own', certificateSha256, days }, now))) continue
      told.push({ ...each, daysLeft: Math.ceil((endsAt.getTime() - now.getTime()) / dayMs) })
      deps.audit.record(tx, {
        action: 'certificate.expiry_told',
        actor,
        subjects: app ? { appId: app.id } : {},
        after: { days, expiresAt: endsAt.toISOString(), certificateSha256 },
      })
    }
    if (told.length > 0) await tellAdministrators(deps, tx, warningOf(told))
  })
}

type Certificate = Omit<EndingCertificate, 'daysLeft'> & { certificate: string }

/** A certificate to follow that would end within a year is made anew: it would only put off what it is there for. */
async function renewNext(deps: WarnOfCertificatesDeps, now: Date): Promise<void> {
  const next = (await deps.signOnKeys.of('saml')).find((key) => key.state === 'next')
  if (!next?.expires_at || next.expires_at.getTime() - now.getTime() > 365 * dayMs) return
  await deps.db.transaction(async (tx) => {
    const held = (await lockKeys(tx, 'saml')).find((key) => key.state === 'next')
    if (held?.id !== next.id) return
    // What apps were given stays: they would refuse everybody once another one signs. Its end is warned of in its time.
    if ((await givenCertificates(tx)).some(({ keyId }) => keyId === next.id)) return
    await deps.signOnKeys.renewNext(tx, 'saml')
    deps.audit.record(tx, { action: 'sign_on_keys.next_renewed', actor, subjects: {}, before: { keyId: next.id } })
  })
}

async function ownCertificates(deps: WarnOfCertificatesDeps): Promise<Certificate[]> {
  const keys = await deps.signOnKeys.of('saml')
  return keys.flatMap(({ state, certificate, expires_at: endsAt }) =>
    state === 'current' && certificate && endsAt ? [{ app: null, purpose: 'own' as const, certificate, endsAt }] : [],
  )
}

async function certificatesOfApps({ db, access }: WarnOfCertificatesDeps): Promise<Certificate[]> {
  const saml = await allSamlApps(db)
  const apps = await access.apps(
    db,
    saml.map(({ appId }) => appId),
  )
  return saml.flatMap(({ appId, settings }) => {
    const app = apps.find(({ id }) => id === appId)
    if (app?.state !== 'active') return []
    const { id, name } = app
    return certificatesOf(settings).map((each) => ({ ...each, app: { id, name } }))
  })
}
