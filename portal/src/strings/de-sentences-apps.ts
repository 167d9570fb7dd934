/** What the service says about apps and the accounts in them, in German. */
export const deSentencesApps: Readonly<Record<string, string>> = {
  'The app answers.': 'Die App antwortet.',
  'The instance answers.': 'Die Instanz antwortet.',
  'The app accepts the token.': 'Die App nimmt das Token an.',
  'The token may not read accounts. Give it the right to manage users.':
    'Das Token darf keine Konten lesen. Geben Sie ihm das Recht, Benutzer zu verwalten.',
  'There is no SCIM 2.0 service at this address. Enter its base address, often ending in /v2.':
    'An dieser Adresse ist kein SCIM-2.0-Dienst. Geben Sie seine Basisadresse ein, oft endet sie auf /v2.',
  'Accounts can be read.': 'Konten lassen sich lesen.',
  'Accounts can be changed.': 'Konten lassen sich ändern.',
  'Groups can be read.': 'Gruppen lassen sich lesen.',
  '{1} can be read.': '{1} lässt sich lesen.',
  'Accounts can be found by their key.': 'Konten lassen sich an ihrem Schlüssel finden.',
  'The app does not search accounts by their key. Hallpass reads the whole list instead, which is slow in a large app.':
    'Die App sucht Konten nicht nach ihrem Schlüssel. Hallpass liest stattdessen die ganze Liste; das ist in einer großen App langsam.',
  'The app has no PATCH. Hallpass replaces whole accounts instead.':
    'Die App kennt kein PATCH. Hallpass ersetzt stattdessen ganze Konten.',
  'The app has no groups that this token may read. Choose another place for entitlements, or give the token the right.':
    'Die App hat keine Gruppen, die dieses Token lesen darf. Wählen Sie einen anderen Ort für Berechtigungen, oder geben Sie dem Token das Recht.',
  '{1} Give the integration user the role user_admin.':
    '{1 said} Geben Sie dem Integrationskonto die Rolle user_admin.',
  'The app asked Hallpass to slow down.': 'Die App hat Hallpass gebeten, langsamer zu fragen.',
  'The connection has no address or token yet.': 'Die Verbindung hat noch keine Adresse oder kein Token.',
  'The connection was changed just now.': 'Die Verbindung wurde gerade eben geändert.',
  'The connection has no address or client yet.': 'Die Verbindung hat noch keine Adresse oder keinen Client.',
  'The app says that it ended the account, but the account is still active.':
    'Die App sagt, sie habe das Konto beendet, aber es ist noch aktiv.',
  'The app says that it changed the account, but the account is as it was.':
    'Die App sagt, sie habe das Konto geändert, aber es ist, wie es war.',
  'The app says that it made the account, but it cannot be found there yet.':
    'Die App sagt, sie habe das Konto angelegt, aber es ist dort noch nicht zu finden.',
  'The account is no longer in the app.': 'Das Konto ist nicht mehr in der App.',
  'The account is no longer in ServiceNow.': 'Das Konto ist nicht mehr in ServiceNow.',
  'The group is no longer in the app.': 'Die Gruppe ist nicht mehr in der App.',
  'The group is no longer in ServiceNow.': 'Die Gruppe ist nicht mehr in ServiceNow.',
  'The app has no groups. Choose another place for entitlements.':
    'Die App hat keine Gruppen. Wählen Sie einen anderen Ort für Berechtigungen.',
  'The app cannot search its groups and has too many to read them all.':
    'Die App kann ihre Gruppen nicht durchsuchen und hat zu viele, um alle zu lesen.',
  'The app has two groups of this name. Rename one of them, then try again.':
    'Die App hat zwei Gruppen dieses Namens. Benennen Sie eine um und versuchen Sie es dann erneut.',
  'Two groups in ServiceNow are called “{1}”.': 'Zwei Gruppen in ServiceNow heißen „{1}“.',
  'ServiceNow kept the account in the group.': 'ServiceNow hat das Konto in der Gruppe behalten.',
  'Somebody in ServiceNow has this user name already.': 'In ServiceNow hat schon jemand diesen Benutzernamen.',
  'It answered {1}.': 'Sie antwortete mit {1}.',
  'The app sends answers that are far too large. Check that the address is a SCIM service.':
    'Die App sendet viel zu große Antworten. Prüfen Sie, ob die Adresse ein SCIM-Dienst ist.',
  'The app did not answer.': 'Die App hat nicht geantwortet.',
  'The app does not accept the token. Enter a valid one.':
    'Die App nimmt das Token nicht an. Geben Sie ein gültiges ein.',
  'The app sends Hallpass to another address. Enter the final address of its SCIM service.':
    'Die App schickt Hallpass an eine andere Adresse. Geben Sie die endgültige Adresse ihres SCIM-Dienstes ein.',
  'The app answered with an error of its own ({1}).': 'Die App antwortete mit einem eigenen Fehler ({1}).',
  'The answer of the app broke off.': 'Die Antwort der App brach ab.',
  'The app cannot search its accounts and has too many to read them all for each one.':
    'Die App kann ihre Konten nicht durchsuchen und hat zu viele, um für jedes alle zu lesen.',
  'The address answers, but not like a SCIM 2.0 service. Check the base address.':
    'Die Adresse antwortet, aber nicht wie ein SCIM-2.0-Dienst. Prüfen Sie die Basisadresse.',
  'There is no /Users below this address. Enter the base address of the SCIM service, often ending in /v2.':
    'Unter dieser Adresse gibt es kein /Users. Geben Sie die Basisadresse des SCIM-Dienstes ein, oft endet sie auf /v2.',
  'Hallpass was restored from a backup, and this app may know better. Going on would end {1} accounts and write {2}, {3} of which somebody has ended since. Confirm it if that is right.':
    'Hallpass wurde aus einer Sicherung wiederhergestellt, und diese App weiß es vielleicht besser. Weiterzumachen würde {1} Konten beenden und {2} schreiben, von denen {3} seither jemand beendet hat. Bestätigen Sie, wenn das richtig ist.',
  '{1} of {2} accounts would be ended, more than expected at once. Confirm it if that is right.':
    '{1} von {2} Konten würden beendet, mehr auf einmal als erwartet. Bestätigen Sie, wenn das richtig ist.',
  'Hallpass was restored from a backup. An administrator has to compare this app and confirm it first.':
    'Hallpass wurde aus einer Sicherung wiederhergestellt. Die Administration muss diese App erst abgleichen und bestätigen.',
  'The app has two accounts that could be this person’s.':
    'Die App hat zwei Konten, die dieser Person gehören könnten.',
  'The app has an account of this user name that belongs to another key.':
    'Die App hat ein Konto dieses Benutzernamens, das zu einem anderen Schlüssel gehört.',
  'The app has an account of this user name with the address of somebody else.':
    'Die App hat ein Konto dieses Benutzernamens mit der Adresse einer anderen Person.',
  'The app has an account of this user name, and the directory of this person lets people write their address themselves: the account may be somebody else’s.':
    'Die App hat ein Konto dieses Benutzernamens, und im Verzeichnis dieser Person schreiben Menschen ihre Adresse selbst: Das Konto gehört vielleicht jemand anderem.',
  'The app has an ended account of this user name that Hallpass did not make.':
    'Die App hat ein beendetes Konto dieses Benutzernamens, das nicht von Hallpass stammt.',
  'The account found in the app is already the account of another person here.':
    'Das in der App gefundene Konto gehört hier schon einer anderen Person.',
  'Something went wrong inside Hallpass; its log says what.':
    'In Hallpass ist etwas schiefgegangen; sein Protokoll sagt, was.',
  'The account waits for another one.': 'Das Konto wartet auf ein anderes.',
  'Say which account it is, or mend it in the app; then mark this as done.':
    'Sagen Sie, welches Konto es ist, oder bringen Sie es in der App in Ordnung; haken Sie dies dann ab.',
  'Ask them by another way than that address whether the account is theirs. If it is, choose it; if not, have another address written for them or for the account; then mark this as done.':
    'Fragen Sie auf anderem Weg als über diese Adresse, ob das Konto der Person gehört. Wenn ja, wählen Sie es; wenn nicht, lassen Sie für sie oder für das Konto eine andere Adresse eintragen; haken Sie dies dann ab.',
  'Put it right in the app or in the directory; then mark this as done.':
    'Bringen Sie es in der App oder im Verzeichnis in Ordnung; haken Sie dies dann ab.',
  'Enter the base address of the app’s SCIM service, or of the instance.':
    'Geben Sie die Basisadresse des SCIM-Dienstes der App ein, oder die der Instanz.',
  'Enter an http or https address.': 'Geben Sie eine http- oder https-Adresse ein.',
  'Enter the address without a login, a query or a fragment.':
    'Geben Sie die Adresse ohne Anmeldung, Abfrage und Fragment ein.',
  'Enter the token that the app gave for Hallpass.':
    'Geben Sie das Token ein, das die App für Hallpass ausgestellt hat.',
  'The address changed: enter the token again, so that the old one is not sent to a new place.':
    'Die Adresse hat sich geändert: Geben Sie das Token erneut ein, damit das alte nicht an einen neuen Ort geht.',
  'Choose somebody who is active.': 'Wählen Sie jemanden, der aktiv ist.',
  'The app is asked no faster than it takes.': 'Die App wird nicht schneller gefragt, als sie verträgt.',
  'The app does not keep the account as Hallpass writes it.':
    'Die App behält das Konto nicht so, wie Hallpass es schreibt.',
  'End this person’s account in the app. Their access is over.':
    'Beenden Sie das Konto dieser Person in der App. Ihr Zugang ist zu Ende.',
  'Make an account for this person in the app with: {1}.':
    'Legen Sie für diese Person ein Konto in der App an, mit: {1}.',
  'Make an account for this person in the app.': 'Legen Sie für diese Person ein Konto in der App an.',
  'Change this person’s account in the app, so that it is with: {1}.':
    'Ändern Sie das Konto dieser Person in der App so, dass es dies hat: {1}.',
  'Change this person’s account in the app, so that it is without extra rights.':
    'Ändern Sie das Konto dieser Person in der App so, dass es keine zusätzlichen Rechte hat.',
  'The group is being made for another account.': 'Die Gruppe wird gerade für ein anderes Konto angelegt.',
  'The record is being made for another account.': 'Der Datensatz wird gerade für ein anderes Konto angelegt.',
  'Another run works on this account.': 'Ein anderer Lauf arbeitet an diesem Konto.',
  'This person has no mail address, and the app takes it as user name. Add one in their directory.':
    'Diese Person hat keine Mailadresse, und die App nimmt sie als Benutzernamen. Tragen Sie in ihrem Verzeichnis eine ein.',
  'A person makes this account.': 'Dieses Konto legt jemand von Hand an.',
  'A person makes the account.': 'Das Konto legt jemand von Hand an.',
  'The app does not answer as it should. It is tried again by itself.':
    'Die App antwortet nicht, wie sie sollte. Es wird von selbst erneut versucht.',
  'The receiver refused it: {1}.': 'Der Empfänger hat es abgelehnt: {1}.',
  'The receiver answered with status {1}.': 'Der Empfänger antwortete mit Status {1}.',
  'The receiver took it.': 'Der Empfänger hat es angenommen.',
  'This is no address.': 'Das ist keine Adresse.',
  'Give the login as the authorization, not in the address.':
    'Geben Sie die Anmeldung als Berechtigung an, nicht in der Adresse.',
  'Enter it again: signals would go to another address than before.':
    'Geben Sie es erneut ein: Signale gingen an eine andere Adresse als bisher.',
  'The SCIM plugin is there: accounts are made by SCIM.': 'Das SCIM-Plugin ist da: Konten werden per SCIM angelegt.',
  'There is no SCIM plugin: accounts are made by the Table API.':
    'Es gibt kein SCIM-Plugin: Konten werden über die Table-API angelegt.',
  'The SCIM plugin wants the role scim_admin: accounts are made by the Table API.':
    'Das SCIM-Plugin verlangt die Rolle scim_admin: Konten werden über die Table-API angelegt.',
}
