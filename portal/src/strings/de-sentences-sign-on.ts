/** What the service says of its sign-on in an instance of ServiceNow, in German; labels as they stand in the form there. */
export const deSentencesSignOn: Readonly<Record<string, string>> = {
  'ServiceNow does not let this administrator do this: {1}. Use one with the role admin there.':
    'ServiceNow lässt diesen Administrator das nicht tun: {1}. Nehmen Sie einen mit der Rolle admin dort.',
  'ServiceNow hides {1} from this administrator. Use one with the role admin there.':
    'ServiceNow verbirgt {1} vor diesem Administrator. Nehmen Sie einen mit der Rolle admin dort.',
  'This instance has no single sign-on by several identity providers. Install the plugin “Integration - Multiple Provider Single Sign-On Installer” there first.':
    'Diese Instanz kennt keine Anmeldung über mehrere Identity Provider. Installieren Sie dort zuerst das Plugin „Integration - Multiple Provider Single Sign-On Installer“.',
  'The property glide.authenticate.multisso.enabled cannot be read. Look at it there, under Multi-Provider SSO, Properties.':
    'Die Eigenschaft glide.authenticate.multisso.enabled lässt sich nicht lesen. Sehen Sie dort nach, unter Multi-Provider SSO, Properties.',
  'Single sign-on by several identity providers is on.': 'Die Anmeldung über mehrere Identity Provider ist an.',
  'Single sign-on by several identity providers is off there (property glide.authenticate.multisso.enabled). Set it up, or switch it on there.':
    'Die Anmeldung über mehrere Identity Provider ist dort aus (Eigenschaft glide.authenticate.multisso.enabled). Richten Sie ein, oder schalten Sie sie dort ein.',
  'The instance knows Hallpass as an identity provider.': 'Die Instanz kennt Hallpass als Identity Provider.',
  'The instance has no identity provider for Hallpass, or none that this administrator may see. Set it up.':
    'Die Instanz hat keinen Identity Provider für Hallpass, oder keinen, den dieser Administrator sehen darf. Richten Sie ihn ein.',
  'The instance has several identity providers for Hallpass. Delete all but one there, then check again.':
    'Die Instanz hat mehrere Identity Provider für Hallpass. Löschen Sie dort alle bis auf einen, und prüfen Sie noch einmal.',
  '“{1}” cannot be read: an access rule hides it. Look at it in the record.':
    '„{1}“ lässt sich nicht lesen: Eine Zugriffsregel verbirgt es. Sehen Sie im Datensatz nach.',
  'As it must be: {1}.': 'So, wie es sein muss: {1}.',
  '“{1}” is empty there and must be {2}. Set it up again, or enter it there.':
    '„{1}“ ist dort leer und muss {2} sein. Richten Sie noch einmal ein, oder tragen Sie es dort ein.',
  '“{1}” is {2} there and must be {3}. Set it up again, or change it there.':
    '„{1}“ ist dort {2} und muss {3} sein. Richten Sie noch einmal ein, oder ändern Sie es dort.',
  'The certificates of the record cannot all be read. Look at them in the record.':
    'Die Zertifikate des Datensatzes lassen sich nicht alle lesen. Sehen Sie sie im Datensatz an.',
  'The record does not have our certificate. Set it up again, or add it there.':
    'Der Datensatz hat unser Zertifikat nicht. Richten Sie noch einmal ein, oder fügen Sie es dort hinzu.',
  'The certificate has expired. Put the next key in service here, then set it up again.':
    'Das Zertifikat ist abgelaufen. Nehmen Sie hier den nächsten Schlüssel in Betrieb, dann richten Sie noch einmal ein.',
  'The record has it, and it is active.': 'Der Datensatz hat es, und es ist aktiv.',
  'Whether the certificate is active there cannot be read. Look at it in the record.':
    'Ob das Zertifikat dort aktiv ist, lässt sich nicht lesen. Sehen Sie im Datensatz nach.',
  'The record has our certificate, but it is not active. Set it up again, or activate it there.':
    'Der Datensatz hat unser Zertifikat, aber es ist nicht aktiv. Richten Sie noch einmal ein, oder aktivieren Sie es dort.',
  'Whether the identity provider is active cannot be read. Look at it in the record.':
    'Ob der Identity Provider aktiv ist, lässt sich nicht lesen. Sehen Sie im Datensatz nach.',
  'The identity provider is active.': 'Der Identity Provider ist aktiv.',
  'The connection was tested with success. Press “Activate” in the record.':
    'Die Verbindung wurde mit Erfolg getestet. Drücken Sie im Datensatz auf „Activate“.',
  'ServiceNow lets nobody in before it has tested the connection itself. Open the record, press “Test Connection”, sign in here, and press “Activate” when it succeeded.':
    'ServiceNow lässt niemanden ein, bevor es die Verbindung selbst getestet hat. Öffnen Sie den Datensatz, drücken Sie auf „Test Connection“, melden Sie sich hier an, und drücken Sie auf „Activate“, wenn es gelungen ist.',
  'The tile carries people in by itself.': 'Die Kachel bringt Personen selbst hinein.',
  'The tile opens the sign-on there.': 'Die Kachel öffnet die Anmeldung dort.',
  'The tile does not open the sign-on there yet. Set it up.':
    'Die Kachel öffnet die Anmeldung dort noch nicht. Richten Sie ein.',
  'The tile opens {1}. For the sign-on, enter {2} under Details, Opens.':
    'Die Kachel öffnet {1}. Tragen Sie für die Anmeldung {2} unter Details, Öffnet ein.',
}
