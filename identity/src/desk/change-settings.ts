import type { DeskSettings } from '@hallpass/contract/desk'
import type { Actor } from '../audit/module.ts'
import type { Database, Reader, Tx } from '../platform/database/database.ts'
import type { DeskDeps } from './deps.ts'
import { settingsChanged, settingsFaulty } from './errors.ts'
import { settingsWeakenedMail } from './mails.ts'
import { faultsOf, isWeaker } from './settings.ts'
import { insertSettings, type SettingsVersion, settingsInForce } from './store-settings.ts'
import type { Settings } from './types.ts'

export type ChangeSettingsDeps = Pick<DeskDeps, 'clock' | 'mail' | 'publicUrl' | 'audit' | 'directory' | 'access'> & {
  db: Database
}

export async function showSettings(r: Reader): Promise<DeskSettings> {
  return toWire(await settingsInForce(r))
}

/** Writes the next version of the settings; weaker ones are told to every administrator. */
export async function changeSettings(
  deps: ChangeSettingsDeps,
  input: { settings: Settings; version: number; authorId: string; actor: Actor },
): Promise<DeskSettings> {
  const { settings, authorId } = input
  return deps.db.transaction(async (tx) => {
    const before = await settingsInForce(tx)
    if (before.version !== input.version) throw settingsChanged()
    const faults = [...faultsOf(settings), ...(await unknownGroups(deps, tx, settings))]
    if (faults.length > 0) throw settingsFaulty(faults)
    const next = { version: before.version + 1, settings, changedAt: deps.clock.now() }
    if (!(await insertSettings(tx, { ...next, authorId }))) throw settingsChanged()
    const weaker = isWeaker(before.settings, settings)
    deps.audit.record(tx, {
      action: weaker ? 'desk_settings.weakened' : 'desk_settings.changed',
      actor: input.actor,
      subjects: {},
      before: { version: before.version, ...before.settings },
      after: { version: next.version, ...settings },
    })
    if (weaker) await tellAdministrators(deps, tx, authorId)
    return toWire(next)
  })
}

async function unknownGroups({ directory }: ChangeSettingsDeps, r: Reader, { privilegedGroupIds }: Settings) {
  const found = await Promise.all(privilegedGroupIds.map((id) => directory.group(r, id)))
  return found.flatMap((group, index) =>
    group ? [] : [{ field: `privilegedGroupIds.${index}`, message: 'There is no such group.' }],
  )
}

async function tellAdministrators(deps: ChangeSettingsDeps, tx: Tx, authorId: string): Promise<void> {
  const ids = await deps.access.administrators(tx)
  const people = await deps.directory.people(tx, [...new Set([...ids, authorId])])
  const author = people.find((person) => person.id === authorId)?.displayName ?? ''
  const link = new URL('/admin/desk', deps.publicUrl)
  for (const { id, mail, locale } of people)
    if (mail && ids.includes(id)) await deps.mail.send(tx, settingsWeakenedMail({ to: mail, locale, author, link }))
}

function toWire({ version, settings, changedAt }: SettingsVersion): DeskSettings {
  return { version, ...settings, changedAt: changedAt?.toISOString() ?? null }
}
