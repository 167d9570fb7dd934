/** Changes of how an app signs people on: every administrator is told, and none makes themselves somebody else there (security C.19). */
import type { Tx } from '../../platform/database/database.ts'
import { endParticipants } from '../oidc/end-participants.ts'
import {
  forgetOtherAuthors,
  forgetSignOnAuthor,
  isAuthorOf,
  keepSignOnAuthor,
  type SignOnProtocol,
} from '../store-sign-on-authors.ts'
import { tellAdministrators } from '../tell-administrators.ts'
import type { SignOnDeps } from './deps.ts'
import { endSamlParts } from './on-access-ended.ts'
import { saysWhoOneIs, type Told } from './own-values.ts'
import { signedOn } from './store-signed-on.ts'

export type ChangeInSightDeps = Pick<
  SignOnDeps,
  'clock' | 'ids' | 'jobs' | 'access' | 'directory' | 'mail' | 'publicUrl'
>

/** What was changed: the words of the mail follow "Somebody …". */
export type SignOnChange = keyof typeof changes

const changes = {
  saml: {
    en: (app) => `changed how ${app} signs people on by SAML`,
    de: (app) => `hat geändert, wie ${app} Personen mit SAML anmeldet`,
  },
  saml_removed: {
    en: (app) => `removed how ${app} signs people on by SAML, and with that freed all names by which it knew people,`,
    de: (app) =>
      `hat die Anmeldung an ${app} mit SAML entfernt und damit alle Namen freigegeben, unter denen die App Personen kannte`,
  },
  name_freed: {
    en: (app) => `freed a name by which ${app} knew somebody; whoever comes under it next may get their account there`,
    de: (app) =>
      `hat einen Namen freigegeben, unter dem ${app} jemanden kannte; wer als Nächstes unter ihm kommt, erhält dort womöglich dessen Konto`,
  },
  name_given: {
    en: (app) => `said whose a name in ${app} is; they may get the account that is known by it there`,
    de: (app) =>
      `hat gesagt, wem ein Name in ${app} gehört; diese Person erhält dort womöglich das Konto, das so heißt`,
  },
  oidc: {
    en: (app) => `changed how ${app} signs people on by OpenID Connect`,
    de: (app) => `hat geändert, wie ${app} Personen mit OpenID Connect anmeldet`,
  },
  oidc_keys: {
    en: (app) => `changed by which keys ${app} proves itself`,
    de: (app) => `hat geändert, mit welchen Schlüsseln ${app} sich ausweist`,
  },
  oidc_keys_dropped: {
    en: (app) => `had ${app} no longer prove itself by keys of its own`,
    de: (app) => `hat festgelegt, dass ${app} sich nicht mehr mit eigenen Schlüsseln ausweist`,
  },
  oidc_dpop_dropped: {
    en: (app) => `let ${app} have tokens that are bound to no key`,
    de: (app) => `hat festgelegt, dass ${app} auch Tokens erhält, die an keinen Schlüssel gebunden sind`,
  },
  oidc_secret_first: {
    en: (app) => `made the first client secret of ${app}`,
    de: (app) => `hat das erste Client-Geheimnis von ${app} angelegt`,
  },
  oidc_secret: {
    en: (app) => `made a new client secret of ${app}; the one before no longer works`,
    de: (app) => `hat ein neues Client-Geheimnis von ${app} angelegt; das vorige gilt nicht mehr`,
  },
  oidc_secret_beside: {
    en: (app) => `made a new client secret of ${app}; the one before goes on beside it until it ends`,
    de: (app) => `hat ein neues Client-Geheimnis von ${app} angelegt; das vorige gilt daneben, bis es endet`,
  },
  oidc_secret_ended: {
    en: (app) => `ended the client secret before of ${app}`,
    de: (app) => `hat das vorige Client-Geheimnis von ${app} beendet`,
  },
  oidc_removed: {
    en: (app) => `removed how ${app} signs people on by OpenID Connect`,
    de: (app) => `hat die Anmeldung an ${app} mit OpenID Connect entfernt`,
  },
  entitlements: {
    en: (app) => `changed what a role gives in ${app}, and with that as whom it knows people`,
    de: (app) => `hat geändert, was eine Rolle in ${app} gibt, und damit, als wen die App jemanden kennt`,
  },
  signals: {
    en: (app) => `changed where ${app} hears that sessions ended`,
    de: (app) => `hat geändert, wo ${app} vom Ende von Sitzungen erfährt`,
  },
  signals_removed: {
    en: (app) => `removed where ${app} hears that sessions ended`,
    de: (app) => `hat entfernt, wo ${app} vom Ende von Sitzungen erfährt`,
  },
} satisfies Record<string, { en(app: string): string; de(app: string): string }>

