/** What the service says of itself to whoever runs it, in German. */
export const deSentencesOperation: Readonly<Record<string, string>> = {
  'The database does not answer, or only reads.': 'Die Datenbank antwortet nicht oder lässt sich nur lesen.',
  'The jobs of this node have not started yet.': 'Die Vorgänge dieses Knotens laufen noch nicht.',
  'The jobs of this node have shown no sign of life for {1} seconds.':
    'Die Vorgänge dieses Knotens geben seit {1} Sekunden kein Lebenszeichen.',
  'The disk of the database has {1} MB left.': 'Auf der Festplatte der Datenbank sind noch {1} MB frei.',
  'It could not be looked at.': 'Es ließ sich nicht nachsehen.',
}
