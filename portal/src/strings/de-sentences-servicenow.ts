import { ticketSentencesDe } from '@hallpass/contract/ticket-sentences-de'

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
  'This is no address. Enter it as a browser shows it, such as https://acme.service-now.com.':
    'Das ist keine Adresse. Geben Sie sie ein, wie ein Browser sie zeigt, etwa https://acme.service-now.com.',
  'Enter an https address; plain http is for hosts the operator lists as internal.':
    'Geben Sie eine https-Adresse an; einfaches http ist für Hosts, die der Betreiber als intern aufführt.',
  'Hallpass could not look for what is new in this instance; its log says why.':
    'Hallpass konnte nicht nachsehen, was es in dieser Instanz Neues gibt; das Protokoll des Dienstes sagt, warum.',
  'Hallpass could not decide {1}; its log says why.':
    'Hallpass konnte über {1} nicht entscheiden; das Protokoll des Dienstes sagt, warum.',
  'Hallpass does not decide {1} while a directory is paused.':
    'Hallpass entscheidet nicht über {1}, solange ein Verzeichnis angehalten ist.',
  'Hallpass does not decide {1} while a directory does not answer.':
    'Hallpass entscheidet nicht über {1}, solange ein Verzeichnis nicht antwortet.',
  'Hallpass could not end {1}; its log says why.':
    'Hallpass konnte {1} nicht beenden; das Protokoll des Dienstes sagt, warum.',
  'Hallpass could not look after the tickets of this instance; its log says why.':
    'Hallpass konnte sich nicht um die Tickets dieser Instanz kümmern; das Protokoll des Dienstes sagt, warum.',
  'Hallpass could not tell of {1}; its log says why.':
    'Hallpass konnte {1} dort nicht melden; das Protokoll des Dienstes sagt, warum.',
  'Hallpass could not close the case of {1}; its log says why.':
    'Hallpass konnte den Fall zu {1} nicht schließen; das Protokoll des Dienstes sagt, warum.',
  'ServiceNow shows no ticket {1}: it was deleted, or a rule hides it from the integration user. No second one is made.':
    'ServiceNow zeigt kein Ticket {1}: es wurde gelöscht, oder eine Regel verbirgt es vor dem Integrationsbenutzer. Ein zweites wird nicht angelegt.',
  'ServiceNow does not show all of {1}: {2}': 'ServiceNow zeigt von {1} nicht alles: {2 said}',
  'Hallpass is connected to this instance already.': 'Hallpass ist mit dieser Instanz schon verbunden.',
  'Choose the packed app, a .zip file.': 'Wählen Sie die gepackte App, eine .zip-Datei.',
  'The address or the client changed: enter its secret again, so that the old one is not sent to a new place.':
    'Adresse oder Client haben sich geändert: Geben Sie das Geheimnis neu ein, damit das alte nicht an einen neuen Ort geht.',
  '{1} password resets came from ServiceNow within {2} minutes; no more are taken until an administrator opens the door again.':
    'Binnen {2} Minuten kamen {1} Passwort-Zurücksetzungen aus ServiceNow; weitere werden erst angenommen, wenn ein Administrator die Tür wieder öffnet.',
  ...ticketSentencesDe,
}
