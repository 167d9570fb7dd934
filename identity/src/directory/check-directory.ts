import type { ConnectorSettings } from '@hallpass/contract/directories'
import type { Health } from './connectors/connector.ts'
import { DirectoryFailure } from './connectors/failures.ts'
import { placeOfSecret } from './connectors/registry.ts'
import type { SliceDeps } from './deps.ts'
import { directoryUnknown, secretNeeded } from './errors.ts'
import { directoryById } from './store/directories.ts'

/** Tries a saved directory; changes nothing, in it or here. */
export async function checkDirectory(deps: SliceDeps, directoryId: string): Promise<Health> {
  const directory = await directoryById(deps.db, directoryId)
  if (directory === null) throw directoryUnknown()
  return await healthOf(() => deps.connectors.of(directory).check())
}

/** Tries settings before they are saved. The kept secret of another directory is never used for them. */
export async function checkSettings(
  deps: SliceDeps,
  input: { settings: ConnectorSettings; bindPassword?: string | undefined },
): Promise<Health> {
  if (placeOfSecret(input.settings) !== null && input.bindPassword === undefined) throw secretNeeded()
  return await healthOf(async () => {
    const connector = deps.connectors.draft(input.settings, input.bindPassword ?? null)
    try {
      return await connector.check()
    } finally {
      await connector.close()
    }
  })
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
