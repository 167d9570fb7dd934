/** What the service says about single sign-on and the trail, in German. */
export const deSentencesSaml: Readonly<Record<string, string>> = {
  'Without the metadata of the app only our own side was checked.':
    'Ohne die Metadaten der App wurde nur unsere Seite geprüft.',
  'Our certificate is good for {1} days.': 'Unser Zertifikat gilt noch {1} Tage.',
  'Our certificate has expired. Give the app the next certificate, and put the next key in service (Sign-on, Signing keys).':
    'Unser Zertifikat ist abgelaufen. Geben Sie der App das nächste und nehmen Sie den nächsten Schlüssel in Betrieb (Anmeldung, Signaturschlüssel).',
  'Our certificate ends in {1} days. Give the app the next certificate now, then put the next key in service (Sign-on, Signing keys).':
    'Unser Zertifikat endet in {1} Tagen. Geben Sie der App jetzt das nächste und nehmen Sie dann den nächsten Schlüssel in Betrieb (Anmeldung, Signaturschlüssel).',
  'The clock of the app agrees with ours.': 'Die Uhr der App stimmt mit unserer überein.',
  'The clock of the app is {1} s behind ours.': 'Die Uhr der App geht {1} s gegenüber unserer nach.',
  'The clock of the app is {1} s ahead of ours.': 'Die Uhr der App geht {1} s gegenüber unserer vor.',
  'The clock of the app is {1} s behind ours: assertions would not be valid yet there. Set its clock by NTP, or allow more difference.':
    'Die Uhr der App geht {1} s gegenüber unserer nach: Zusicherungen wären dort noch nicht gültig. Stellen Sie ihre Uhr mit NTP, oder erlauben Sie mehr Unterschied.',
  'The clock of the app is {1} s ahead of ours: assertions would seem too old there. Set its clock by NTP, or allow more difference.':
    'Die Uhr der App geht {1} s gegenüber unserer vor: Zusicherungen schienen dort zu alt. Stellen Sie ihre Uhr mit NTP, oder erlauben Sie mehr Unterschied.',
  'The certificate {1} has expired.': 'Das Zertifikat, {1 said}, ist abgelaufen.',
  'The certificate {1} ends in {2} days.': 'Das Zertifikat, {1 said}, endet in {2} Tagen.',
  'that checks what the app signs': 'mit dem geprüft wird, was die App signiert',
  'that assertions are encrypted for': 'für das Zusicherungen verschlüsselt werden',
  '{1} Ask the app for its new metadata.': '{1 said} Bitten Sie die App um ihre neuen Metadaten.',
  'The entity ID is the same on both sides.': 'Die Entity-ID ist auf beiden Seiten gleich.',
  'The app calls itself {1}, here it is {2}. It would refuse the audience.':
    'Die App nennt sich {1}, hier heißt sie {2}. Sie würde die Audience ablehnen.',
  'Assertions are sent to {1} in the clear: whoever sees one on its way can sign on as its person. Let the app take them by https.':
    'Zusicherungen gehen unverschlüsselt an {1}: Wer unterwegs eine sieht, kann sich als die Person anmelden. Lassen Sie die App sie über https annehmen.',
  'The app does not take assertions at {1}.': 'Die App nimmt unter {1} keine Zusicherungen an.',
  'The app also takes assertions at {1}, which is not set here: a request that asks for it is refused.':
    'Die App nimmt auch unter {1} Zusicherungen an, was hier nicht eingetragen ist: Eine Anfrage danach wird abgelehnt.',
  'The addresses for assertions are the same on both sides.':
    'Die Adressen für Zusicherungen sind auf beiden Seiten gleich.',
  'The app takes the kind of name that it is sent.': 'Die App nimmt die Art von Namen an, die ihr gesendet wird.',
  'The app wants people named in one of these ways: {1}; here it is {2}.':
    'Die App will Personen auf eine dieser Arten genannt haben: {1}; hier ist es {2}.',
  'The app signs its requests with a certificate that is not set here; they would be refused.':
    'Die App signiert ihre Anfragen mit einem Zertifikat, das hier nicht eingetragen ist; sie würden abgelehnt.',
  'The app published another certificate as well; it may change to it soon. Take it over now.':
    'Die App hat ein weiteres Zertifikat veröffentlicht und wechselt vielleicht bald dazu. Übernehmen Sie es jetzt.',
  'The app signs its requests, but unsigned ones are taken here. Ask for signed ones.':
    'Die App signiert ihre Anfragen, aber hier werden auch unsignierte angenommen. Verlangen Sie signierte.',
  'The app does not say that it signs its requests; unsigned ones are refused here.':
    'Die App sagt nicht, dass sie ihre Anfragen signiert; unsignierte werden hier abgelehnt.',
  'The app wants the assertion signed; here only the response is.':
    'Die App will die Zusicherung signiert haben; hier ist es nur die Antwort.',
  'Assertions are encrypted for a certificate that the app no longer publishes.':
    'Zusicherungen werden für ein Zertifikat verschlüsselt, das die App nicht mehr veröffentlicht.',
  'The app offers single logout at {1}, which is not set here.':
    'Die App bietet unter {1} gemeinsames Abmelden an, was hier nicht eingetragen ist.',
  'The app takes sign-outs without the browser at {1}, which is not set here.':
    'Die App nimmt unter {1} Abmeldungen ohne Browser an, was hier nicht eingetragen ist.',
  'The metadata of the app has expired; it may have changed since.':
    'Die Metadaten der App sind abgelaufen; seither hat sie sich vielleicht geändert.',
  'The audience is the address of the instance.': 'Die Audience ist die Adresse der Instanz.',
  'ServiceNow takes assertions for the address of the instance, {1}; here the audience is {2}. Both must be the same, without a slash at the end.':
    'ServiceNow nimmt Zusicherungen für die Adresse der Instanz an, {1}; hier ist die Audience {2}. Beide müssen gleich sein, ohne Schrägstrich am Ende.',
  '{1} takes assertions.': '{1} nimmt Zusicherungen an.',
  '{1} takes no assertions in ServiceNow; these do: {2}.':
    '{1} nimmt in ServiceNow keine Zusicherungen an; das tun: {2}.',
  'ServiceNow looks people up by login or mail address; a name made for it alone means nobody.':
    'ServiceNow sucht Personen nach Anmeldename oder Mailadresse; ein eigens gebildeter Name meint dort niemanden.',
  'People are named by login: the User Field of the identity provider there must be user_name.':
    'Personen werden mit dem Anmeldenamen genannt: Das User Field des Identity Providers dort muss user_name sein.',
  'People are named by mail address: the User Field of the identity provider there must be email.':
    'Personen werden mit der Mailadresse genannt: Das User Field des Identity Providers dort muss email sein.',
  'ServiceNow looks people up by user_name or email; this name is neither as it stands.':
    'ServiceNow sucht Personen nach user_name oder email; dieser Name ist so keins von beiden.',
  'ServiceNow looks for a signature on the assertion; here only the response is signed.':
    'ServiceNow erwartet eine Signatur auf der Zusicherung; hier ist nur die Antwort signiert.',
  'The assertion is signed, as ServiceNow wants it.': 'Die Zusicherung ist signiert, wie ServiceNow es will.',
  'Assertions are encrypted, but the instance published no key for it: it would find an assertion that it cannot read.':
    'Zusicherungen werden verschlüsselt, aber die Instanz hat keinen Schlüssel dafür veröffentlicht: Sie fände eine Zusicherung, die sie nicht lesen kann.',
  'ServiceNow allows a minute of difference between clocks; allow as much here.':
    'ServiceNow lässt zwischen Uhren eine Minute Unterschied zu; erlauben Sie hier so viel.',
  'Another app has this entity ID.': 'Eine andere App hat diese Entity-ID.',
  'holds no RSA key of 2048 bits or more, which assertions are encrypted for':
    'enthält keinen RSA-Schlüssel von mindestens 2048 Bit, für den Assertions verschlüsselt werden',
  'A brace is not closed.': 'Eine Klammer ist nicht geschlossen.',
  'There is no value "{1}". There are: {2}.': 'Einen Wert „{1}“ gibt es nicht. Es gibt: {2}.',
  'There is no step "{1}". There are: {2}.': 'Einen Schritt „{1}“ gibt es nicht. Es gibt: {2}.',
  'Give the metadata as text or by its address.': 'Geben Sie die Metadaten als Text oder mit ihrer Adresse an.',
  'The address answered with status {1}.': 'Die Adresse antwortete mit Status {1}.',
  'This metadata cannot be read: it is not well-formed, too large, or declares a document type.':
    'Diese Metadaten lassen sich nicht lesen: Sie sind nicht wohlgeformt, zu groß oder deklarieren einen Dokumenttyp.',
  'This is not SAML 2.0 metadata.': 'Das sind keine SAML-2.0-Metadaten.',
  'There is no service provider in this metadata.': 'In diesen Metadaten steht kein Service Provider.',
  'There are several service providers in it; give the metadata of one.':
    'Darin stehen mehrere Service Provider; geben Sie die Metadaten von einem an.',
  'An index in it is not usable: {1}': 'Ein Index darin ist nicht brauchbar: {1}',
  'The entity ID is missing.': 'Die Entity-ID fehlt.',
  'No assertion consumer service with the HTTP-POST binding is named in it.':
    'Darin ist kein Assertion Consumer Service mit dem HTTP-POST-Binding genannt.',
  'A certificate in it cannot be read.': 'Ein Zertifikat darin lässt sich nicht lesen.',
  'A certificate is wrong.': 'Ein Zertifikat stimmt nicht.',
  'Entries {1} to {2} of chain {3} were removed.': 'Die Einträge {1} bis {2} der Kette {3} wurden entfernt.',
  'Entry {1} of chain {2} stood at {3} when it was recorded.':
    'Der Eintrag {1} der Kette {2} stand bei der Aufzeichnung an Stelle {3}.',
  '{1} entries before entry {2} of chain {3} were removed and the rest renumbered.':
    '{1} Einträge vor dem Eintrag {2} der Kette {3} wurden entfernt und der Rest neu nummeriert.',
  'Chain {1} was rewritten at or before entry {2}: it is not what was sealed at {3}.':
    'Die Kette {1} wurde bei oder vor dem Eintrag {2} umgeschrieben: Sie ist nicht, was am {3} versiegelt wurde.',
  'The value {1} beside entry {2} of chain {3} is not the one that was recorded.':
    'Der Wert {1} neben dem Eintrag {2} der Kette {3} ist nicht der aufgezeichnete.',
  'The value {1} beside entry {2} of chain {3} is gone, and nobody erased it.':
    'Der Wert {1} neben dem Eintrag {2} der Kette {3} ist verschwunden, und niemand hat ihn gelöscht.',
  'Line {1} of the checkpoint file is a copy of line {2}.':
    'Die Zeile {1} der Datei mit den Prüfpunkten ist eine Kopie der Zeile {2}.',
  'The checkpoint before number {1} in the database was removed or changed.':
    'Der Prüfpunkt vor der Nummer {1} in der Datenbank wurde entfernt oder geändert.',
  'Chain {1} ends at entry {2}, but {3} entries were sealed at {4}: the last {5} were cut off.':
    'Die Kette {1} endet mit dem Eintrag {2}, aber am {4} wurden {3} Einträge versiegelt: Die letzten {5} wurden abgeschnitten.',
  'Entry {1} of chain {2} is not as it was recorded: {3}.':
    'Der Eintrag {1} der Kette {2} ist nicht, wie er aufgezeichnet wurde: {3}.',
  'The intent {1} has no outcome, but is missing from the list of open ones.':
    'Die Absicht {1} hat keinen Ausgang, fehlt aber in der Liste der offenen.',
  'The rule is switched off.': 'Die Regel ist ausgeschaltet.',
  'It is for another occasion.': 'Sie gilt für einen anderen Anlass.',
  'It is for other apps.': 'Sie gilt für andere Apps.',
  'The person is in none of its groups.': 'Die Person ist in keiner ihrer Gruppen.',
  'The person has none of its roles.': 'Die Person hat keine ihrer Rollen.',
  'The address is outside its networks.': 'Die Adresse liegt außerhalb ihrer Netze.',
  'The address is inside a network it leaves out.': 'Die Adresse liegt in einem Netz, das sie ausnimmt.',
}