type Change = { appId: string; authorId: string; change: SignOnChange }

/** In the transaction of the change. `isHeld`: its author waits for somebody else before they sign on there. */
export async function tellSignOnChange(
  deps: ChangeInSightDeps,
  tx: Tx,
  { appId, authorId, change, isHeld = false }: Change & { isHeld?: boolean },
): Promise<void> {
  const name = (await deps.access.app(tx, appId))?.name ?? appId
  const { en, de } = changes[change]
  const held = isHeld ? await untilWhen(deps, tx, authorId) : null
  await tellAdministrators(deps, tx, {
    kind: 'app_sign_on_changed',
    authorId,
    subject: { en: `Sign-on of an app changed: ${name}`, de: `Anmeldung einer App geändert: ${name}` },
    text: {
      en: (author) => `${author} ${en(`“${name}”`)}.${held ? ` ${author} is not signed on there ${held.en}.` : ''}`,
      de: (author) =>
        `${author} ${de(`„${name}“`)}.${held ? ` ${author} wird dort nicht angemeldet, ${held.de}.` : ''}`,
    },
    path: `/admin/apps/${appId}`,
  })
}

async function untilWhen(deps: ChangeInSightDeps, tx: Tx, authorId: string): Promise<{ en: string; de: string }> {
  const others = (await deps.access.administrators(tx)).filter((id) => id !== authorId)
  if (others.length === 0) return { en: 'for a day', de: 'einen Tag lang' }
  return {
    en: 'until another administrator saves these settings',
    de: 'bis jemand anderes aus der Administration diese Einstellungen speichert',
  }
}

type Settings = { appId: string; protocol: SignOnProtocol; authorId: string }

/**
 * Settings were saved: whoever did so stands behind what others set before. Who says something else about people than before,
 * and more than who each of them is, does not sign on there until somebody else stands behind it, and what the app holds of
 * them ends. Answers whether they wait.
 */
export async function standBehind(
  deps: ChangeInSightDeps,
  tx: Tx,
  saved: Settings & { before: readonly Told[] | null; after: readonly Told[] },
): Promise<boolean> {
  const { before, after } = saved
  await forgetOtherAuthors(tx, saved)
  if (after.every(saysWhoOneIs)) {
    await forgetSignOnAuthor(tx, saved)
    return false
  }
  if (before !== null && inOneText(before) === inOneText(after)) return await isAuthorOf(tx, saved)
  await holdAuthor(deps, tx, saved)
  return true
}

const inOneText = (names: readonly Told[]): string => JSON.stringify(names.map(({ name, value }) => [name, value]))

/** From now on until somebody else stands behind it, whoever changed this does not sign on there. */
export async function holdAuthor(deps: ChangeInSightDeps, tx: Tx, of: Settings): Promise<void> {
  await keepSignOnAuthor(tx, of, deps.clock.now())
  for (const { personId, sessionId, clientId } of await signedOn(tx, { appIds: [of.appId] }))
    if (personId === of.authorId && clientId !== null) await endParticipants(deps, tx, { sessionId, clientId })
  await endSamlParts(deps, tx, [{ personId: of.authorId, appId: of.appId }])
}
