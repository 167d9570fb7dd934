import { existsSync } from 'node:fs'
import { findProgram } from '@hallpass/counterparts/find-program'
import { runCommand } from '@hallpass/counterparts/run-command'
import { whySambaCannotRun } from '@hallpass/counterparts/samba'

/** `program`: its name, or the full path of a file where a package brings none. */
type Need = { program: string; debianPackage: string; why: string }

/** What tests and stories run on this machine beyond Node and npm packages. */
const needs: readonly Need[] = [
  { program: 'slapd', debianPackage: 'slapd', why: 'the LDAP directory of tests and stories' },
  { program: 'ldapmodify', debianPackage: 'ldap-utils', why: 'to change that directory as its administrator does' },
  { program: 'ns-slapd', debianPackage: '389-ds-base', why: 'another LDAP directory, with rules of its own' },
  { program: 'certutil', debianPackage: 'libnss3-tools', why: 'to give that one its certificate' },
  { program: 'openssl', debianPackage: 'openssl', why: 'to make the certificates of directories' },
  {
    program: 'samba',
    debianPackage: 'samba',
    why: 'the Active Directory domain of tests and stories; runs as root only',
  },
  { program: 'samba-tool', debianPackage: 'samba-common-bin', why: 'to make that domain' },
  { program: '/usr/lib/python3/dist-packages/samba/samdb.py', debianPackage: 'python3-samba', why: 'to fill it' },
  { program: '/usr/share/samba/setup/ad-schema', debianPackage: 'samba-ad-provision', why: 'its schema' },
  { program: '/usr/share/doc/samba-ad-dc', debianPackage: 'samba-ad-dc', why: 'its controller' },
  { program: '/usr/share/doc/samba-dsdb-modules', debianPackage: 'samba-dsdb-modules', why: 'its database' },
  { program: '/usr/share/doc/samba-vfs-modules', debianPackage: 'samba-vfs-modules', why: 'its folders' },
  { program: 'kinit', debianPackage: 'krb5-user', why: 'to ask that domain for tickets as its people do' },
  { program: 'oathtool', debianPackage: 'oathtool', why: 'to check our codes of authenticator apps by another hand' },
  { program: 'xmlsec1', debianPackage: 'xmlsec1', why: 'to check our signatures by another hand' },
  {
    program: '/usr/lib/python3/dist-packages/onelogin/saml2/response.py',
    debianPackage: 'python3-onelogin-saml2',
    why: 'a strict reader of our assertions',
  },
  { program: 'apache2', debianPackage: 'apache2', why: 'a web server that people sign on to' },
  {
    program: '/usr/lib/apache2/modules/mod_auth_mellon.so',
    debianPackage: 'libapache2-mod-auth-mellon',
    why: 'to sign on to it by SAML',
  },
  {
    program: '/usr/lib/apache2/modules/mod_auth_openidc.so',
    debianPackage: 'libapache2-mod-auth-openidc',
    why: 'to sign on to it by OpenID Connect',
  },
  {
    program: '/usr/share/doc/zabbix-frontend-php/templates/media/servicenow/media_servicenow.yaml',
    debianPackage: 'zabbix-frontend-php',
    why: 'a client of ServiceNow that others wrote',
  },
  { program: 'chromium', debianPackage: 'chromium', why: 'the browser of the stories' },
]

/**
 * Says what tests and stories need and what of it is missing. With `install`, as root on a Debian system, what is
 * missing is installed. With `isRequired`, what is still missing then is a failure that names it.
 */
export async function findNeeds(options: { install: boolean; isRequired: boolean }): Promise<void> {
  for (const need of needs) console.log(`${isThere(need) ? 'found  ' : 'missing'}  ${need.program}: ${need.why}`)
  if (options.install && missing().length > 0 && mayInstall()) await installDebianPackages(missing())
  const still = missing()
  const lack = still.length === 0 ? whySambaCannotRun() : null
  if (lack !== null && !isSambaLeftOut()) throw new Error(lack)
  if (lack !== null) console.log(`${lack} The tests and stories of Active Directory are left out.`)
  if (process.getuid?.() !== 0) {
    const other = 'Only root can work on the data of another user.'
    if (process.env.CI === 'true') throw new Error(other)
    console.log(`${other} The tests of the embedded database that do are left out.`)
  }
  if (still.length === 0) return
  const names = still.map((need) => need.program).join(', ')
  const advice = `Missing: ${names}. On Debian: apt-get install ${still.map((need) => need.debianPackage).join(' ')}`
  if (options.isRequired) throw new Error(advice)
  console.log(advice)
}

/** Samba runs as root only, and not in every container: what needs it is left out then, except where nothing may be (CI=true). */
export function isSambaLeftOut(): boolean {
  return process.env.CI !== 'true' && whySambaCannotRun() !== null
}

function missing(): Need[] {
  return needs.filter((need) => !isThere(need))
}

function isThere(need: Need): boolean {
  return need.program.startsWith('/') ? existsSync(need.program) : findProgram(need.program) !== null
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && findProgram('apt-get') !== null
}

async function installDebianPackages(wanted: readonly Need[]): Promise<void> {
  const packages = wanted.map((need) => need.debianPackage)
  console.log(`Installing ${packages.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) => runCommand('apt-get', ['-o', 'DPkg::Lock::Timeout=400', ...args], { env })
  if (packages.includes('slapd') && findProgram('debconf-set-selections')) {
    // Debian would set up and start a directory of its own on every network address; ours are private and on loopback.
    await runCommand('debconf-set-selections', [], { env, input: 'slapd slapd/no_configuration boolean true\n' })
  }
  await apt('update')
  await apt('install', '-y', '--no-install-recommends', ...packages)
}

if (import.meta.main) {
  try {
    await findNeeds({ install: process.argv.includes('--install'), isRequired: process.env.CI === 'true' })
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
