/** Where everything of a private domain controller is, and how it is set up. */
export type SambaPlace = { dir: string; address: string; realm: string; domain: string; oldPasswordMinutes: number }

/**
 * Ports are fixed in Samba (389, 636, 88, 464, 3268, 3269), so each domain has a loopback address of its own. Only what
 * clients of LDAP and Kerberos need is served: no files, no DNS, no replication.
 */
export function sambaConfig({ dir, address, realm, domain, oldPasswordMinutes }: SambaPlace): string {
  return `[global]
  netbios name = DC1
  workgroup = ${domain}
  realm = ${realm}
  server role = active directory domain controller
  server services = ldap, kdc
  interfaces = ${address}/8
  bind interfaces only = yes
  private dir = ${dir}/private
  state directory = ${dir}/state
  cache directory = ${dir}/cache
  lock directory = ${dir}/lock
  pid directory = ${dir}/run
  ncalrpc dir = ${dir}/run/ncalrpc
  binddns dir = ${dir}/bind-dns
  ntp signd socket directory = ${dir}/run/ntp
  winbindd socket directory = ${dir}/run/winbindd
  log file = ${dir}/log/log.%m
  log level = 1
  tls enabled = yes
  tls keyfile = ${dir}/tls/server.key
  tls certfile = ${dir}/tls/server.pem
  tls cafile = ${dir}/tls/ca.pem
  ldap server require strong auth = yes
  old password allowed period = ${oldPasswordMinutes}
  ldb:nosync = true
  disable spoolss = yes
`
}

export function kerberosConfig({ address, realm }: SambaPlace): string {
  return `[libdefaults]
  default_realm = ${realm}
  dns_lookup_realm = false
  dns_lookup_kdc = false
  rdns = false
[realms]
  ${realm} = {
    kdc = ${address}:88
    kpasswd_server = ${address}:464
  }
`
}

export const baseDnOf = (realm: string): string =>
  realm
    .toLowerCase()
    .split('.')
    .map((part) => `DC=${part}`)
    .join(',')
