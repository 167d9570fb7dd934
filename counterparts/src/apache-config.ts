type Facts = {
  dir: string
  port: number
  user: string
  saml: boolean
  oidc: { discoveryUrl: string; clientId: string; clientSecret: string } | null
}

const modules = '/usr/lib/apache2/modules'
const loaded = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'dir', 'mime', 'headers']

/** The whole configuration of a private Apache; nothing of the machine's own is read. */
export function apacheConfig(facts: Facts): string {
  const { dir, port, user } = facts
  return [
    `ServerRoot "${dir}"`,
    'ServerName 127.0.0.1',
    `Listen 127.0.0.1:${port}`,
    `PidFile "${dir}/httpd.pid"`,
    `ErrorLog "${dir}/error.log"`,
    'LogLevel warn',
    `User ${user}`,
    ...(user === 'www-data' ? ['Group www-data'] : []),
    ...loaded.map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`),
    'TypesConfig /etc/mime.types',
    `DocumentRoot "${dir}/htdocs"`,
    'StartServers 1',
    'ServerLimit 2',
    'ThreadsPerChild 16',
    'MaxRequestWorkers 32',
    `<Directory "${dir}/htdocs">`,
    '  Require all granted',
    '</Directory>',
    ...(facts.saml ? mellon(dir) : []),
    ...(facts.oidc ? openidc(dir, port, facts.oidc) : []),
    '',
  ].join('\n')
}

function mellon(dir: string): string[] {
  return [
    `LoadModule auth_mellon_module ${modules}/mod_auth_mellon.so`,
    `MellonLockFile "${dir}/cache/mellon.lock"`,
    '<Location /saml>',
    '  AuthType Mellon',
    '  Require valid-user',
    '  MellonEnable auth',
    '  MellonEndpointPath /saml/endpoint',
    `  MellonSPMetadataFile "${dir}/sp-metadata.xml"`,
    `  MellonSPPrivateKeyFile "${dir}/sp.key"`,
    `  MellonSPCertFile "${dir}/sp.pem"`,
    `  MellonIdPMetadataFile "${dir}/idp-metadata.xml"`,
    '  MellonSignatureMethod rsa-sha256',
    // It serves plain HTTP, on this machine only.
    '  MellonSecureCookie Off',
    '  MellonUser NAME_ID',
    // Several values of one attribute come as one line.
    '  MellonMergeEnvVars On ";"',
    '  Header always set X-User "expr=%{REMOTE_USER}"',
    '  Header always set X-Mail "%{MELLON_email}e" env=MELLON_email',
    '  Header always set X-Groups "%{MELLON_groups}e" env=MELLON_groups',
    '</Location>',
  ]
}

function openidc(dir: string, port: number, client: NonNullable<Facts['oidc']>): string[] {
  return [
    `LoadModule auth_openidc_module ${modules}/mod_auth_openidc.so`,
    `OIDCProviderMetadataURL ${client.discoveryUrl}`,
    `OIDCClientID ${client.clientId}`,
    `OIDCClientSecret ${client.clientSecret}`,
    `OIDCRedirectURI http://127.0.0.1:${port}/oidc/callback`,
    'OIDCCryptoPassphrase only-for-tests-of-this-machine',
    'OIDCScope "openid profile email groups"',
    'OIDCPKCEMethod S256',
    'OIDCRemoteUserClaim sub',
    'OIDCSSLValidateServer Off',
    'OIDCCacheType file',
    `OIDCCacheDir "${dir}/cache"`,
    'OIDCClaimDelimiter ";"',
    'OIDCPassIDTokenAs claims payload',
    '<Location /oidc>',
    '  AuthType openid-connect',
    '  Require valid-user',
    // Whatever the browser says of the kind of page it wants, it is sent to sign on.
    '  OIDCUnAuthAction auth true',
    '  Header always set X-User "expr=%{REMOTE_USER}"',
    '  Header always set X-Mail "%{OIDC_CLAIM_email}e" env=OIDC_CLAIM_email',
    '  Header always set X-Groups "%{OIDC_CLAIM_groups}e" env=OIDC_CLAIM_groups',
    '  Header always set X-Id-Token "%{OIDC_id_token_payload}e" env=OIDC_id_token_payload',
    '</Location>',
  ]
}
