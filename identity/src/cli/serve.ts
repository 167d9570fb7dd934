import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { App } from '../app.ts'
import { type Config, readConfig } from '../config.ts'
import { type RunningService, startService } from '../main.ts'
import type { Command } from './command.ts'
import { moment } from './moment.ts'
import { assertSampleIsLoopback, refuseSampleData, seedSample } from './sample.ts'

const portalFolder = fileURLToPath(new URL('../../../portal/dist', import.meta.url))

/** Runs the service until it is told to stop. `--sample FILE` serves the sample company, on loopback only. */
export const command: Command = async (words, environment) => {
  const { values } = parseArgs({ args: words, options: { sample: { type: 'string' } } })
  const config = readConfig(environment)
  if (values.sample) assertSampleIsLoopback(config)
  else if (config.sampleClockPath) throw new Error('HALLPASS_SAMPLE_CLOCK is for the sample company only.')
  const service = await startService({
    config,
    environment,
    portalFolder: existsSync(portalFolder) ? portalFolder : null,
    prepare: (app) => (values.sample ? seedSample(app, values.sample) : refuseSampleData(app)),
  })
  service.app.foundation.log.info({ address: service.address, publicUrl: config.publicUrl.origin }, 'listening')
  const told = untilTold()
  // A stop is heard as soon as the service listens, also while its database does not answer.
  if (!values.sample) await Promise.race([offerFirstAdministrator(service.app, config), told])
  await told
  return stopped(service)
}

/** Ends the process where the service could not be stopped: connections that hang would keep it alive. */
async function stopped(service: RunningService): Promise<number> {
  try {
    await service.stop()
    return 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return process.exit(1)
  }
}

/** While there is no administrator the console prints the way in; it is the only place it ever appears. */
async function offerFirstAdministrator(app: App, config: Config): Promise<void> {
  if (await app.sso.hasAdministrator()) return
  const { link, expiresAt } = await app.sso.createBootstrapLink({ kind: 'system', name: 'first start' })
  console.log(`\nThere is no administrator yet. Open this link once, before ${moment(expiresAt)}:\n\n  ${link.href}\n`)
  console.log(`A new one: hallpass admin-link. The portal is at ${config.publicUrl.origin}.\n`)
}

function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
