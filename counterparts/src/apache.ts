import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { apacheConfig } from './apache-config.ts'
import { findProgram } from './find-program.ts'
import { freePort } from './free-port.ts'
import { answersTcp } from './ldap-answers.ts'
import { runCommand } from './run-command.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

export type ApacheOptions = {
  /** Who is trusted at `/saml/`: metadata of an identity provider. */
  saml?: { idpMetadata: string }
  /** Who is trusted at `/oidc/`. */
  oidc?: { discoveryUrl: string; clientId: string; clientSecret: string }
  /** The port `reserveApache` gave, so that the other side could be told beforehand. */
  port: number
  /** The folder of `reserveApache`. */
  dir: string
}

/** A private Apache that lets in whoever mod_auth_mellon (SAML) or mod_auth_openidc vouches for, and answers who that is. */
export type Apache = {
  readonly url: string
  readonly errorLog: string
  stop(): Promise<void>
}

export type Reserved = { port: number; dir: string; url: string; spMetadata: string; redirectUri: string }

export const isApacheInstalled = (): boolean =>
  ['apache2', 'openssl'].every((name) => findProgram(name) !== null) &&
  ['mellon', 'openidc'].every((name) => existsSync(`/usr/lib/apache2/modules/mod_auth_${name}.so`))

/** A port, a folder, and what this Apache will say of itself to an identity provider. */
export async function reserveApache(): Promise<Reserved> {
  const dir = mkdtempSync(join(tmpdir(), 'hallpass-apache-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const files = ['-keyout', 'sp.key', '-out', 'sp.pem']
  const subject = ['-subj', '/CN=mellon', '-days', '3650', '-newkey', 'rsa:2048', '-nodes']
  await runCommand('openssl', ['req', '-x509', ...subject, ...files], { cwd: dir })
  const spMetadata = metadataOf(url, readFileSync(join(dir, 'sp.pem'), 'utf8'))
  writeFileSync(join(dir, 'sp-metadata.xml'), spMetadata)
  return { port, dir, url, spMetadata, redirectUri: `${url}/oidc/callback` }
}

export async function startApache({ port, dir, ...sides }: ApacheOptions): Promise<Apache> {
  if (!isApacheInstalled())
    throw new Error('Apache is missing: apt-get install apache2 libapache2-mod-auth-mellon libapache2-mod-auth-openidc')
  for (const folder of ['htdocs/saml', 'htdocs/oidc', 'cache']) mkdirSync(join(dir, folder), { recursive: true })
  for (const page of ['saml/index.html', 'oidc/index.html', 'index.html'])
    writeFileSync(join(dir, 'htdocs', page), `inside ${page.split('/')[0]}\n`)
  // Started as root it serves as another user, who has to reach these folders.
  for (const folder of ['', 'htdocs', 'htdocs/saml', 'htdocs/oidc']) chmodSync(join(dir, folder), 0o755)
  chmodSync(join(dir, 'cache'), 0o777)
  if (sides.saml) writeFileSync(join(dir, 'idp-metadata.xml'), sides.saml.idpMetadata)
  const user = process.getuid?.() === 0 ? 'www-data' : userInfo().username
  const config = join(dir, 'httpd.conf')
  writeFileSync(config, apacheConfig({ dir, port, user, saml: sides.saml !== undefined, oidc: sides.oidc ?? null }))
  const server: ServerProcess = await startServerProcess({
    name: 'Apache',
    command: 'apache2',
    args: ['-f', config, '-D', 'FOREGROUND'],
    cwd: dir,
    logFile: join(dir, 'stdout.log'),
    isReady: () => answersTcp(port),
    readyMsMax: 10_000,
  })
  return {
    url: `http://127.0.0.1:${port}`,
    errorLog: join(dir, 'error.log'),
    async stop() {
      await server.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

function metadataOf(url: string, certificate: string): string {
  const bare = certificate.replaceAll(/-----[A-Z ]+-----|\s/g, '')
  return `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${url}/saml/endpoint/metadata">
<SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
<KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${bare}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
<SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP" Location="${url}/saml/endpoint/logout"/>
<SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${url}/saml/endpoint/logout"/>
<NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</NameIDFormat>
<AssertionConsumerService index="0" isDefault="true" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${url}/saml/endpoint/postResponse"/>
</SPSSODescriptor>
</EntityDescriptor>
`
}
