import { userInfo } from 'node:os'
import { type App, createApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { openFoundation } from '../foundation.ts'
import type { Environment } from '../platform/settings.ts'

/**
 * Runs a command on the same use cases as the service. While the service runs, its database is joined over the socket;
 * otherwise the embedded one is started and stopped again. Jobs that a command leaves are run by the service.
 */
export async function withApp(environment: Environment, work: (app: App) => Promise<number>): Promise<number> {
  const foundation = await openFoundation(
    readConfig({ ...environment, HALLPASS_LOG_LEVEL: environment.HALLPASS_LOG_LEVEL ?? 'warn' }),
    {
      joinRunning: true,
    },
  )
  const app = createApp(foundation)
  try {
    return await work(app)
  } finally {
    await app.directory.close()
    await foundation.close()
  }
}

/** Who a command acts as: the login at the command line, for the trail. */
export function operator(environment: Environment): { kind: 'operator'; name: string } {
  return { kind: 'operator', name: environment.SUDO_USER ?? environment.USER ?? environment.LOGNAME ?? nameOfProcess() }
}

/** Of whoever runs this; a user of a container may have no name. */
function nameOfProcess(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`
  }
}
