/** What ServiceNow, and what came from it, makes the service say, in German. */
export const deSentencesServicenow: Readonly<Record<string, string>> = {
  'ServiceNow did not answer.': 'ServiceNow hat nicht geantwortet.',
  'ServiceNow takes no more calls for now.': 'ServiceNow nimmt gerade keine weiteren Anrufe an.',
  'ServiceNow did not accept who is calling.': 'ServiceNow hat nicht angenommen, wer da anruft.',
  'ServiceNow did not let the administrator in.': 'ServiceNow hat den Administrator nicht eingelassen.',
  'ServiceNow wants a second factor of this administrator; use one without for the set-up, or install by hand.':
    'ServiceNow verlangt von diesem Administrator einen zweiten Faktor; nehmen Sie zum Einrichten einen ohne, oder installieren Sie von Hand.',
  'ServiceNow was still installing the app after ten minutes.':
    'Nach zehn Minuten installierte ServiceNow die App immer noch.',
  'ServiceNow could not install the app: {1}': 'ServiceNow konnte die App nicht installieren: {1}',
  'ServiceNow left out the field {1}: the integration user may not read it, or it does not exist.':
    'ServiceNow hat das Feld {1} weggelassen: Der Integrationsbenutzer darf es nicht lesen, oder es gibt es nicht.',
  'ServiceNow answered {1} rows that the condition on {2} does not admit; nothing was done with them.':
    'ServiceNow gab Zeilen von {1} zurück, die die Bedingung zu {2} nicht zulässt; mit ihnen wurde nichts getan.',
  'ServiceNow answered {1} in a way that is not documented.':
    'ServiceNow antwortete zu {1} anders, als es dokumentiert ist.',
  'ServiceNow does not let the integration user do this: {1}':
    'ServiceNow lässt den Integrationsbenutzer das nicht tun: {1}',
  'ServiceNow has no such record: {1}.': 'ServiceNow kennt diesen Datensatz nicht: {1}.',
  'This address sends callers somewhere else; enter the instance itself.':
    'Diese Adresse schickt Anrufer woandershin; geben Sie die Instanz selbst an.',
  'This address answered with a page instead of data: the instance hibernates, or it is not one.':
    'Diese Adresse antwortete mit einer Seite statt mit Daten: Die Instanz schläft, oder es ist keine.',
  'ServiceNow refused the OAuth client: check its id and secret, that client credentials are enabled (property glide.oauth.inbound.client.credential.grant_type.enabled), and that the client names an OAuth application user.':
    'ServiceNow weist den OAuth-Client ab: Prüfen Sie ID und Geheimnis, ob Client Credentials eingeschaltet sind (Eigenschaft glide.oauth.inbound.client.credential.grant_type.enabled) und ob der Client einen OAuth application user nennt.',
  'Enter an https address; plain http is for hosts the operator lists as internal.':
    'Geben Sie eine https-Adresse an; einfaches http ist für Hosts, die der Betreiber als intern aufführt.',
  'Hallpass could not look for what is new in this instance; its log says why.':
    'Hallpass konnte nicht nachsehen, was es in dieser Instanz Neues gibt; das Protokoll des Dienstes sagt, warum.',
  'Hallpass is connected to this instance already.': 'Hallpass ist mit dieser Instanz schon verbunden.',
  'Choose the packed app, a .zip file.': 'Wählen Sie die gepackte App, eine .zip-Datei.',
  'The address or the client changed: enter its secret again, so that the old one is not sent to a new place.':
    'Adresse oder Client haben sich geändert: Geben Sie das Geheimnis neu ein, damit das alte nicht an einen neuen Ort geht.',
  '{1} password resets came from ServiceNow within {2} minutes; no more are taken until an administrator opens the door again.':
    'Binnen {2} Minuten kamen {1} Passwort-Zurücksetzungen aus ServiceNow; weitere werden erst angenommen, wenn ein Administrator die Tür wieder öffnet.',

  'Hallpass is checking the approvals of this item.': 'Hallpass prüft die Genehmigungen dieser Bestellung.',
  'Hallpass cannot see this item in ServiceNow.': 'Hallpass sieht diese Bestellung in ServiceNow nicht.',
  'This item is not one that Hallpass fulfils.': 'Diese Bestellung ist keine, die Hallpass erfüllt.',
  'This item names no access to give.': 'Diese Bestellung nennt keinen Zugang.',
  'The person this item is for cannot be found in ServiceNow.':
    'Die Person, für die bestellt wurde, findet sich in ServiceNow nicht.',
  'Hallpass knows nobody like {1}. Ask IT to add them to the directory.':
    'Hallpass kennt niemanden wie {1}. Bitten Sie die IT, sie ins Verzeichnis aufzunehmen.',
  'Hallpass knows several people like {1} and does not guess. IT can tell them apart.':
    'Hallpass kennt mehrere wie {1} und rät nicht. Die IT kann sie unterscheiden.',
  'Stopped before anything was given.': 'Angehalten, bevor etwas vergeben war.',
  '{1}: the access has ended.': '{1}: Der Zugang ist zu Ende.',
  '{1}: held already, nothing had to be done.': '{1}: war schon vorhanden, nichts war zu tun.',
  '{1}: approvals are being checked.': '{1}: Die Genehmigungen werden geprüft.',
  '{1}: a request for it waits for approval in Hallpass.': '{1}: Ein Antrag dafür wartet in Hallpass auf Genehmigung.',
  '{1}: somebody in IT makes the account.': '{1}: Jemand in der IT legt das Konto an.',
  '{1}: approved, the account is being made.': '{1}: genehmigt, das Konto wird angelegt.',
  '{1}: ready to use.': '{1}: bereit.',
  '{1}: ready to use until {2}.': '{1}: bereit, bis {2}.',
  '{1}: not given. {2}': '{1}: nicht vergeben. {2}',
  '{1}: stopped. {2}': '{1}: angehalten. {2}',

  'This item no longer says {1}. It has to be ordered again.':
    'Diese Bestellung sagt nicht mehr, {1}. Sie muss neu aufgegeben werden.',
  'whom it is for': 'für wen sie ist',
  'for how long it is': 'für wie lange sie ist',
  'whom it is for and for how long it is': 'für wen und für wie lange sie ist',
  'No reason was given.': 'Ein Grund wurde nicht genannt.',
  'The list of apps in ServiceNow was changed since. It has to be ordered again.':
    'Die Liste der Apps in ServiceNow wurde seitdem geändert. Es muss neu bestellt werden.',
  'It is no longer offered.': 'Er wird nicht mehr angeboten.',
  'The number of days cannot be read.': 'Die Zahl der Tage lässt sich nicht lesen.',
  'The person this item is for was changed after it was ordered.':
    'Für wen diese Bestellung ist, wurde nach dem Bestellen geändert.',
  'Who ordered this item cannot be found in ServiceNow.':
    'Wer diese Bestellung aufgegeben hat, findet sich in ServiceNow nicht.',
  'This item says that {1} ordered it, and was made by {2}.':
    'Laut dieser Bestellung hat {1} sie aufgegeben; gemacht hat sie {2}.',
  'nobody that can be seen': 'niemand, der zu sehen ist',
  'Hallpass knows {1} like {2}, who ordered this item.':
    'Hallpass kennt {1} wie {2}, und von dort kam diese Bestellung.',
  'several people': 'mehrere',
  'An approval by somebody who cannot be found does not count.':
    'Eine Genehmigung von jemandem, der sich nicht finden lässt, zählt nicht.',
  'The approval by {1} does not count: nobody approves what they asked for themselves.':
    'Die Genehmigung von {1} zählt nicht: Niemand genehmigt, worum er selbst gebeten hat.',
  'The approval by {1} does not count: it is the account of a program.':
    'Die Genehmigung von {1} zählt nicht: Es ist das Konto eines Programms.',
  'The approval by {1} does not count: the account is no longer active.':
    'Die Genehmigung von {1} zählt nicht: Das Konto ist nicht mehr aktiv.',
  'The approval of {1} does not count: {2} wrote it.': 'Die Genehmigung von {1} zählt nicht: Geschrieben hat sie {2}.',
  'somebody else': 'jemand anderes',
  'The approval by {1} does not count: it is older than the order.':
    'Die Genehmigung von {1} zählt nicht: Sie ist älter als die Bestellung.',
  'The approval by {1} does not count: what was ordered was changed after it was given.':
    'Die Genehmigung von {1} zählt nicht: Was bestellt wurde, wurde danach geändert.',
  'The approval by {1} does not count: Hallpass does not know who that is.':
    'Die Genehmigung von {1} zählt nicht: Hallpass weiß nicht, wer das ist.',
  '{1} was not approved by anybody who may decide it.': '{1}: von niemandem genehmigt, der darüber entscheiden darf.',
  'Nobody who may decide “{1}” could be found.': 'Niemand war zu finden, der über „{1}“ entscheiden darf.',
  'This access is not offered to the person it is for.':
    'Dieser Zugang wird der Person, für die er ist, nicht angeboten.',
  'Power over Hallpass itself is given in Hallpass alone.': 'Macht über Hallpass selbst wird nur in Hallpass vergeben.',
  'This access can be had for at most {1} {2}.': 'Diesen Zugang gibt es für höchstens {1} {2}.',
  day: 'Tag',
  days: 'Tage',
  'Whoever approves this access must confirm who they are, so it is asked for in Hallpass.':
    'Wer diesen Zugang genehmigt, muss bestätigen, wer er ist; deshalb wird er in Hallpass beantragt.',
}
