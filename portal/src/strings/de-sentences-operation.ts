/** What the service says of itself to whoever runs it, in German. */
export const deSentencesOperation: Readonly<Record<string, string>> = {
  'The database does not answer, or only reads.': 'Die Datenbank antwortet nicht oder lässt sich nur lesen.',
  'The jobs of this node have not started yet.': 'Die Vorgänge dieses Knotens laufen noch nicht.',
  'The jobs of this node have shown no sign of life for {1} seconds.':
    'Die Vorgänge dieses Knotens geben seit {1} Sekunden kein Lebenszeichen.',
  'The disk of the database has {1} MB left.': 'Auf der Festplatte der Datenbank sind noch {1} MB frei.',
  'Line {1} of the checkpoint file is not a checkpoint that this service signed.':
    'Zeile {1} der Prüfpunktdatei ist kein Prüfpunkt, den dieser Dienst signiert hat.',
  'Checkpoint {1} in the database is not one that this service signed.':
    'Prüfpunkt {1} in der Datenbank ist keiner, den dieser Dienst signiert hat.',
  'The checkpoint file {1} is missing or empty.': 'Die Prüfpunktdatei {1} fehlt oder ist leer.',
  'This node has written no checkpoint yet; those in the database are by {1}.':
    'Dieser Knoten hat noch keinen Prüfpunkt geschrieben; die in der Datenbank sind von {1}.',
  'The database knows {1} checkpoints, but number {2} was written at {3}: an older copy of it was put in its place.':
    'Die Datenbank kennt {1} Prüfpunkte, geschrieben wurde aber am {3} auch Nummer {2}: An ihre Stelle kam eine ältere Kopie.',
  'A backup was restored by the operator at {1}; entries newer than it are gone.':
    'Der Betrieb hat am {1} eine Sicherung eingespielt; neuere Einträge sind nicht mehr da.',
  'Command line': 'Befehlszeile',
  'It could not be looked at.': 'Es ließ sich nicht nachsehen.',
}
