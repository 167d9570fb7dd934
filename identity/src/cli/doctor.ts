import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import type { App } from '../app.ts'
import { type Config, readConfig, settings } from '../config.ts'
import { checkpointFile } from '../foundation.ts'
import { countUnopened } from '../platform/crypto/count-unopened.ts'
import { countStale, reseal } from '../platform/crypto/reseal.ts'
import { greetMailServer } from '../platform/mail/greet-server.ts'
import type { Environment } from '../platform/settings.ts'
import { sealedPlaces } from '../sealed-places.ts'
import type { Command } from './command.ts'
import { withApp } from './with-app.ts'

const mailsLookedAt = 10_000
const mailServerMs = 10_000

type Finding = { level: 'ok' | 'note' | 'WRONG'; text: string }
const portalPage = fileURLToPath(new URL('../../../portal/dist/index.html', import.meta.url))

/** Looks at everything an operator can get wrong and says what to do; exit code 1 when something must be mended. */
export const command: Command = async (words, environment) => {
  const { values } = parseArgs({ args: words, options: { reseal: { type: 'boolean' } } })
  const config = readConfig(environment)
  const findings: Finding[] = [...configFindings(config, environment), await mailFinding(config)]
  await withApp(environment, async (app) => {
    const deps = { db: app.foundation.db, keys: app.foundation.keys }
    if (values.reseal) {
      console.log(`${await reseal(deps, sealedPlaces)} values were sealed anew.`)
      // Names the key that goes, so that what it signed is believed without it.
      await app.audit.seal()
    }
    findings.push(...(await databaseFindings(app)))
    return 0
  })
  for (const { level, text } of findings) console.log(`${level.padEnd(5)}  ${text}`)
  return findings.some(({ level }) => level === 'WRONG') ? 1 : 0
}

function* configFindings(config: Config, environment: Environment): Generator<Finding> {
  yield { level: 'ok', text: `Node ${process.versions.node}` }
  yield existsSync(portalPage)
    ? { level: 'ok', text: 'the portal is built' }
    : { level: 'WRONG', text: 'the portal is not built: npm run build' }
  yield config.publicUrl.protocol === 'https:'
    ? { level: 'ok', text: `browsers come to ${config.publicUrl.origin}` }
    : { level: 'note', text: `${settings.publicUrl.name} is ${config.publicUrl.origin}: for this machine only` }
  const keyPath = environment[settings.masterKeyPath.name] ?? settings.masterKeyPath.fallback
  if (!environment[settings.masterKey.name] && existsSync(keyPath) && (statSync(keyPath).mode & 0o077) !== 0) {
    yield { level: 'WRONG', text: `${keyPath} can be read by others: chmod 600 ${keyPath}` }
  }
  yield isWritable(dirname(dirname(checkpointFile(config))))
    ? { level: 'ok', text: `checkpoints of the trail are copied to ${checkpointFile(config)}` }
    : { level: 'WRONG', text: `${dirname(checkpointFile(config))} cannot be written: the trail would not be sealed` }
}

async function mailFinding({ smtpUrl }: Config): Promise<Finding> {
  if (!smtpUrl) {
    return {
      level: 'WRONG',
      text: `no mail server: set ${settings.smtpUrl.name}; codes and approvals cannot reach anybody`,
    }
  }
  const { host } = new URL(smtpUrl.reveal())
  const fault = await greetMailServer({ url: smtpUrl, timeoutMs: mailServerMs })
  return fault === null
    ? { level: 'ok', text: `mails leave by ${host}` }
    : {
        level: 'WRONG',
        text: `the mail server ${host} does not answer as it should (${settings.smtpUrl.name}): ${fault}`,
      }
}

async function databaseFindings(app: App): Promise<Finding[]> {
  const { db, keys, place } = app.foundation
  const { rows } = await sql<{ may: boolean }>`select has_table_privilege('audit_entries', 'delete') as may`.execute(
    db.withTables(),
  )
  const stale = await countStale({ db, keys }, sealedPlaces)
  const unopened = await countUnopened(
    { query: (text) => sql.raw<Record<string, unknown>>(text).execute(db.withTables()), keys },
    sealedPlaces,
  )
  const { dead } = await app.foundation.jobs.count()
  const mails = await app.foundation.jobs.inspect({ task: 'mail.deliver', limit: mailsLookedAt })
  const waiting = mails.filter(({ payload }) => keys.isStale(String(payload.sealed))).length
  const health = await app.audit.openIntents(db)
  return [
    rows[0]?.may
      ? {
          level: 'note',
          text: `the service may delete from the trail: give it a role of its own (${settings.databaseAdminUrl.name})`,
        }
      : { level: 'ok', text: 'the service can only add to the trail' },
    place.ownerUrl === place.serviceUrl
      ? { level: 'note', text: 'the service works as the owner of its tables' }
      : { level: 'ok', text: 'tables belong to another role than the service' },
    unopened > 0
      ? {
          level: 'WRONG',
          text: `${unopened} values open with no key in place: ${settings.masterKey.name} is not the one they were sealed with`,
        }
      : stale > 0
        ? { level: 'note', text: `${stale} values are sealed with an old key: hallpass doctor --reseal` }
        : { level: 'ok', text: 'everything is sealed with the current key' },
    ...(waiting > 0
      ? [{ level: 'note' as const, text: `${waiting} mails wait that need an old key: keep it until they have left` }]
      : []),
    dead > 0
      ? { level: 'WRONG', text: `${dead} jobs failed for good: look under Admin → Jobs` }
      : { level: 'ok', text: 'no job failed for good' },
    health.length > 0
      ? {
          level: 'WRONG',
          text: `${health.length} writes to the outside have no known outcome: look under Admin → Trail`,
        }
      : { level: 'ok', text: 'every write to the outside has its outcome' },
    (await app.sso.breakGlassLogins()).length >= 2
      ? { level: 'ok', text: 'there are break-glass accounts' }
      : { level: 'note', text: 'no way in when every directory is down: hallpass break-glass' },
    (await app.sso.hasAdministrator())
      ? { level: 'ok', text: 'there is an administrator' }
      : { level: 'note', text: 'nobody administers this yet: hallpass admin-link' },
  ]
}

function isWritable(folder: string): boolean {
  try {
    accessSync(existsSync(folder) ? folder : dirname(folder), constants.W_OK)
    return true
  } catch {
    return false
  }
}
