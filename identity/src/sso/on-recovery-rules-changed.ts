import type { Tx } from '../platform/database/database.ts'
import type { SsoDeps } from './deps.ts'
import { type TellAdministratorsDeps, tellAdministrators } from './tell-administrators.ts'

export type OnRecoveryRulesChangedDeps = TellAdministratorsDeps & {
  directory: Pick<SsoDeps['directory'], 'directory' | 'group'>
}

/** How passwords are recovered is a way into every account of a directory or group: changed in sight (security C.19). */
export async function onRecoveryRulesChanged(
  deps: OnRecoveryRulesChangedDeps,
  tx: Tx,
  { of, subjectId, authorId }: { of: 'directory' | 'group'; subjectId: string; authorId: string | null },
): Promise<void> {
  const isDirectory = of === 'directory'
  const found = await (isDirectory ? deps.directory.directory(tx, subjectId) : deps.directory.group(tx, subjectId))
  const name = found?.name ?? subjectId
  const others = (await deps.access.administrators(tx)).filter((id) => id !== authorId)
  const ends =
    others.length > 0
      ? {
          en: 'until another administrator saves these rules',
          de: 'bis jemand anderes aus der Administration diese Regeln speichert',
        }
      : { en: 'for a day', de: 'einen Tag lang' }
  const under = (author: string) =>
    authorId === null
      ? { en: '', de: '' }
      : {
          en: `; for ${author} the rules before hold as well ${ends.en}`,
          de: `; für ${author} gelten die alten Regeln weiter, ${ends.de}`,
        }
  const [whose, wessen] = isDirectory ? ['the directory', 'des Verzeichnisses'] : ['the group', 'der Gruppe']
  await tellAdministrators(deps, tx, {
    kind: 'recovery_rules_changed',
    authorId,
    subject: { en: `Recovery rules changed: ${name}`, de: `Regeln für vergessene Passwörter geändert: ${name}` },
    text: {
      en: (author) =>
        `${author} changed how people of ${whose} “${name}” recover a forgotten password. It holds at once${under(author).en}.`,
      de: (author) =>
        `${author} hat geändert, wie Personen ${wessen} „${name}“ ein vergessenes Passwort zurücksetzen. Es gilt sofort${under(author).de}.`,
    },
    path: isDirectory ? `/admin/directories/${subjectId}` : '/admin/directories',
  })
}
