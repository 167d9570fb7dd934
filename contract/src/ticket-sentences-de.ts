/**
 * What the service says to whoever ordered in ServiceNow, in German: on the ticket itself, and on the pages of Hallpass that
 * show it. `{1}` stands for what the service named, `{1 said}` for another of these sentences, and words in “ ” at the end of
 * one for what a person wrote.
 */
export const ticketSentencesDe: Readonly<Record<string, string>> = {
  'Hallpass is checking the approvals of this item.': 'Hallpass prüft die Genehmigungen dieser Bestellung.',
  'Hallpass cannot see this item in ServiceNow.': 'Hallpass sieht diese Bestellung in ServiceNow nicht.',
  'Hallpass could not decide this item. Ask IT to look into its log, and order again.':
    'Hallpass konnte über diese Bestellung nicht entscheiden. Bitten Sie die IT, im Protokoll nachzusehen, und bestellen Sie neu.',
  'Somebody this item rests on is in a directory that is paused. It is decided once that goes on, and ends after a day.':
    'Jemand, auf den es bei dieser Bestellung ankommt, ist in einem Verzeichnis, das angehalten ist. Entschieden wird, sobald es weitergeht; nach einem Tag endet sie.',
  'Somebody this item rests on is in a directory that is paused. Order again once that goes on.':
    'Jemand, auf den es bei dieser Bestellung ankommt, ist in einem Verzeichnis, das angehalten ist. Bestellen Sie neu, sobald es weitergeht.',
  'Somebody this item rests on is in a directory that does not answer. It is decided once that answers.':
    'Jemand, auf den es bei dieser Bestellung ankommt, ist in einem Verzeichnis, das nicht antwortet. Entschieden wird, sobald es antwortet.',
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
  '{1}: not given. “{2}”': '{1}: nicht vergeben. „{2}“',
  'Unknown access: not given. {1}': 'Unbekannter Zugang: nicht vergeben. {1 said}',
  '{1}: not given. {2}': '{1}: nicht vergeben. {2 said}',
  '{1}: stopped. “{2}”': '{1}: angehalten. „{2}“',
  '{1}: stopped. {2}': '{1}: angehalten. {2 said}',

  'This item no longer says {1}. It has to be ordered again.':
    'Diese Bestellung sagt nicht mehr, {1 said}. Sie muss neu aufgegeben werden.',
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
  'This item says that {1} ordered it, and was made by nobody that can be seen.':
    'Laut dieser Bestellung hat {1} sie aufgegeben; wer sie gemacht hat, ist nicht zu sehen.',
  'Hallpass knows nobody like {1}, who ordered this item.':
    'Hallpass kennt niemanden wie {1}, und von dort kam diese Bestellung.',
  'Hallpass knows several people like {1}, who ordered this item.':
    'Hallpass kennt mehrere wie {1}, und von dort kam diese Bestellung.',
  'An approval by somebody who cannot be found does not count.':
    'Eine Genehmigung von jemandem, der sich nicht finden lässt, zählt nicht.',
  'The approval by {1} does not count: nobody approves what they asked for themselves.':
    'Die Genehmigung von {1} zählt nicht: Niemand genehmigt, worum er selbst gebeten hat.',
  'The approval by {1} does not count: it is the account of a program.':
    'Die Genehmigung von {1} zählt nicht: Es ist das Konto eines Programms.',
  'The approval by {1} does not count: the account is no longer active.':
    'Die Genehmigung von {1} zählt nicht: Das Konto ist nicht mehr aktiv.',
  'The approval of {1} does not count: {2} wrote it.': 'Die Genehmigung von {1} zählt nicht: Geschrieben hat sie {2}.',
  'The approval of {1} does not count: somebody else wrote it.':
    'Die Genehmigung von {1} zählt nicht: Geschrieben hat sie jemand anderes.',
  'The approval by {1} does not count: it is older than the order.':
    'Die Genehmigung von {1} zählt nicht: Sie ist älter als die Bestellung.',
  'The approval by {1} does not count: what was ordered was changed after it was given.':
    'Die Genehmigung von {1} zählt nicht: Was bestellt wurde, wurde danach geändert.',
  'The approval by {1} does not count: Hallpass does not know who that is.':
    'Die Genehmigung von {1} zählt nicht: Hallpass weiß nicht, wer das ist.',
  '“{1}” was not approved by anybody who may decide it.':
    '„{1 said}“: von niemandem genehmigt, der darüber entscheiden darf.',
  'Nobody who may decide “{1}” could be found.': 'Niemand war zu finden, der über „{1 said}“ entscheiden darf.',
  'This access is not offered to the person it is for.':
    'Dieser Zugang wird der Person, für die er ist, nicht angeboten.',
  'Power over Hallpass itself is given in Hallpass alone.': 'Macht über Hallpass selbst wird nur in Hallpass vergeben.',
  'This access can be had for at most 1 day.': 'Diesen Zugang gibt es für höchstens 1 Tag.',
  'This access can be had for at most {1} days.': 'Diesen Zugang gibt es für höchstens {1} Tage.',
  'Whoever approves this access must confirm who they are, so it is asked for in Hallpass.':
    'Wer diesen Zugang genehmigt, muss bestätigen, wer er ist; deshalb wird er in Hallpass beantragt.',
  'Nobody who may decide “{1}” could be found; the request would be denied.':
    'Niemand war zu finden, der über „{1 said}“ entscheiden darf; der Antrag würde abgelehnt.',
  // As these stages are called on the pages, where nobody gave them another name.
  Manager: 'Führungskraft',
  'Role owner': 'Rollenverantwortliche',

  'Taken back by the person who asked.': 'Zurückgezogen von der Person, die darum gebeten hat.',
  'The person who asked is no longer active.': 'Die Person, die darum gebeten hat, ist nicht mehr aktiv.',
  'This role is no longer in use.': 'Diese Rolle wird nicht mehr verwendet.',
  'This role can no longer be asked for by this person.': 'Diese Rolle steht dieser Person nicht mehr offen.',
  'The access has ended.': 'Der Zugang ist zu Ende.',
  'The access that was to be extended has ended.': 'Der Zugang, der verlängert werden sollte, ist zu Ende.',
  'Nobody who may decide “{1}” could be found, so it was not approved.':
    'Für „{1 said}“ war niemand zu finden, der entscheiden darf. Darum wurde nicht zugestimmt.',
  'Nobody decided “{1}” in time.': 'Über „{1 said}“ hat niemand rechtzeitig entschieden.',
  '{1}: Hallpass request {2}': '{1}: Antrag in Hallpass {2}',
}
