import { readFileSync } from 'node:fs'

/**
 * The configuration of the private 389 Directory Server: the package's own template filled in, changed where a careful
 * administrator would change it. Whoever starts the server owns its files; nothing of the machine's is touched.
 */
export type Ds389Names = {
  dir: string
  port: number
  tlsPort: number
  user: string
  baseDn: string
  adminDn: string
  adminPasswordHash: string
  serviceDn: string
}

export const ds389TemplateFolder = '/usr/share/dirsrv/data'

/** What the service account may know of the rules for passwords, which stand in the configuration of the server. */
const policyAttributes = [
  // Without a right on the attribute of its filter a search finds nothing.
  'objectClass',
  'passwordMinLength',
  'passwordCheckSyntax',
  'passwordHistory',
  'passwordInHistory',
  'passwordMinAge',
  'passwordMaxAge',
  'passwordExp',
  'passwordWarning',
  'passwordGraceLimit',
  'passwordLockout',
  'passwordMaxFailure',
  'passwordResetFailureCount',
  'passwordLockoutDuration',
  'passwordUnlock',
  'passwordMustChange',
  'passwordChange',
  'passwordAdminDN',
  'passwordTrackUpdateTime',
  'passwordMinCategories',
  'passwordMinTokenLength',
]

export function ds389Config(names: Ds389Names): string {
  const folder = (name: string) => `${names.dir}/${name}`
  const values: Record<string, string> = {
    schema_dir: folder('config/schema'),
    lock_dir: folder('lock'),
    tmp_dir: folder('tmp'),
    cert_dir: folder('config'),
    ldif_dir: folder('ldif'),
    bak_dir: folder('bak'),
    run_dir: folder('run'),
    inst_dir: names.dir,
    log_dir: folder('log'),
    config_dir: folder('config'),
    db_dir: folder('db'),
    db_home_dir: folder('db'),
    db_lib: 'bdb',
    fqdn: 'localhost',
    ds_port: String(names.port),
    ds_user: names.user,
    ds_passwd: names.adminPasswordHash,
    rootdn: names.adminDn,
    ds_suffix: names.baseDn,
    ds_bename: 'userRoot',
    ldapi_enabled: 'off',
    ldapi: folder('run/ldapi'),
    ldapi_autobind: 'off',
  }
  const template = (name: string) =>
    readFileSync(`${ds389TemplateFolder}/${name}.ldif`, 'utf8')
      .replace(/^#.*\n/gm, '')
      .replace(/%([a-z_]+)%/g, (_, name: string) => values[name] ?? '')
  const entries = [template('template-dse'), template('template-suffix-db')]
    .flatMap((text) => text.trim().split(/\n(?:[ \t]*\n)+/))
    .map((entry) => changed(entry, names))
  return `${[...entries, index('modifyTimestamp'), index('entryUUID'), index('nsUniqueId')].join('\n\n')}\n`
}

/** An entry of the template with the lines that are other here than there; what is not there is added. */
function changed(entry: string, names: Ds389Names): string {
  const dn = /^dn: *(.*)/.exec(entry)?.[1]?.toLowerCase().replace(/, /g, ',') ?? ''
  const wanted = changes(names)[dn]
  if (wanted === undefined) return entry
  const kept = entry.split('\n').filter((line) => !((line.split(':')[0] ?? '').toLowerCase() in wanted))
  return [...kept, ...Object.entries(wanted).map(([name, value]) => `${name}: ${value}`)].join('\n')
}

const plugin = (name: string) => `cn=${name},cn=plugins,cn=config`

function changes(names: Ds389Names): Record<string, Record<string, string>> {
  return {
    'cn=config': {
      ...passwordRules,
      'nsslapd-secureport': String(names.tlsPort),
      'nsslapd-security': 'on',
      'nsslapd-accesslog-logging-enabled': 'off',
      // Bare lists are answered 500 at a time at most: whoever does not page is cut off.
      'nsslapd-sizelimit': '500',
      'nsslapd-pwpolicy-local': 'on',
      passwordtrackupdatetime: 'on',
      // Cheap to compute: the tests set hundreds of passwords, and none of them is a secret.
      passwordstoragescheme: 'SSHA512',
      aci: `(targetattr="${policyAttributes.join(' || ')}")(version 3.0; acl "Password rules for Hallpass"; allow(read,search,compare) userdn="ldap:///${names.serviceDn}";)`,
    },
    [plugin('memberof plugin')]: { 'nsslapd-pluginenabled': 'on', memberofautoaddoc: 'nsMemberOf' },
    [plugin('referential integrity postoperation')]: { 'nsslapd-pluginenabled': 'on' },
    [plugin('usn')]: { 'nsslapd-pluginenabled': 'on' },
    // Logins with accents are logins.
    [plugin('7-bit check')]: { 'nsslapd-pluginenabled': 'off' },
    'cn=config,cn=ldbm database,cn=plugins,cn=config': {
      'nsslapd-cache-autosize': '0',
      'nsslapd-dbcachesize': '10485760',
    },
    'cn=userroot,cn=ldbm database,cn=plugins,cn=config': {
      'nsslapd-cachememsize': '33554432',
      'nsslapd-dncachememsize': '16777216',
    },
  }
}

/** The same rules as in the private OpenLDAP. */
const passwordRules = {
  passwordchecksyntax: 'on',
  passwordminlength: '10',
  passwordmincategories: '1',
  passwordhistory: 'on',
  passwordinhistory: '3',
  passwordlockout: 'on',
  passwordmaxfailure: '5',
  passwordresetfailurecount: '300',
  passwordunlock: 'off',
  passwordmustchange: 'on',
  passwordchange: 'on',
  passwordexp: 'on',
  passwordmaxage: '7776000',
  passwordwarning: '604800',
  passwordgracelimit: '0',
}

function index(attribute: string): string {
  return `dn: cn=${attribute},cn=index,cn=userRoot,cn=ldbm database,cn=plugins,cn=config
objectClass: top
objectClass: nsIndex
cn: ${attribute}
nsSystemIndex: false
nsIndexType: eq
nsIndexType: pres`
}
