import type { Slapd } from './slapd.ts'

type Directory = Pick<Slapd, 'ldapsUrl' | 'baseDn' | 'serviceDn' | 'servicePassword'>

/**
 * The settings of the portal: those that Debian's package starts with where they bear on a sign-in (sessions in files with
 * their cache, the history of sign-ins), and people who are found and bound in an LDAP directory.
 */
export function portalSettings({ dir, url, directory }: { dir: string; url: string; directory: Directory }): object {
  const file = (folder: string) => ({ Directory: `${dir}/${folder}`, LockDirectory: `${dir}/${folder}/lock` })
  return {
    cfgNum: 1,
    cfgDate: 1,
    cfgAuthor: 'Hallpass',
    cfgVersion: '2.16.1',
    portal: `${url}/`,
    domain: '127.0.0.1',
    cookieName: 'lemonldap',
    securedCookie: 0,
    authentication: 'LDAP',
    userDB: 'Same',
    passwordDB: 'Null',
    registerDB: 'Null',
    ldapServer: directory.ldapsUrl,
    ldapCAFile: `${dir}/ca.pem`,
    ldapVerify: 'require',
    ldapBase: directory.baseDn,
    managerDn: directory.serviceDn,
    managerPassword: directory.servicePassword,
    ldapExportedVars: { uid: 'uid', cn: 'cn', mail: 'mail' },
    // Its form carries a token that is good once, so that each sign-in would be a page (46 a second) before it is a call.
    requireToken: 0,
    captcha_mail_enabled: 0,
    captcha_register_enabled: 0,
    loginHistoryEnabled: 1,
    globalStorage: 'Apache::Session::File',
    globalStorageOptions: {
      ...file('sessions'),
      generateModule: 'Lemonldap::NG::Common::Apache::Session::Generate::SHA256',
    },
    persistentStorage: 'Apache::Session::File',
    persistentStorageOptions: file('psessions'),
    localSessionStorage: 'Cache::FileCache',
    localSessionStorageOptions: cache(dir, 'lemonldap-ng-sessions'),
    whatToTrace: '_whatToTrace',
    macros: { _whatToTrace: 'lc($_user)' },
    locationRules: { '127.0.0.1': { default: 'accept' } },
  }
}

function cache(dir: string, namespace: string): object {
  return { namespace, default_expires_in: 600, directory_umask: '007', cache_root: `${dir}/cache`, cache_depth: 3 }
}

/** `lemonldap-ng.ini`: where the settings lie, as Debian's says it for its own folders. */
export function lemonIni(dir: string): string {
  const perl = Object.entries(cache(dir, 'lemonldap-ng-config')).map(([name, value]) => `'${name}' => '${value}'`)
  return [
    '[all]',
    'logLevel = warn',
    'logger = Lemonldap::NG::Common::Logger::Std',
    'userLogger = Lemonldap::NG::Common::Logger::Std',
    'checkTime = 1',
    '[configuration]',
    'type = File',
    `dirName = ${dir}/conf`,
    'localStorage = Cache::FileCache',
    `localStorageOptions = { ${perl.join(', ')} }`,
    '[portal]',
    'staticPrefix = /static',
    'templateDir = /usr/share/lemonldap-ng/portal/templates',
    'languages = en, de',
    '',
  ].join('\n')
}

/** An nginx in front of the FastCGI processes, with what Debian's portal-nginx.conf says. */
export function nginxConfig({ dir, port }: { dir: string; port: number }): string {
  const bodies = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `worker_processes 2;
daemon off;
pid ${dir}/nginx.pid;
error_log ${dir}/nginx.log warn;
events { worker_connections 256; }
http {
  access_log off;
  keepalive_requests 1000000;
  ${bodies.map((name) => `${name}_temp_path ${dir}/bodies-${name};`).join('\n  ')}
  upstream portal { server unix:${dir}/portal.sock; }
  server {
    listen 127.0.0.1:${port};
    root /usr/share/lemonldap-ng/portal/htdocs/;
    rewrite ^/(.*)$ /index.psgi/$1 break;
    location ~ ^(?<sc>/.*\\.psgi)(?:$|/) {
      include /etc/nginx/fastcgi_params;
      fastcgi_pass portal;
      fastcgi_param HTTP_HOST $host;
      fastcgi_param LLTYPE psgi;
      fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
      fastcgi_split_path_info ^(.*\\.psgi)(/.*)$;
      fastcgi_param PATH_INFO $fastcgi_path_info;
    }
  }
}
`
}
