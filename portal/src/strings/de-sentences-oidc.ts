/** What the service says of settings of OpenID Connect, in German. */
export const deSentencesOidc: Readonly<Record<string, string>> = {
  'Say what becomes of the secret before: how many hours it goes on, 0 for none.':
    'Sagen Sie, was aus dem vorigen Geheimnis wird: wie viele Stunden es noch gilt, 0 für keine.',
  '“{1}” belongs to a private key, which the app alone may know. Give the public key, and make a new pair, because this one was shown.':
    '„{1}“ gehört zu einem privaten Schlüssel, den allein die App kennen darf. Geben Sie den öffentlichen an, und erzeugen Sie ein neues Paar, weil dieses gezeigt wurde.',
  'The kind of key (kty) must be EC, OKP or RSA.': 'Die Art des Schlüssels (kty) muss EC, OKP oder RSA sein.',
  'The curve (crv) must be {1} for a key of this kind.': 'Die Kurve (crv) muss bei dieser Art Schlüssel {1} sein.',
  'This key is not for signatures (use, key_ops).': 'Dieser Schlüssel ist nicht für Signaturen (use, key_ops).',
  'The algorithm (alg) must be {1} for a key of this kind.':
    'Das Verfahren (alg) muss bei dieser Art Schlüssel {1} sein.',
  'The name of the key (kid) must be a text of 1 to 200 characters.':
    'Der Name des Schlüssels (kid) muss ein Text von 1 bis 200 Zeichen sein.',
  '“{1}” is missing in this key.': '„{1}“ fehlt in diesem Schlüssel.',
  'This is no key, its parts do not belong together.': 'Das ist kein Schlüssel, seine Teile gehören nicht zusammen.',
  'An RSA key must have {1} to {2} bits.': 'Ein RSA-Schlüssel muss {1} bis {2} Bit haben.',
  'What is found there is no JWK Set.': 'Was dort zu finden ist, ist kein JWK Set.',
  'A private key is published there, so that anybody may have it. The app needs new keys.':
    'Dort ist ein privater Schlüssel veröffentlicht, sodass ihn jeder haben kann. Die App braucht neue.',
  'No key is found there that signs (EC on P-256, Ed25519, or RSA of 2,048 bits and more).':
    'Dort ist kein Schlüssel zu finden, der signiert (EC auf P-256, Ed25519 oder RSA ab 2.048 Bit).',
  'It answers with status {1}.': 'Sie antwortet mit Status {1}.',
  'It could not be asked.': 'Sie ließ sich nicht fragen.',
  'Keys are only for an app that proves itself by them.':
    'Schlüssel sind nur für eine App, die sich mit ihnen ausweist.',
  'Give the public keys of the app, or the address where it publishes them.':
    'Geben Sie die öffentlichen Schlüssel der App an, oder die Adresse, unter der sie sie veröffentlicht.',
  'Give the keys or their address, not both.': 'Geben Sie die Schlüssel oder ihre Adresse an, nicht beides.',
  'This is no address.': 'Das ist keine Adresse.',
  'The address must carry no login.': 'Die Adresse darf keine Anmeldung enthalten.',
  'The address must carry no login and no fragment.': 'Die Adresse darf keine Anmeldung und kein Fragment enthalten.',
  'The address must be https.': 'Die Adresse muss https sein.',
  'The address must be http or https.': 'Die Adresse muss http oder https sein.',
  'The address must be https. Only on the person’s own device (127.0.0.1) may it be http.':
    'Die Adresse muss https sein. Nur auf dem eigenen Gerät der Person (127.0.0.1) darf sie http sein.',
  'This is no place to come back to.': 'Dorthin kann niemand zurückkommen.',
  'A scheme of an app’s own must be a reversed domain name, such as com.example.app.':
    'Ein eigenes Schema einer App muss ein umgekehrter Domainname sein, etwa com.example.app.',
  'Addresses on the web and on the person’s own device cannot be mixed in one app.':
    'Adressen im Web und auf dem eigenen Gerät der Person lassen sich in einer App nicht mischen.',
  'Say where people come back to, or let the app ask for tokens in its own name.':
    'Sagen Sie, wohin Personen zurückkommen, oder lassen Sie die App Tokens im eigenen Namen holen.',
  'An app without a secret or key has no name to ask in.':
    'Eine App ohne Geheimnis und Schlüssel hat keinen Namen, in dem sie fragen kann.',
  'An app without a secret or key needs PKCE.': 'Eine App ohne Geheimnis und Schlüssel braucht PKCE.',
  'This address is inside the network; the operator must list its host in HALLPASS_INTERNAL_HOSTS first.':
    'Diese Adresse liegt im internen Netz; der Betrieb muss ihren Host erst in HALLPASS_INTERNAL_HOSTS nennen.',
  'This address must be an http or https URL without a login in it.':
    'Diese Adresse muss http oder https sein und darf keine Anmeldung enthalten.',
  'The host name could not be found.': 'Der Hostname war nicht zu finden.',
  'The other side did not answer in time.': 'Die andere Seite hat nicht rechtzeitig geantwortet.',
  'The other side sent more than it should.': 'Die andere Seite hat mehr gesendet, als sie sollte.',
}
