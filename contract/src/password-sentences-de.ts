/** What the service says about a password to whoever asks for it in ServiceNow, in German. `{1}` stands for what it named. */
export const passwordSentencesDe: Readonly<Record<string, string>> = {
  'Code sent to an address that does not hang on this password':
    'Code an eine Adresse, die nicht an diesem Passwort hängt',
  'Code from your authenticator app': 'Code aus Ihrer Authenticator-App',
  'One of your recovery codes': 'Einer Ihrer Wiederherstellungscodes',
  'Prompt on your phone': 'Abfrage auf Ihrem Telefon',

  'Done.': 'Erledigt.',
  'This could not be done. Prove who you are again, or ask the service desk.':
    'Das ging nicht. Weisen Sie sich noch einmal aus, oder fragen Sie den Service Desk.',
  'If Hallpass knows this person, they have been sent what they need to set a new password themselves.':
    'Wenn Hallpass diese Person kennt, hat sie bekommen, was sie braucht, um selbst ein neues Passwort zu setzen.',
  'It is not known yet whether the new password holds. Wait a minute and sign in with it; if that fails, start again.':
    'Ob das neue Passwort gilt, ist noch nicht bekannt. Warten Sie eine Minute und melden Sie sich damit an; geht das nicht, beginnen Sie neu.',
  'The account is unlocked.': 'Das Konto ist entsperrt.',
  'The new password is set.': 'Das neue Passwort ist gesetzt.',
  'What was sent to set a new password was not used. Start again.':
    'Was zum Setzen eines neuen Passworts geschickt wurde, blieb unbenutzt. Beginnen Sie neu.',
  'Whether the account is locked is told after a proof.':
    'Ob das Konto gesperrt ist, wird gesagt, wenn Sie sich ausgewiesen haben.',
  'The directory does not say whether the account is locked.': 'Das Verzeichnis sagt nicht, ob das Konto gesperrt ist.',
  'The account is locked.': 'Das Konto ist gesperrt.',
  'The account is not locked.': 'Das Konto ist nicht gesperrt.',

  'The password is too short.': 'Das Passwort ist zu kurz.',
  'The password needs at least {1} characters.': 'Das Passwort braucht mindestens {1} Zeichen.',
  'The password is too long.': 'Das Passwort ist zu lang.',
  'The password may have at most {1} characters.': 'Das Passwort darf höchstens {1} Zeichen haben.',
  'You used this password before. Choose another one.':
    'Dieses Passwort hatten Sie schon einmal. Wählen Sie ein anderes.',
  'This password is on lists that attackers try first. Choose another one.':
    'Dieses Passwort steht auf Listen, die Angreifer zuerst probieren. Wählen Sie ein anderes.',
  'The password contains your name or login. Choose one without it.':
    'Das Passwort enthält Ihren Namen oder Anmeldenamen. Wählen Sie eines ohne.',
  'The password is little more than a word of your company. Choose another one.':
    'Das Passwort ist kaum mehr als ein Wort Ihrer Firma. Wählen Sie ein anderes.',
  'The directory finds this password too simple. Make it longer or mix it more.':
    'Das Verzeichnis findet dieses Passwort zu einfach. Machen Sie es länger oder bunter.',
  'The password was changed a short time ago and cannot be changed again yet.':
    'Das Passwort wurde vor Kurzem geändert und kann noch nicht wieder geändert werden.',
  'The password was changed a short time ago. It can be changed again from {1}.':
    'Das Passwort wurde vor Kurzem geändert. Wieder ändern können Sie es ab {1}.',
  'The current password is not right.': 'Das jetzige Passwort stimmt nicht.',
  'The directory does not let you change this password yourself. Use "Forgot password" or ask the service desk.':
    'Das Verzeichnis lässt Sie dieses Passwort nicht selbst ändern. Lassen Sie es zurücksetzen, oder fragen Sie den Service Desk.',
  'The directory refuses this password. Choose a longer one that you never used before.':
    'Das Verzeichnis lehnt dieses Passwort ab. Wählen Sie ein längeres, das Sie noch nie hatten.',

  'The account is locked in its directory.': 'Das Konto ist in seinem Verzeichnis gesperrt.',
  'The directory no longer has this person.': 'Das Verzeichnis kennt diese Person nicht mehr.',
  'This account is protected; change it in its directory.':
    'Dieses Konto ist geschützt; ändern Sie es in seinem Verzeichnis.',
  'Too many wrong tries. Wait before the next one.': 'Zu viele falsche Versuche. Warten Sie vor dem nächsten.',
  'The directory is busy. Try again in a moment.': 'Das Verzeichnis ist beschäftigt. Versuchen Sie es gleich erneut.',
  'That was a lot of tries. Wait a little, then try again.':
    'Das waren viele Versuche. Warten Sie etwas und versuchen Sie es dann erneut.',
  'This page has waited too long or was used already. Start again.':
    'Diese Seite hat zu lange gewartet oder wurde schon benutzt. Beginnen Sie neu.',
  'The new password is still being set. Wait a moment, then try again.':
    'Das neue Passwort wird noch gesetzt. Warten Sie kurz und versuchen Sie es erneut.',
  'The password of this account cannot be set from here. Ask the service desk how it is changed.':
    'Das Passwort dieses Kontos kann hier nicht gesetzt werden. Fragen Sie den Service Desk, wie es geändert wird.',
  'The directory did not take the new password just now; the old one still holds. Try again in a moment.':
    'Das Verzeichnis hat das neue Passwort gerade nicht angenommen; das alte gilt noch. Versuchen Sie es gleich erneut.',
  'The directory does not answer just now. Try again in a moment.':
    'Das Verzeichnis antwortet gerade nicht. Versuchen Sie es gleich noch einmal.',
  'This account is looked after in its own directory alone. Ask its administrators.':
    'Dieses Konto wird nur in seinem eigenen Verzeichnis verwaltet. Fragen Sie dessen Verwaltung.',
}
