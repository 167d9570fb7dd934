import type { ConnectorSettings } from '@hallpass/contract/directory-settings'
import type { DirectoryConnector, Health } from './connectors/connector.ts'
import { DirectoryFailure } from './connectors/failures.ts'
import { placeOfSecret } from './connectors/registry.ts'
import type { SliceDeps } from './deps.ts'
import { directoryUnknown, kindFixed, secretNeeded } from './errors.ts'
import { refuseFaultySettings } from './refuse-faulty-settings.ts'
import { connectedById } from './store/directories.ts'

/**
 * Tries a saved directory, or what is about to be saved of it; changes nothing, in it or here. Its kept secret is used for
 * the place it was entered for and no other (security A.5).
 */
export async function checkDirectory(
  deps: SliceDeps,
  { directoryId, settings, bindPassword }: { directoryId: string } & Partial<Draft>,
): Promise<Health> {
  const directory = await connectedById(deps.db, directoryId)
  if (directory === null) throw directoryUnknown()
  if (settings === undefined) return await healthOf(() => deps.connectors.of(directory).check())
  if (settings.kind !== directory.kind) throw kindFixed()
  if (bindPassword !== undefined) return await checkSettings(deps, { settings, bindPassword })
  refuseFaultySettings(deps, settings)
  if (placeOfSecret(settings) !== placeOfSecret(directory.settings)) throw secretNeeded()
  return await healthOf(() => checkOnce(deps.connectors.draftOf(directory, settings)))
}

/** Tries settings before they are saved. The kept secret of another directory is never used for them. */
export async function checkSettings(deps: SliceDeps, { settings, bindPassword }: Draft): Promise<Health> {
  refuseFaultySettings(deps, settings)
  if (placeOfSecret(settings) !== null && bindPassword === undefined) throw secretNeeded()
  return await healthOf(() => checkOnce(deps.connectors.draft(settings, bindPassword ?? null)))
}

type Draft = { settings: ConnectorSettings; bindPassword?: string | undefined }

async function checkOnce(connector: DirectoryConnector): Promise<Health> {
  try {
    return await connector.check()
  } finally {
    await connector.close()
  }
}

async function healthOf(check: () => Promise<Health>): Promise<Health> {
  try {
    return await check()
  } catch (error) {
    if (error instanceof DirectoryFailure) {
      return { ok: false, points: [{ name: 'connection', ok: false, message: error.message }] }
    }
    throw error
  }
}
