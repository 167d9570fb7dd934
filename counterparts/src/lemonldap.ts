import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram } from './find-program.ts'
import { freePort } from './free-port.ts'
import { answersTcp } from './ldap-answers.ts'
import { lemonIni, nginxConfig, portalSettings } from './lemonldap-config.ts'
import { runCommand, tryCommand } from './run-command.ts'
import { type ServerCommand, type ServerProcess, startServerProcess } from './server-process.ts'
import type { Slapd } from './slapd.ts'

/** A private LemonLDAP::NG: its portal in four FastCGI processes behind nginx, signing in the people of an OpenLDAP. */
export type LemonLdap = {
  readonly url: string
  /** The FastCGI manager and nginx; what they run are their children. */
  readonly pids: readonly number[]
  stop(): Promise<void>
}

const isRoot = process.getuid?.() === 0
/** Debian's user for web servers; its FastCGI server refuses to run as root. */
const user = 'www-data'
const packages =
  'lemonldap-ng-fastcgi-server liblemonldap-ng-portal-perl libnet-ldap-perl libio-socket-timeout-perl libunicode-string-perl libgd-securityimage-perl libimage-magick-perl libhttp-parser-xs-perl nginx'

/** The sentence that says how to get what is missing here; null when nothing is. */
export async function whyLemonLdapCannotRun(): Promise<string | null> {
  const isThere = ['llng-fastcgi-server', 'nginx', 'setpriv'].every((name) => findProgram(name) !== null)
  const modules = ['Net::LDAP', 'Unicode::String', 'IO::Socket::Timeout', 'Lemonldap::NG::Portal'].map(
    (name) => `-M${name}`,
  )
  const isLoaded = isThere && (await tryCommand('perl', [...modules, '-e', '1'])).code === 0
  return isLoaded ? null : `LemonLDAP::NG is missing: apt-get install ${packages}`
}

export async function startLemonLdap({ slapd }: { slapd: Slapd }): Promise<LemonLdap> {
  const why = await whyLemonLdapCannotRun()
  if (why !== null) throw new Error(why)
  const dir = mkdtempSync(join(tmpdir(), 'hallpass-lemonldap-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  layOut(dir, { port, url, slapd })
  if (isRoot) await runCommand('chown', ['-R', `${user}:${user}`, dir])
  const portal = await startUnprivileged({
    name: 'LemonLDAP::NG',
    command: findProgram('llng-fastcgi-server') ?? 'llng-fastcgi-server',
    args: ['--foreground', '--proc', '4', '--pid', `${dir}/portal.pid`, '--socket', `${dir}/portal.sock`],
    cwd: dir,
    logFile: join(dir, 'portal.log'),
    env: { ...process.env, LLNG_DEFAULTCONFFILE: `${dir}/lemonldap-ng.ini` },
    isReady: async () => existsSync(join(dir, 'portal.sock')),
    readyMsMax: 20_000,
  })
  const nginx = await startUnprivileged({
    name: 'nginx',
    command: findProgram('nginx') ?? 'nginx',
    args: ['-c', `${dir}/nginx.conf`, '-e', `${dir}/nginx.log`],
    cwd: dir,
    logFile: join(dir, 'nginx.log'),
    isReady: () => answersTcp(port),
    readyMsMax: 10_000,
  })
  return {
    url,
    pids: [portal.pid, nginx.pid],
    async stop() {
      await Promise.all([portal.stop(), nginx.stop()])
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

function layOut(dir: string, { port, url, slapd }: { port: number; url: string; slapd: Slapd }): void {
  for (const name of ['conf', 'cache', 'sessions/lock', 'psessions/lock'])
    mkdirSync(join(dir, name), { recursive: true })
  const write = (name: string, text: string) => writeFileSync(join(dir, name), text, { mode: 0o600 })
  write('ca.pem', slapd.caPem)
  write('conf/lmConf-1.json', JSON.stringify(portalSettings({ dir, url, directory: slapd }), null, 2))
  write('lemonldap-ng.ini', lemonIni(dir))
  write('nginx.conf', nginxConfig({ dir, port }))
  for (const log of ['portal.log', 'nginx.log']) write(log, '')
}

/**
 * As the user that owns the folder. Whoever changes users loses the signal at our death (prctl(2)), so it is asked for
 * again; as one to end, since both are parents of processes that only they can end.
 */
function startUnprivileged(server: ServerCommand): Promise<ServerProcess> {
  const as = isRoot ? ['--reuid', user, '--regid', user, '--clear-groups'] : []
  return startServerProcess({
    ...server,
    command: findProgram('setpriv') ?? 'setpriv',
    args: [...as, '--pdeathsig', 'TERM', server.command, ...server.args],
  })
}
