import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startServerProcess } from './server-process.ts'

/** An Express app that people sign on to with express-openid-connect, and that hears when they are signed out. */
export type ExpressApp = {
  readonly url: string
  /** Where signing on begins, and where it signs out of itself and of the provider. */
  readonly loginUrl: string
  readonly logoutUrl: string
  stop(): Promise<void>
}

/** Known before the app starts, because both sides are set up with the other's addresses. */
export function expressAppAddresses(port: number) {
  const url = `http://127.0.0.1:${port}`
  return {
    redirectUri: `${url}/callback`,
    postLogoutRedirectUri: url,
    backchannelLogoutUri: `${url}/backchannel-logout`,
  }
}

export async function startExpressApp(options: {
  port: number
  issuer: string
  clientId: string
  clientSecret: string
}): Promise<ExpressApp> {
  const { port, issuer, clientId, clientSecret } = options
  const folder = mkdtempSync(join(tmpdir(), 'hallpass-express-app-'))
  const url = `http://127.0.0.1:${port}`
  const server = await startServerProcess({
    name: 'The Express app',
    command: process.execPath,
    args: [fileURLToPath(new URL('express-app-server.ts', import.meta.url))],
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      ISSUER: issuer,
      CLIENT_ID: clientId,
      CLIENT_SECRET: clientSecret,
    },
    logFile: join(folder, 'express-app.log'),
    isReady: () =>
      fetch(`${url}/health`).then(
        (answer) => answer.ok,
        () => false,
      ),
    readyMsMax: 20_000,
  })
  return {
    url,
    loginUrl: `${url}/login`,
    logoutUrl: `${url}/logout`,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
