/** What the service says about directories, their people and passwords, in German. */
export const deSentencesDirectories: Readonly<Record<string, string>> = {
  'Reached over verified TLS; the service account is accepted.':
    'Über geprüftes TLS erreicht; das Dienstkonto wird angenommen.',
  'The server is {1}.': 'Der Server ist {1 said}.',
  'OpenLDAP, or one that works like it': 'OpenLDAP oder einer, der so arbeitet',
  'No entry of class {1} is visible under the base.': 'Unter der Basis ist kein Eintrag der Klasse {1} zu sehen.',
  'The service account may not read {1}, without which nobody is found again.':
    'Das Dienstkonto darf {1} nicht lesen; ohne das wird niemand wiedergefunden.',
  'People are visible with their stable identifier.': 'Personen sind mit ihrer festen Kennung zu sehen.',
  'Groups are visible.': 'Gruppen sind zu sehen.',
  'There are no groups of class {1} under the base. If yours are elsewhere, enter a base that holds them as well.':
    'Unter der Basis gibt es keine Gruppen der Klasse {1}. Stehen Ihre anderswo, geben Sie eine Basis ein, die auch sie enthält.',
  'Entries of class {1} are visible under the base, but none with the attribute {2}, which is to be the login.':
    'Unter der Basis sind Einträge der Klasse {1} zu sehen, aber keiner mit dem Attribut {2}, das der Anmeldename sein soll.',
  'No default policy is named, so five wrong passwords are assumed to lock and to be forgotten after 15 minutes: where fewer lock, or none is forgotten, strangers may lock people out; where more are allowed, whoever mistypes on a new device waits for nothing. Rules are seen only when a password is refused.':
    'Es ist keine Standardrichtlinie genannt. Angenommen wird darum, dass fünf falsche Passwörter sperren und nach 15 Minuten vergessen sind: Sperren weniger, oder wird keines vergessen, können Fremde jemanden aussperren; sind mehr erlaubt, wartet umsonst, wer sich an einem neuen Gerät vertippt. Regeln sieht man erst, wenn ein Passwort abgelehnt wird.',
  'The server has no password policies.': 'Der Server hat keine Passwortrichtlinien.',
  'The default policy cannot be read.': 'Die Standardrichtlinie lässt sich nicht lesen.',
  'The service account may not read the password rules in {1}: five wrong passwords are assumed to lock, and people see the rules only when a password is refused.':
    'Das Dienstkonto darf die Passwortregeln in {1} nicht lesen: Angenommen wird, dass fünf falsche Passwörter sperren, und die Regeln sieht man erst, wenn ein Passwort abgelehnt wird.',
  'The service account may not read all password rules in {1}, so the strictest are assumed. Let it read these as well: {2}.':
    'Das Dienstkonto darf nicht alle Passwortregeln in {1} lesen, also werden die strengsten angenommen. Lassen Sie es auch diese lesen: {2}.',
  'The password of the service account ends on {1}; from then on nobody gets in through this directory. Let it not expire, or enter the next one here in time.':
    'Das Passwort des Dienstkontos läuft am {1} ab; danach meldet sich über dieses Verzeichnis niemand mehr an. Lassen Sie es nicht ablaufen, oder geben Sie das nächste rechtzeitig hier ein.',
  'The password rules can be shown.': 'Die Passwortregeln können gezeigt werden.',
  'Passwords are set by the extended operation.': 'Passwörter werden mit der erweiterten Operation gesetzt.',
  'Passwords are set by replacing the attribute.': 'Passwörter werden durch Ersetzen des Attributs gesetzt.',
  'This server does not tell rights without a write; the first reset will show them.':
    'Dieser Server nennt Rechte nicht, ohne zu schreiben; das erste Zurücksetzen zeigt sie.',
  'The service account may set passwords and end locks.':
    'Das Dienstkonto darf Passwörter setzen und Sperren aufheben.',
  'The service account lacks the right to {1}.': 'Dem Dienstkonto fehlt das Recht: {1}.',
  'The password rules do not hold for the service account: give it write, not manage, on userPassword, and take it off the list of password administrators.':
    'Die Passwortregeln gelten für das Dienstkonto nicht: Geben Sie ihm „write“ statt „manage“ auf userPassword, und nehmen Sie es von der Liste der Passwortverwalter.',
  'The service account is held to the password rules.': 'Für das Dienstkonto gelten die Passwortregeln.',
  'No enabled person who may be touched is visible under the base.':
    'Unter der Basis ist keine aktive Person zu sehen, die geändert werden darf.',
  'The domain locks after {1} wrong tries. Five or more leave people room for a mistake.':
    'Die Domäne sperrt nach {1} falschen Versuchen. Fünf oder mehr lassen Platz für einen Irrtum.',
  'The password rules of the domain and its fine-grained ones can be shown.':
    'Die Passwortregeln der Domäne und ihre abgestuften können gezeigt werden.',
  'The service account may not read the Password Settings Container: people with a fine-grained policy would be shown the wrong rules.':
    'Das Dienstkonto darf den Password Settings Container nicht lesen: Wer eine abgestufte Richtlinie hat, sähe die falschen Regeln.',
  'The groups that are out of reach are there.': 'Die Gruppen, die unberührt bleiben, gibt es.',
  'These groups are named as out of reach and do not exist: {1}.':
    'Diese Gruppen sind als unberührt genannt, und es gibt sie nicht: {1}.',
  'The service account does not find its own entry, so it cannot be kept out of reach.':
    'Das Dienstkonto findet seinen eigenen Eintrag nicht, also kann er nicht geschützt werden.',
  'The service account is in a group that administers the domain. Take it out and delegate only the rights it needs.':
    'Das Dienstkonto ist in einer Gruppe, die die Domäne verwaltet. Nehmen Sie es heraus und übertragen Sie nur die nötigen Rechte.',
  'The service account is an ordinary account.': 'Das Dienstkonto ist ein gewöhnliches Konto.',
  'The service account may replicate all changes of the domain, and with them every password hash. Take that right away.':
    'Das Dienstkonto darf alle Änderungen der Domäne replizieren und damit jeden Passwort-Hash. Nehmen Sie ihm dieses Recht.',
  'The rights on the domain may not be read; the service account is not seen to replicate.':
    'Die Rechte auf der Domäne lassen sich nicht lesen; dass das Dienstkonto repliziert, ist nicht zu sehen.',
  'The service account may not replicate the domain.': 'Das Dienstkonto darf die Domäne nicht replizieren.',
  'Passwords can be set and accounts unlocked in every folder that was looked at ({1}).':
    'In jedem angesehenen Ordner lassen sich Passwörter setzen und Konten entsperren ({1}).',
  'Kerberos answers.': 'Kerberos antwortet.',
  'Kerberos does not answer at {1}. Until it does, a password that was just set elsewhere cannot be told from the one before, and opens nothing.':
    'Kerberos antwortet nicht unter {1}. Bis dahin lässt sich ein Passwort, das eben anderswo gesetzt wurde, nicht vom vorigen unterscheiden und öffnet nichts.',
  'The service account lacks rights in folders with people: {1}.':
    'Dem Dienstkonto fehlen Rechte in Ordnern mit Personen: {1}.',
  'The service account may not change rights or owners.': 'Das Dienstkonto darf weder Rechte noch Besitzer ändern.',
  'The service account may change the rights or the owner of {1} folders or people in them, and so give itself any right. Take that away.':
    'Das Dienstkonto darf Rechte oder Besitzer von {1} Ordnern oder Personen darin ändern und sich so jedes Recht geben. Nehmen Sie ihm das.',
  'Nobody can change their own number or address here, so these may prove who they are.':
    'Niemand kann hier die eigene Nummer oder Adresse ändern, also dürfen sie als Nachweis gelten.',
  'People can change these of their own with the password alone, so they are no proof for seven days after a change: {1}.':
    'Das können Personen allein mit dem Passwort selbst ändern, also gilt es nach einer Änderung sieben Tage lang nicht als Nachweis: {1}.',
  'The domain controller takes passwords over another kind of connection only.':
    'Der Domänencontroller nimmt Passwörter nur über eine andere Art von Verbindung an.',
  'The service account lacks the right to do this to this person; a check of the directory says which.':
    'Dem Dienstkonto fehlt das Recht dazu bei dieser Person; eine Prüfung des Verzeichnisses sagt, welches.',
  'The domain controller does not number its changes for us.':
    'Der Domänencontroller zählt seine Änderungen nicht für uns.',
  'The cursor of the last poll cannot be read; a full sync makes a new one.':
    'Der Stand der letzten Abfrage lässt sich nicht lesen; ein vollständiger Abgleich legt einen neuen an.',
  'No domain controller is named.': 'Es ist kein Domänencontroller genannt.',
  'The server does not say which domain it holds; it is no domain controller.':
    'Der Server sagt nicht, welche Domäne er hält; er ist kein Domänencontroller.',
  'The server holds no Active Directory domain that may be read.':
    'Der Server hält keine Active-Directory-Domäne, die gelesen werden darf.',
  'The domain controller does not tell its time.': 'Der Domänencontroller nennt seine Uhrzeit nicht.',
  'The password rules of the domain cannot be read.': 'Die Passwortregeln der Domäne lassen sich nicht lesen.',
  'The key distribution centre did not answer in time.': 'Der Kerberos-Dienst hat nicht rechtzeitig geantwortet.',
  'The key distribution centre closed the connection.': 'Der Kerberos-Dienst hat die Verbindung geschlossen.',
  'The key distribution centre answers too much.': 'Der Kerberos-Dienst antwortet zu viel.',
  'This must be a distinguished name such as DC=corp,DC=example.':
    'Das muss ein Distinguished Name sein, etwa DC=corp,DC=example.',
  'This must be a distinguished name such as dc=example,dc=org.':
    'Das muss ein Distinguished Name sein, etwa dc=example,dc=org.',
  'Enter the name or address of the server only, without ldaps:// in front or a port behind.':
    'Geben Sie nur den Namen oder die Adresse des Servers ein, ohne ldaps:// davor und ohne Port dahinter.',
  'This must be name@domain, DOMAIN\\name or the distinguished name of the service account.':
    'Das muss name@domäne, DOMÄNE\\name oder der Distinguished Name des Dienstkontos sein.',
  'This must be the PEM text of the certificate authority of the domain controllers.':
    'Das muss der PEM-Text der Zertifizierungsstelle der Domänencontroller sein.',
  'This must be the PEM text of the certificate authority of the directory server.':
    'Das muss der PEM-Text der Zertifizierungsstelle des Verzeichnisservers sein.',
  'Kept in the database of this service.': 'Wird in der Datenbank dieses Dienstes geführt.',
  'This login is taken in the directory.': 'Diesen Anmeldenamen hat im Verzeichnis schon jemand.',
  'The account is disabled in its directory.': 'Das Konto ist in seinem Verzeichnis deaktiviert.',
  'The account is locked in its directory.': 'Das Konto ist in seinem Verzeichnis gesperrt.',
  'The directory no longer has this person.': 'Das Verzeichnis hat diese Person nicht mehr.',
  'This account is protected; change it in its directory.':
    'Dieses Konto ist geschützt; ändern Sie es in seinem Verzeichnis.',
  'Too many wrong tries. Wait before the next one.': 'Zu viele falsche Versuche. Warten Sie vor dem nächsten.',
  'The directory is busy. Try again in a moment.': 'Das Verzeichnis ist beschäftigt. Versuchen Sie es gleich erneut.',
  'There is nothing at the base DN, or the service account may not see it.':
    'An der Basis-DN steht nichts, oder das Dienstkonto darf es nicht sehen.',
  'The directory lets the service account read only so many entries. Lift that limit for this account: olcLimits with size.prtotal=unlimited in OpenLDAP, nsPagedSizeLimit and nsPagedLookThroughLimit of -1 in 389 Directory Server.':
    'Das Verzeichnis lässt das Dienstkonto nur eine begrenzte Zahl von Einträgen lesen. Heben Sie die Grenze für dieses Konto auf: olcLimits mit size.prtotal=unlimited in OpenLDAP, nsPagedSizeLimit und nsPagedLookThroughLimit mit -1 im 389 Directory Server.',
  'A bind needs a name and a password.': 'Eine Anmeldung am Verzeichnis braucht Namen und Passwort.',
  'The connection to the directory server was closed.': 'Die Verbindung zum Verzeichnisserver wurde geschlossen.',
  'The connection to the directory server broke, or it did not answer in time.':
    'Die Verbindung zum Verzeichnisserver brach ab, oder er hat nicht rechtzeitig geantwortet.',
  'The directory server is not available.': 'Der Verzeichnisserver ist nicht verfügbar.',
  'The directory server refers to another server; name that one instead.':
    'Der Verzeichnisserver verweist auf einen anderen; nennen Sie stattdessen diesen.',
  'The directory does not accept the service account.': 'Das Verzeichnis nimmt das Dienstkonto nicht an.',
  'The service account may not do this in the directory.': 'Das Dienstkonto darf das im Verzeichnis nicht.',
  'The directory server refused the request.': 'Der Verzeichnisserver hat die Anfrage abgelehnt.',
  'This listing has ended; begin again.': 'Diese Liste ist zu Ende; beginnen Sie neu.',
  'The service account must choose another password before the directory answers it. Do that, then enter it here.':
    'Das Dienstkonto muss ein anderes Passwort wählen, bevor das Verzeichnis ihm antwortet. Tun Sie das und geben Sie es dann hier ein.',
  'The password of the service account has expired. Set a new one in the directory, then enter it here.':
    'Das Passwort des Dienstkontos ist abgelaufen. Setzen Sie im Verzeichnis ein neues und geben Sie es dann hier ein.',
  'The service account is locked in the directory.': 'Das Dienstkonto ist im Verzeichnis gesperrt.',
  'Their directory is paused; nothing is changed in it.':
    'Das Verzeichnis dieser Person ist angehalten; darin wird nichts geändert.',
  'The directory server is not willing to answer the service account: it is disabled in the directory, or the server is closed to it just now.':
    'Der Verzeichnisserver will dem Dienstkonto nicht antworten: Es ist im Verzeichnis deaktiviert, oder der Server nimmt gerade nichts an.',
  'The service account is disabled in the directory.': 'Das Dienstkonto ist im Verzeichnis deaktiviert.',
  'The service account has expired in the directory. Extend it there.':
    'Das Dienstkonto ist im Verzeichnis abgelaufen. Verlängern Sie es dort.',
  'The directory does not accept the service account at this hour, or from this machine.':
    'Das Verzeichnis nimmt das Dienstkonto zu dieser Stunde oder von diesem Rechner nicht an.',
  'The directory server did not answer the service account in time.':
    'Der Verzeichnisserver hat dem Dienstkonto nicht rechtzeitig geantwortet.',
  'The directory does not accept the bind name and password of the service account.':
    'Das Verzeichnis nimmt Bind-Namen und Passwort des Dienstkontos nicht an.',
  'The name of the directory server could not be found.': 'Der Name des Verzeichnisservers wurde nicht gefunden.',
  'The directory server closed the connection instead of securing it.':
    'Der Verzeichnisserver hat die Verbindung geschlossen, statt sie zu sichern.',
  'The connection to the directory server broke.': 'Die Verbindung zum Verzeichnisserver brach ab.',
  'The directory server did not answer in time.': 'Der Verzeichnisserver hat nicht rechtzeitig geantwortet.',
  'The directory server refuses StartTLS, so nothing is sent to it.':
    'Der Verzeichnisserver lehnt StartTLS ab, also wird ihm nichts gesendet.',
  'The directory server closed the connection.': 'Der Verzeichnisserver hat die Verbindung geschlossen.',
  'The certificate of the directory server is for another host name.':
    'Das Zertifikat des Verzeichnisservers gilt für einen anderen Servernamen.',
  'The certificate of the directory server is not signed by the authority that was entered, or by a public one where none was.':
    'Das Zertifikat des Verzeichnisservers ist nicht von der eingegebenen Stelle unterschrieben, oder von einer öffentlichen, wo keine eingegeben ist.',
  'The certificate of the directory server is not valid today.':
    'Das Zertifikat des Verzeichnisservers ist heute nicht gültig.',
  'The directory server does not speak TLS 1.2 or newer.': 'Der Verzeichnisserver spricht kein TLS 1.2 oder neuer.',
  'The directory server answers, but not with TLS. LDAPS is usually at port 636 and StartTLS at 389; a domain controller without a certificate has no LDAPS.':
    'Der Verzeichnisserver antwortet, aber nicht mit TLS. LDAPS ist meist an Port 636 und StartTLS an 389; ein Domänencontroller ohne Zertifikat hat kein LDAPS.',
  'Nothing answers at this port of the directory server.': 'An diesem Port des Verzeichnisservers antwortet nichts.',
  'The directory server could not be reached.': 'Der Verzeichnisserver war nicht zu erreichen.',
  'Enter the bind password: it is needed for where and as whom this directory binds.':
    'Geben Sie das Bind-Passwort ein: Es wird gebraucht für den Ort, an dem sich Hallpass anmeldet, und für das Konto, als das es sich anmeldet.',
  'The bind password of this directory is missing; enter it again.':
    'Das Bind-Passwort dieses Verzeichnisses fehlt; geben Sie es erneut ein.',
  'The bind password cannot be opened; enter it again.':
    'Das Bind-Passwort lässt sich nicht öffnen; geben Sie es erneut ein.',
  'The people of this directory are read already, as those of “{1}”. Nobody is read twice.':
    'Die Personen dieses Verzeichnisses werden schon gelesen, als die von „{1}“. Niemand wird zweimal gelesen.',
  'A directory needs a name.': 'Ein Verzeichnis braucht einen Namen.',
  'This is no time zone. Name one such as Europe/Berlin.': 'Das ist keine Zeitzone. Nennen Sie eine wie Europe/Berlin.',
  'This address is inside the network; the operator must list it in HALLPASS_INTERNAL_HOSTS first.':
    'Diese Adresse liegt im internen Netz; der Betrieb muss sie zuerst in HALLPASS_INTERNAL_HOSTS eintragen.',
  'The service stopped during this run. The next one reads everything that is left.':
    'Der Dienst wurde während dieses Laufs beendet. Der nächste liest alles, was fehlt.',
  'The sync ended by a fault of this service.': 'Der Abgleich endete durch einen Fehler dieses Dienstes.',
  'Managed in {1}; disable or enable them there.': 'Wird in {1} verwaltet; deaktivieren oder aktivieren Sie dort.',
  'Their account no longer exists.': 'Das Konto gibt es nicht mehr.',
  '{1} cannot reset passwords.': '{1 said}: Passwörter lassen sich nicht zurücksetzen.',
  '{1} cannot change passwords.': '{1 said}: Passwörter lassen sich nicht ändern.',
  '{1} cannot unlock accounts.': '{1 said}: Konten lassen sich nicht entsperren.',
  '{1} have no groups of their own.': '{1 said}: Es gibt keine eigenen Gruppen.',
  'Accounts are made in the directory itself.': 'Konten werden im Verzeichnis selbst angelegt.',
  '{1} are read as a whole each time.': '{1 said}: Es wird jedes Mal alles gelesen.',
  'Built-in directories': 'Eingebaute Verzeichnisse',
  'Directories of this kind': 'Verzeichnisse dieser Art',
  'The password of this account is kept in {1} and cannot be set from here. Ask the service desk how it is changed.':
    'Das Passwort dieses Kontos wird in {1} geführt und lässt sich von hier aus nicht setzen. Fragen Sie den Service Desk, wie es geändert wird.',
  'A login has at least one character and no blanks.':
    'Ein Anmeldename hat mindestens ein Zeichen und keine Leerzeichen.',
  'A name has at least one character that can be seen.': 'Ein Name hat mindestens ein sichtbares Zeichen.',
  'This must be a mail address.': 'Das muss eine Mailadresse sein.',
  'This must be a telephone number, best with its country: +44 20 7946 0000.':
    'Das muss eine Telefonnummer sein, am besten mit Landesvorwahl: +49 30 1234567.',
  'Choose a manager who is active.': 'Wählen Sie eine Führungskraft, die aktiv ist.',
  'The file cannot be read as CSV{1}.': 'Die Datei lässt sich nicht als CSV lesen{1}.',
  'is not CSV with one header line{1}': 'ist kein CSV mit einer Kopfzeile{1}',
  'At most {1} people at once; split the file.': 'Höchstens {1} Personen auf einmal; teilen Sie die Datei.',
  'The file has no people, or no header line.': 'Die Datei hat keine Personen oder keine Kopfzeile.',
  'The header line lacks: {1}.': 'In der Kopfzeile fehlt: {1}.',
  'The header line has unknown columns: {1}.': 'Die Kopfzeile hat unbekannte Spalten: {1}.',
}
