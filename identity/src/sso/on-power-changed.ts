/** Where power could hide: directories and app connections. Whoever changes one does it in sight (security C.19). */
import type { Tx } from '../platform/database/database.ts'
import type { SsoDeps } from './deps.ts'
import { type TellAdministratorsDeps, tellAdministrators } from './tell-administrators.ts'

export type OnPowerChangedDeps = TellAdministratorsDeps & {
  directory: Pick<SsoDeps['directory'], 'directory'>
  access: Pick<SsoDeps['access'], 'app'>
}

export async function onDirectoryChanged(
  deps: OnPowerChangedDeps,
  tx: Tx,
  event: {
    directoryId: string
    change: 'connected' | 'changed' | 'paused' | 'resumed' | 'removed'
    actorPersonId: string | null
  },
): Promise<void> {
  const { directoryId, change, actorPersonId } = event
  const name = (await deps.directory.directory(tx, directoryId))?.name ?? directoryId
  const did = {
    connected: { en: 'connected', de: 'verbunden' },
    changed: { en: 'changed', de: 'geändert' },
    paused: { en: 'paused', de: 'angehalten' },
    resumed: { en: 'resumed', de: 'fortgesetzt' },
    removed: { en: 'removed', de: 'entfernt' },
  }[change]
  await tellAdministrators(deps, tx, {
    kind: 'directory_changed',
    authorId: actorPersonId,
    subject: { en: `Directory ${did.en}: ${name}`, de: `Verzeichnis ${did.de}: ${name}` },
    text: {
      en: (author) => `${author} ${did.en} the directory “${name}”. It says who people are and checks their passwords.`,
      de: (author) =>
        `${author} hat das Verzeichnis „${name}“ ${did.de}. Es sagt, wer jemand ist, und prüft Passwörter.`,
    },
    path: change === 'removed' ? '/admin/directories' : `/admin/directories/${directoryId}`,
  })
}

export async function onConnectionChanged(
  deps: OnPowerChangedDeps,
  tx: Tx,
  { appId, actorPersonId }: { appId: string; actorPersonId: string | null },
): Promise<void> {
  const name = (await deps.access.app(tx, appId))?.name ?? appId
  await tellAdministrators(deps, tx, {
    kind: 'connection_changed',
    authorId: actorPersonId,
    subject: { en: `Connection of an app changed: ${name}`, de: `Anbindung einer App geändert: ${name}` },
    text: {
      en: (author) => `${author} changed how accounts are made in ${name}.`,
      de: (author) => `${author} hat geändert, wie Konten in ${name} entstehen.`,
    },
    path: `/admin/apps/${appId}`,
  })
}
