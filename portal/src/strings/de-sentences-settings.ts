/** What each setting means, in German; the words beside it are those of the settings themselves. */
export const deSentencesSettings: Readonly<Record<string, string>> = {
  'Where browsers reach Hallpass: https, or http on localhost only. Links in mails start with it; the Host header is ignored':
    'Unter welcher Adresse Browser Hallpass erreichen: https, oder http nur auf localhost. Links in Mails beginnen damit; der Host-Header wird nicht beachtet',
  'Address to listen on': 'Adresse, auf der der Dienst Verbindungen annimmt',
  'Port to listen on; 0 takes a free one': 'Port, auf dem der Dienst Verbindungen annimmt; 0 nimmt einen freien',
  'Addresses or CIDR ranges whose X-Forwarded-For is believed, separated by commas':
    'Adressen oder CIDR-Bereiche, deren X-Forwarded-For geglaubt wird, durch Kommas getrennt',
  'Calls one network address may make in a minute over all routes; many people can share an address. Programs that give a right secret to OpenID Connect are not counted':
    'Aufrufe, die eine Netzadresse je Minute insgesamt machen darf; viele Personen können eine Adresse teilen. Programme, die bei OpenID Connect ein richtiges Geheimnis nennen, werden nicht gezählt',
  'Folder of the embedded database and of the signed checkpoints':
    'Ordner der eingebauten Datenbank und der signierten Prüfpunkte',
  'File that holds the master key when HALLPASS_MASTER_KEY is not set; made on first start. Keep it outside the data folder and outside backups':
    'Datei mit dem Hauptschlüssel, wenn HALLPASS_MASTER_KEY nicht gesetzt ist; entsteht beim ersten Start. Gehört weder in den Datenordner noch in Sicherungen',
  'Master key, 32 bytes in base64; several separated by commas to rotate: the first one seals, all open':
    'Hauptschlüssel, 32 Bytes in Base64; zum Wechseln mehrere, durch Kommas getrennt: Der erste versiegelt, alle öffnen',
  'PostgreSQL 15 or newer to use instead of the embedded one':
    'PostgreSQL ab Version 15, das statt des eingebauten benutzt wird',
  'The same database as its owner, for migrations; DATABASE_URL may then be a role that can only add to the trail':
    'Dieselbe Datenbank als ihr Eigentümer, für Migrationen; DATABASE_URL kann dann eine Rolle sein, die das Protokoll nur fortschreiben darf',
  'Connections of this node to the database': 'Verbindungen dieses Knotens zur Datenbank',
  'Jobs this node runs at the same time': 'Vorgänge, die dieser Knoten gleichzeitig bearbeitet',
  'A node that has been silent this long is taken for dead and its jobs are taken over':
    'Ein Knoten, der so lange kein Lebenszeichen gibt, gilt als tot, und seine Vorgänge werden übernommen',
  'How long a stop may take before the process ends without its database; jobs that run get the first 40 % of it':
    'Wie lange ein Halt dauern darf, bevor der Prozess ohne seine Datenbank endet; laufende Vorgänge bekommen die ersten 40 % davon',
  'Mail server: smtp://user:password@host:port or smtps://…':
    'Mailserver: smtp://user:password@host:port oder smtps://…',
  'Sender of all mails': 'Absender aller Mails',
  'Hosts (host or host:port, separated by commas) inside the network that directories, apps and webhooks may use; * opens all':
    'Rechner im internen Netz (host oder host:port, durch Kommas getrennt), die Verzeichnisse, Apps und Webhooks benutzen dürfen; * öffnet alle',
  'Webhook of your service for text messages; without it there are none (they are the weakest factor)':
    'Webhook Ihres SMS-Dienstes; ohne ihn gibt es keine SMS (sie sind der schwächste Faktor)',
  'Webhook of your service for prompts on phones; without it there are none':
    'Webhook Ihres Dienstes für Rückfragen auf dem Telefon; ohne ihn gibt es keine',
  'Key that calls to these webhooks are signed with (HMAC-SHA-256), at least 32 characters':
    'Schlüssel, mit dem Aufrufe dieser Webhooks signiert werden (HMAC-SHA-256), mindestens 32 Zeichen',
  'Folder for keyed hashes of passwords just set in Active Directory, each kept for an hour. Keep it outside the data folder and outside backups; share it between nodes':
    'Ordner für Hashes (mit Schlüssel) von Passwörtern, die gerade in Active Directory gesetzt wurden, jeder für eine Stunde. Gehört weder in den Datenordner noch in Sicherungen; Knoten teilen ihn',
  'Bearer token for /metrics; without it the address does not exist':
    'Bearer-Token für /metrics; ohne ihn gibt es die Adresse nicht',
  'OpenTelemetry collector for traces (OTLP over HTTP)': 'OpenTelemetry-Sammler für Traces (OTLP über HTTP)',
  'debug, info, warn, error or silent': 'debug, info, warn, error oder silent',
  'Name shown in the portal and in mails': 'Name, der im Portal und in Mails steht',
  'Accent colour of the portal, #rrggbb': 'Akzentfarbe des Portals, #rrggbb',
  'How many days before it ends a person is reminded of access; 0 never':
    'Wie viele Tage vor dem Ende eine Person an ihren Zugriff erinnert wird; 0 nie',
  'After how many days disabled what a person holds ends for good; 0 never':
    'Wie viele Tage jemand deaktiviert ist, bis endgültig endet, was er hat; 0 nie',
  'Sample company only: file with an offset in milliseconds by which the clock is moved':
    'Nur in der Beispielfirma: Datei mit Millisekunden, um die die Uhr verstellt wird',
}
