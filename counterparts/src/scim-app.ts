import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { installScimApp, scimAppFolder } from './install-scim-app.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

export type ScimAppOptions = {
  port?: number
  token?: string
  /** What the app calls itself on its page. */
  title?: string
  /** A SQLite file that outlives the app; in memory without it. */
  dataFile?: string
  /** Where its people sign on by OpenID Connect; they cannot without it. */
  signOn?: { issuer: string; clientId: string; clientSecret: string }
}

export type ScimAppAccount = {
  id: string
  userName: string
  externalId: string | null
  displayName: string
  email: string
  active: boolean
  entitlements: string[]
  groups: string[]
  /** Id of the manager's account. */
  manager: string | null
  department: string | null
  createdAt: string
  updatedAt: string
}

/** A third-party app that is provisioned by SCIM 2.0 (RFC 7644) and signed on to by OpenID Connect; nobody here wrote either. */
export type ScimApp = {
  /** The page of its accounts, for people. */
  readonly url: string
  /** Where signing on begins, as a bookmark of the app would; it ends on `/welcome`. */
  readonly signInUrl: string
  /** Where its codes come back to. */
  readonly redirectUri: string
  /** Where its SCIM server begins: `…/Users`, `…/Groups`. */
  readonly baseUrl: string
  readonly token: string
  readonly port: number
  readonly pid: number
  /** Its accounts as the app itself holds them, not as SCIM tells them. */
  users(): Promise<ScimAppAccount[]>
  stop(): Promise<void>
  kill(): Promise<void>
  restart(): Promise<void>
  freeze(): void
  thaw(): void
}

export const scimAppToken = 'acme-sample-scim-token-0123456789abcdef'

export async function startScimApp(options: ScimAppOptions = {}): Promise<ScimApp> {
  await installScimApp()
  const port = options.port ?? (await freePort())
  const token = options.token ?? scimAppToken
  const url = `http://127.0.0.1:${port}`
  const logFolder = mkdtempSync(join(tmpdir(), 'hallpass-scim-app-'))
  const run = () =>
    startServerProcess({
      name: 'The sample SCIM app',
      command: process.execPath,
      args: ['app.mjs'],
      cwd: scimAppFolder,
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        SCIM_TOKEN: token,
        TITLE: options.title ?? 'Sample app',
        DATA_FILE: options.dataFile ?? '',
        ISSUER: options.signOn?.issuer ?? '',
        CLIENT_ID: options.signOn?.clientId ?? '',
        CLIENT_SECRET: options.signOn?.clientSecret ?? '',
      },
      logFile: join(logFolder, 'app.log'),
      isReady: () => answersHttp(`${url}/accounts`),
      readyMsMax: 30_000,
    })
  let server: ServerProcess = await run()
  return {
    url,
    ...scimAppAddresses(port),
    baseUrl: `${url}/api/auth/scim/v2`,
    token,
    port,
    get pid() {
      return server.pid
    },
    async users() {
      const answer = await fetch(`${url}/accounts`)
      return (await answer.json()) as ScimAppAccount[]
    },
    async stop() {
      await server.stop()
      rmSync(logFolder, { recursive: true, force: true })
    },
    kill: () => server.kill(),
    async restart() {
      await server.stop()
      server = await run()
    },
    freeze: () => server.freeze(),
    thaw: () => server.thaw(),
  }
}

/** Known before the app starts, because both sides are set up with the other's addresses. */
export function scimAppAddresses(port: number): Pick<ScimApp, 'signInUrl' | 'redirectUri'> {
  const url = `http://127.0.0.1:${port}`
  return { signInUrl: `${url}/sign-in`, redirectUri: `${url}/api/auth/callback/hallpass` }
}

async function answersHttp(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok
  } catch {
    return false
  }
}
