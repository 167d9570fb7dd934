import type { Tx } from '../platform/database/database.ts'
import { type TellAdministratorsDeps, tellAdministrators } from './tell-administrators.ts'

/** Somebody goes through people with one password: an attack that no single person would notice. */
export function onPasswordSprayed(deps: TellAdministratorsDeps, tx: Tx, event: { people: number }): Promise<void> {
  const { people } = event
  return tellAdministrators(deps, tx, {
    kind: 'password_sprayed',
    authorId: null,
    subject: {
      en: 'Somebody tries one password on many people',
      de: 'Jemand probiert ein Kennwort bei vielen Personen',
    },
    text: {
      en: () =>
        `The same wrong password was tried on ${people} people within ten minutes. No directory is asked with it any more for now; other passwords work as ever. Whoever has that password should choose another.`,
      de: () =>
        `Dasselbe falsche Kennwort wurde binnen zehn Minuten bei ${people} Personen probiert. Kein Verzeichnis wird derzeit noch danach gefragt; andere Kennwörter gelten wie immer. Wer dieses Kennwort hat, sollte ein anderes wählen.`,
    },
    path: '/admin/trail',
  })
}
