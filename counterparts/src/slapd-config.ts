/**
 * The configuration of the private OpenLDAP as LDIF for `slapadd -n 0`. Paths are relative to the server's folder,
 * so that the folder may be moved.
 *
 * What the service account may do: read people and groups, write passwords, unlock and disable, change group members;
 * nothing else. An account `uid=reader`, once somebody makes it, may read. The right on userPassword is `write`: with `manage`, or as the root DN, slapo-ppolicy skips its quality
 * and history checks (slapo-ppolicy(5)).
 */
export type SlapdNames = {
  baseDn: string
  adminDn: string
  adminPasswordHash: string
  serviceDn: string
  noSync: boolean
}

/** Whoever may change the configuration itself, with the password of the administrator of the data. */
export const configAdminDn = 'cn=admin,cn=config'

const schemaFolder = '/etc/ldap/schema'
const moduleFolder = '/usr/lib/ldap'
const modules = ['back_mdb', 'ppolicy', 'memberof', 'refint', 'syncprov']

export function slapdConfig(names: SlapdNames): string {
  return `${[globals(), loadedModules(), schemas(), frontend(), configDatabase(names), people(names), ...overlays(names)].join('\n\n')}\n`
}

function globals(): string {
  return `dn: cn=config
objectClass: olcGlobal
cn: config
olcPidFile: slapd.pid
olcArgsFile: slapd.args
olcTLSCACertificateFile: tls/ca.pem
olcTLSCertificateFile: tls/server.pem
olcTLSCertificateKeyFile: tls/server.key
olcTLSProtocolMin: 3.3
olcThreads: 8
olcLogLevel: none`
}

function loadedModules(): string {
  return `dn: cn=module{0},cn=config
objectClass: olcModuleList
cn: module{0}
olcModulePath: ${moduleFolder}
${modules.map((name) => `olcModuleLoad: ${name}`).join('\n')}`
}

function schemas(): string {
  const files = ['core', 'cosine', 'inetorgperson', 'nis']
  return `dn: cn=schema,cn=config
objectClass: olcSchemaConfig
cn: schema

${files.map((name) => `include: file://${schemaFolder}/${name}.ldif`).join('\n')}`
}

function frontend(): string {
  return `dn: olcDatabase={-1}frontend,cn=config
objectClass: olcDatabaseConfig
objectClass: olcFrontendConfig
olcDatabase: {-1}frontend
olcSizeLimit: 500
olcPasswordHash: {SSHA}
olcAccess: {0}to dn.base="" by * read
olcAccess: {1}to dn.base="cn=Subschema" by * read`
}

function configDatabase(names: SlapdNames): string {
  return `dn: olcDatabase={0}config,cn=config
objectClass: olcDatabaseConfig
olcDatabase: {0}config
olcRootDN: ${configAdminDn}
olcRootPW: ${names.adminPasswordHash}
olcAccess: {0}to * by * none`
}

function people(names: SlapdNames): string {
  const service = `by dn.exact="${names.serviceDn}"`
  // Bare lists are answered 500 at a time at most, as a careful administrator sets it: whoever does not page is cut off.
  return `dn: olcDatabase={1}mdb,cn=config
objectClass: olcDatabaseConfig
objectClass: olcMdbConfig
olcDatabase: {1}mdb
olcDbDirectory: db
olcDbMaxSize: 2147483648
${names.noSync ? 'olcDbNoSync: TRUE\n' : ''}olcSuffix: ${names.baseDn}
olcRootDN: ${names.adminDn}
olcRootPW: ${names.adminPasswordHash}
olcDbIndex: objectClass,uid,mail,cn,sn,manager,member,memberOf,entryUUID,entryCSN eq
olcDbIndex: modifyTimestamp eq
olcLimits: {0}dn.exact="${names.serviceDn}" size.soft=500 size.hard=500 size.pr=500 size.prtotal=unlimited
olcAccess: {0}to attrs=userPassword ${service} write by self write by anonymous auth by * none
olcAccess: {1}to attrs=pwdReset,pwdAccountLockedTime,pwdFailureTime,pwdChangedTime ${service} manage by * none
olcAccess: {2}to attrs=pwdHistory by * none
olcAccess: {3}to dn.subtree="ou=groups,${names.baseDn}" ${service} write by users read by * none
olcAccess: {4}to * ${service} read by dn.exact="uid=reader,ou=services,${names.baseDn}" read by self read by * none`
}

function overlays(names: SlapdNames): string[] {
  const on = (
    index: number,
    name: string,
    rest: string,
  ) => `dn: olcOverlay={${index}}${name},olcDatabase={1}mdb,cn=config
objectClass: olcOverlayConfig
${rest.replace('OVERLAY', `olcOverlay: {${index}}${name}`)}`
  return [
    on(
      0,
      'memberof',
      `objectClass: olcMemberOfConfig
OVERLAY
olcMemberOfRefInt: TRUE
olcMemberOfGroupOC: groupOfNames
olcMemberOfMemberAD: member
olcMemberOfMemberOfAD: memberOf`,
    ),
    on(1, 'refint', 'objectClass: olcRefintConfig\nOVERLAY\nolcRefintAttribute: member manager'),
    on(
      2,
      'ppolicy',
      `objectClass: olcPPolicyConfig
OVERLAY
olcPPolicyDefault: cn=default,ou=policies,${names.baseDn}
olcPPolicyHashCleartext: TRUE
olcPPolicyUseLockout: TRUE`,
    ),
    on(3, 'syncprov', 'objectClass: olcSyncProvConfig\nOVERLAY\nolcSpSessionlog: 1000'),
  ]
}
