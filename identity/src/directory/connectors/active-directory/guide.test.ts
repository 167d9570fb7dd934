import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findProgram } from '@hallpass/counterparts/find-program'
import { runCommand } from '@hallpass/counterparts/run-command'
import { canRunSamba, startSamba } from '@hallpass/counterparts/samba'
import { describe, expect, test } from 'vitest'
import { Secret } from '../../../platform/secret.ts'
import { activeDirectoryConnector } from '../active-directory.ts'
import { settingsFor } from './testing.ts'

const guide = fileURLToPath(new URL('../../../../../docs/guides/add-a-directory.md', import.meta.url))
const password = 'Made-by-the-guide-1'
/** A name that the certificate of the private domain holds. */
const certified = 'dc1.win.acme.example'

describe.runIf(canRunSamba())('the guide', () => {
  test('its commands for Samba make a service account that check is content with', async () => {
    const samba = await startSamba()
    const tools = mkdtempSync(join(tmpdir(), 'hallpass-guide-'))
    try {
      // The commands as they are printed, for this domain and another name than the account it has already.
      const block = /On Samba, as root[\s\S]+?```\n([^`]+)```/.exec(readFileSync(guide, 'utf8'))?.[1] ?? ''
      const commands = block
        .replaceAll('DC=corp,DC=example', samba.baseDn)
        .replaceAll('hallpass', 'guided')
        .replace('user create guided', `user create guided '${password}'`)
      mkdirSync(tools, { recursive: true })
      const tool = join(tools, 'samba-tool')
      writeFileSync(tool, `#!/bin/sh\nexec ${findProgram('samba-tool')} "$@" --configfile=${samba.configFile}\n`)
      chmodSync(tool, 0o755)
      const env = { ...process.env, PATH: `${tools}:${process.env.PATH}` }
      await runCommand('sh', ['-e'], { env, input: commands })
      // "See that a controller answers": the line as it is printed, for this controller.
      const look = /^openssl s_client.+$/m.exec(readFileSync(guide, 'utf8'))?.[0] ?? ''
      const here = look.replaceAll('dc1.corp.example:', `${samba.host}:`).replace('dc1.corp.example', certified)
      const seen = await runCommand('sh', ['-e'], { input: here.replace('ca.pem', samba.caFile) })
      expect(seen).toContain('Verify return code: 0 (ok)')
      const settings = settingsFor(samba, { bindName: `${samba.domain}\\guided`, baseDn: `OU=People,${samba.baseDn}` })
      const connector = activeDirectoryConnector(settings, new Secret(password), { isHostAllowed: () => true })
      expect((await connector.check()).points.filter((point) => !point.ok)).toEqual([])
      const wendy = await connector.find('wendy')
      await connector.passwords?.reset(wendy?.ref ?? { key: '' }, new Secret('Reset-by-the-guide-1'))
      await connector.close()
    } finally {
      rmSync(tools, { recursive: true, force: true })
      await samba.stop()
    }
  }, 240_000)
})
