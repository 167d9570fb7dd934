import { Secret } from '../platform/secret.ts'
import { type Environment, type Setting, SettingsFault, settingsReader } from '../platform/settings.ts'

const passphrase: Setting<Secret> = {
  name: 'HALLPASS_BACKUP_PASSPHRASE',
  meaning: 'Passphrase that backups are encrypted to',
  isSecret: true,
  read(value) {
    if (value.length < 12) throw new Error('must be 12 characters or more')
    return new Secret(value)
  },
}

/** The passphrase of backups, from the environment or a file; never from the words of the command, which others can see. */
export function backupPassphrase(environment: Environment): Secret {
  const reader = settingsReader(environment)
  const found = reader.get(passphrase)
  if (found) return found
  const faults =
    reader.faults.length > 0 ? reader.faults : [{ name: passphrase.name, message: 'or its _FILE must be set' }]
  throw new SettingsFault(faults)
}
