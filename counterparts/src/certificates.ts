import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from './run-command.ts'

export type Certificates = { caFile: string; caPem: string; keyFile: string; certificateFile: string }

/** A certificate authority of its own and one server certificate signed by it, made once per folder. */
export async function makeCertificates(folder: string, hosts: readonly string[]): Promise<Certificates> {
  const file = (name: string) => join(folder, name)
  if (!existsSync(file('server.pem'))) await issue(folder, hosts)
  return {
    caFile: file('ca.pem'),
    caPem: readFileSync(file('ca.pem'), 'utf8'),
    keyFile: file('server.key'),
    certificateFile: file('server.pem'),
  }
}

async function issue(folder: string, hosts: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // A configuration of our own: what the machine's openssl.cnf adds to a certificate differs between systems.
  writeFileSync(join(folder, 'openssl.cnf'), configuration(hosts))
  const openssl = (...args: string[]) => runCommand('openssl', args, { cwd: folder })
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-config', 'openssl.cnf']
  await openssl(
    ...['req', '-x509', ...newKey, '-days', '3650', '-subj', '/CN=Acme test authority', '-extensions', 'authority'],
    ...['-keyout', 'ca.key', '-out', 'ca.pem'],
  )
  await openssl('req', ...newKey, '-subj', '/CN=Acme test server', '-keyout', 'server.key', '-out', 'server.csr')
  await openssl(
    ...['x509', '-req', '-in', 'server.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
    ...['-days', '3650', '-extfile', 'openssl.cnf', '-extensions', 'server', '-out', 'server.pem'],
  )
}

function configuration(hosts: readonly string[]): string {
  const names = hosts.map((host) => (/^[\d.]+$|:/.test(host) ? `IP:${host}` : `DNS:${host}`)).join(',')
  return `[req]
distinguished_name = subject
prompt = no
[subject]
[authority]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = CA:false
extendedKeyUsage = serverAuth
subjectAltName = ${names}
`
}
