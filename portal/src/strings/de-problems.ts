/** What went wrong, by the code of the service, in German. `code.because` where one code has several reasons. Loaded with the first problem. */
import type { ProblemCatalogue } from './catalogue.ts'

export const deProblems: ProblemCatalogue = {
  'problem.code.oidc_settings_invalid': 'Einige dieser Einstellungen können so nicht wirken.',
  'problem.code.saml_settings_invalid': 'Einige dieser Einstellungen können so nicht wirken.',
  'problem.code.signals_not_set_up': 'Diese App ist noch nicht für Signale eingerichtet.',
  'problem.code.too_many_tries': 'Das waren viele Versuche. Warten Sie etwas und versuchen Sie es dann erneut.',
  'problem.code.code_wrong':
    'Dieser Code stimmt nicht oder gilt nicht mehr. Prüfen Sie ihn oder fordern Sie einen neuen an.',
  'problem.code.link_invalid': 'Dieser Link wurde benutzt oder gilt nicht mehr. Fordern Sie einen neuen an.',
  'problem.code.ticket_invalid': 'Diese Seite hat zu lange gewartet oder wurde schon benutzt. Beginnen Sie neu.',
  'problem.code.write_underway':
    'Dieser Schreibvorgang kann noch unterwegs sein. Warten Sie eine Minute, sehen Sie noch einmal im Verzeichnis nach und sagen Sie dann, was geschah.',
  'problem.code.password_underway': 'Das neue Passwort wird noch gesetzt. Warten Sie kurz und versuchen Sie es erneut.',
  'problem.code.password_elsewhere':
    'Das Passwort dieses Kontos kann hier nicht gesetzt werden. Fragen Sie den Service Desk, wie es geändert wird.',
  'problem.code.password_unchanged':
    'Das Verzeichnis hat das neue Passwort gerade nicht angenommen; das alte gilt noch. Versuchen Sie es gleich erneut.',
  'problem.code.password_unknown':
    'Das Verzeichnis hat nicht geantwortet; ob das neue Passwort gilt, ist noch nicht bekannt. Warten Sie eine Minute und melden Sie sich damit an; gelingt das nicht, beginnen Sie neu.',
  'problem.code.changed_meanwhile': 'Jemand hat dies inzwischen geändert. Laden Sie die Seite neu und ändern Sie dann.',
  'problem.code.first_answer_wrong':
    'Das ist nicht richtig. Prüfen Sie die Uhrzeit Ihres Telefons, oder warten Sie auf den nächsten Code.',
  'problem.code.enrolment_over': 'Das hat zu lange gewartet oder wurde schon abgeschlossen. Beginnen Sie noch einmal.',
  'problem.code.sign_in_over': 'Das dauerte zu lange oder brauchte zu viele Versuche. Melden Sie sich noch einmal an.',
  'problem.code.confirm_over': 'Das dauerte zu lange oder brauchte zu viele Versuche. Beginnen Sie von vorn.',
  'problem.code.prompt_waiting': 'Tippen Sie zuerst die Zahl von diesem Bildschirm auf Ihrem Telefon ein.',
  'problem.code.out_of_reach':
    'Dieses Konto wird nur in seinem eigenen Verzeichnis verwaltet. Fragen Sie dessen Verwaltung.',
  'problem.code.directory_silent': 'Das Verzeichnis antwortet gerade nicht. Versuchen Sie es gleich noch einmal.',
  'problem.code.sign_in_denied': 'Die Anmelderichtlinie lässt so niemanden hinein. Fragen Sie Ihren Service-Desk.',
  'problem.code.passkey_known': 'Dieser Passkey wurde schon eingerichtet. Nehmen Sie einen anderen.',
  'problem.code.account_held': 'Dieses Konto gehört hier schon einer anderen Person.',
  'problem.code.account_locked': 'Das Konto ist in seinem Verzeichnis gesperrt.',
  'problem.code.account_settled': 'Dieses Konto ist so, wie die Rollen es wollen; es gibt nichts zu wiederholen.',
  'problem.code.already_decided': 'Sie haben darüber schon entschieden.',
  'problem.code.already_requested': 'Für diese Rolle gibt es schon einen offenen Antrag.',
  'problem.code.answer_too_large': 'Die Gegenseite hat mehr gesendet, als sie sollte.',
  'problem.code.app_built_in': 'Hallpass selbst braucht keine Verbindung und lässt sich hier nicht ändern.',
  'problem.code.app_busy': 'Die App bittet um eine Pause. Versuchen Sie es gleich erneut.',
  'problem.code.app_denied':
    'Die Anmelderegeln lassen niemanden auf diesem Weg in diese App. Fragen Sie den Service Desk.',
  'problem.code.app_not_automated': 'Diese App hat keine automatische Verbindung. Richten Sie zuerst eine ein.',
  'problem.code.app_not_found': 'Diese App gibt es nicht.',
  'problem.code.app_refused': 'Sie haben gerade keinen Zugang zu dieser App. Beantragen Sie ihn im Katalog.',
  'problem.code.app_retired': 'Diese App ist stillgelegt und lässt sich nicht ändern.',
  'problem.code.app_without_address':
    'Diese App hat noch keine Anmeldeadresse. Bitten Sie die Administration, sie einzutragen.',
  'problem.code.beyond_desk': 'Für Administration, Revision und Service Desk darf das nur die Administration tun.',
  'problem.code.body_too_large': 'Das ist größer, als hier angenommen wird.',
  'problem.code.case_changed':
    'Jemand hat diesen Fall inzwischen geändert. Laden Sie ihn neu und wiederholen Sie Ihre Änderung.',
  'problem.code.case_no_change': 'Das ist schon so.',
  'problem.code.case_not_found': 'Diesen Fall gibt es nicht.',
  'problem.code.case_not_in_hand': 'Übernehmen Sie zuerst den Fall.',
  'problem.code.case_not_settled': 'Dieser Fall ist nicht erledigt.',
  'problem.code.case_not_yours': 'Diesen Fall hat jemand anderes. Übernehmen Sie ihn zuerst.',
  'problem.code.case_own_case': 'Niemand bearbeitet einen Fall über sich selbst.',
  'problem.code.case_settled': 'Dieser Fall ist erledigt. Öffnen Sie ihn zuerst wieder.',
  'problem.code.client_has_keys': 'Diese App weist sich mit eigenen Schlüsseln aus und hat kein Geheimnis.',
  'problem.code.client_is_public': 'Diese App ist als eine eingerichtet, die kein Geheimnis hält.',
  'problem.code.client_secrets_too_many': 'Zu viele Geheimnisse vor diesem gelten noch. Beenden Sie sie zuerst.',
  'problem.code.comment_forbidden': 'Die Revision liest mit; sie nimmt nicht teil.',
  'problem.code.comparison_busy': 'Ein Abgleich dieser App ist eben zu Ende gegangen. Versuchen Sie es erneut.',
  'problem.code.csrf_failed': 'Diese Seite ist veraltet. Laden Sie sie neu und versuchen Sie es dann erneut.',
  'problem.code.current_password_wrong': 'Das jetzige Passwort stimmt nicht.',
  'problem.code.database_unavailable':
    'Der Dienst erreicht gerade seine Datenbank nicht. Versuchen Sie es in Kürze erneut.',
  'problem.code.decided_other_stage':
    'Sie haben schon einer anderen Stufe zugestimmt; über diese muss jemand anderes entscheiden.',
  'problem.code.desk_beyond_desk':
    'Dem Service Desk und der Administration hilft der Service Desk nicht; einen anderen Weg beschreibt die Anleitung.',
  'problem.code.desk_not_active': 'Diese Person ist deaktiviert oder nicht mehr da.',
  'problem.code.desk_not_yours': 'Übernehmen Sie zuerst den Fall.',
  'problem.code.desk_own_case': 'Niemand weist etwas für sich selbst nach.',
  'problem.code.desk_protected': 'Dieses Konto ist geschützt: Hallpass setzt es nicht zurück.',
  'problem.code.desk_paused':
    'Die Administration hat das Verzeichnis dieser Person angehalten: Nichts wird darin geändert.',
  'problem.code.self_service_tries_used': 'Es wurden zu viele falsche Codes eingegeben.',
  'problem.code.self_service_no_proof':
    'Es gab nichts, womit sich beweisen ließe, wer es ist: keine Adresse, die zählt, und keinen Faktor.',
  'problem.code.self_service_address_rests':
    'Die Adresse hat sich vor kurzem geändert und empfängt erst Codes, wenn sie einige Tage gleich geblieben ist.',
  'problem.code.self_service_no_second_proof': 'Ein Beweis war da, und für den zweiten gab es nichts.',
  'problem.code.self_service_abandoned': 'Ein Code wurde geschickt, und niemand machte damit weiter.',
  'problem.code.desk_person_gone': 'Die Person ist nicht mehr in ihrem Verzeichnis, oder es wurde entfernt.',
  'problem.code.desk_settled': 'Dieser Fall ist erledigt. Öffnen Sie ihn zuerst wieder.',
  'problem.code.directory_busy': 'Das Verzeichnis ist beschäftigt. Versuchen Sie es gleich erneut.',
  'problem.code.directory_kept':
    'Hier liegen die Konten, die auch ohne alle anderen Verzeichnisse gehen. Es wird nie angehalten oder entfernt.',
  'problem.code.directory_changed':
    'Jemand hat dieses Verzeichnis inzwischen geändert. Laden Sie es neu und wiederholen Sie Ihre Änderung.',
  'problem.code.directory_kind_fixed':
    'Die Art eines Verzeichnisses lässt sich nicht ändern. Fügen Sie stattdessen ein anderes hinzu.',
  'problem.code.directory_not_paused': 'Halten Sie das Verzeichnis zuerst an. Dabei geht nichts verloren.',
  'problem.code.directory_name_taken': 'Ein anderes Verzeichnis heißt schon so. Wählen Sie einen anderen Namen.',
  'problem.code.directory_not_found': 'Dieses Verzeichnis gibt es nicht.',
  'problem.code.directory_paused':
    'Die Administration hat dieses Verzeichnis angehalten: Niemand meldet sich damit an, und nichts wird darin geändert, bis es weitergeht.',
  'problem.code.directory_removing': 'Dieses Verzeichnis wird entfernt. Daran ändert sich nichts mehr.',
  'problem.code.not_your_own_directory':
    'Sie melden sich selbst mit diesem Verzeichnis an. Bitten Sie jemanden aus der Administration, der in einem anderen ist.',
  'problem.code.removal_changed':
    'In diesem Verzeichnis sind nicht mehr so viele Personen. Sehen Sie noch einmal nach und bestätigen Sie dann.',
  'problem.code.decision_paused':
    'Die Administration hat das Verzeichnis von jemandem angehalten, auf dem das beruht. Bis es weitergeht, lässt es sich ablehnen, aber nicht genehmigen.',
  'problem.code.directory_stale':
    'Das Verzeichnis antwortet seit einer Weile nicht, darum kann gerade nichts entschieden werden. Versuchen Sie es in ein paar Minuten erneut.',
  'problem.code.directory_unknown': 'Dieses Verzeichnis gibt es nicht.',
  'problem.code.enrolment_only': 'Fügen Sie zuerst einen zweiten Faktor hinzu; melden Sie sich dann damit an.',
  'problem.code.entity_id_taken': 'Eine andere App hat diese Entity-ID.',
  'problem.code.entry_not_found': 'Diesen Eintrag gibt es im Protokoll nicht.',
  'problem.code.extension_not_possible': 'Dieser Zugang lässt sich nicht verlängern.',
  'problem.code.extension_not_possible.ended': 'Dieser Zugang ist zu Ende. Beantragen Sie ihn stattdessen neu.',
  'problem.code.extension_not_possible.pending': 'Dieser Zugang wird noch eingerichtet.',
  'problem.code.extension_not_possible.no_end': 'Dieser Zugang hat kein Ende.',
  'problem.code.extension_not_possible.role_unused': 'Diese Rolle wird nicht mehr verwendet.',
  'problem.code.factor_not_found': 'Diesen Faktor haben Sie nicht mehr.',
  'problem.code.factor_not_offered': 'Das lässt sich hier nicht hinzufügen.',
  'problem.code.factor_refused': 'Das hat nicht geklappt. Versuchen Sie es erneut oder wählen Sie einen anderen Weg.',
  'problem.code.factor_wanted': 'Das Passwort allein genügt hier nicht. Benutzen Sie Ihren zweiten Faktor.',
  'problem.code.grant_ended': 'Das ist schon zu Ende.',
  'problem.code.grant_not_found': 'Diesen Zugang gibt es nicht.',
  'problem.code.group_not_found': 'Diese Gruppe gibt es nicht.',
  'problem.code.group_unknown': 'Diese Gruppe gibt es nicht.',
  'problem.code.insufficient_user_authentication':
    'Bestätigen Sie, dass Sie es sind, und versuchen Sie es dann erneut.',
  'problem.code.intent_not_open': 'Der Ausgang dieses Schreibens steht schon fest. Laden Sie die Liste neu.',
  'problem.code.internal_error':
    'Bei uns ist etwas schiefgegangen. Versuchen Sie es erneut, und nennen Sie die Referenz, wenn es bleibt.',
  'problem.code.invite_impossible': 'Diese Person kann nicht eingeladen werden.',
  'problem.code.invite_impossible.not_active':
    'Nur aktive Personen können eingeladen werden. Aktivieren Sie die Person zuerst.',
  'problem.code.invite_impossible.no_mail': 'Es gibt keine Mailadresse für den Link. Tragen Sie zuerst eine ein.',
  'problem.code.invite_impossible.kept_elsewhere':
    'Diese Person bekommt ihr erstes Passwort dort, wo ihr Verzeichnis geführt wird.',
  'problem.code.invite_impossible.has_password':
    'Diese Person hat schon ein Passwort. „Vergessen oder gesperrt?“ auf der Anmeldeseite gibt ein neues.',
  'problem.code.job_not_found': 'Diese Aufgabe gibt es nicht mehr: Sie wurde erledigt oder anderswo wiederholt.',
  'problem.code.last_administrator':
    'Das ist die letzte Administration. Geben Sie die Rolle zuerst einer anderen Person.',
  'problem.code.login_taken': 'In diesem Verzeichnis hat schon jemand diesen Anmeldenamen.',
  'problem.code.message_not_sent':
    'Die Nachricht konnte gerade nicht gesendet werden. Versuchen Sie es erneut oder auf einem anderen Weg.',
  'problem.code.metadata_unusable': 'Die Metadaten lassen sich nicht verwenden.',
  'problem.code.more_proof_impossible':
    'Dieses Konto verlangt einen weiteren Nachweis, und gerade kann ihn nichts geben. Rufen Sie den Service Desk an.',
  'problem.code.name_held':
    'Diese App kennt unter Ihrem Namen jemand anderes, vielleicht jemanden, der nicht mehr hier ist. Die Administration kann den Namen auf der Seite der App freigeben oder sagen, dass es Ihrer ist.',
  'problem.code.name_too_long':
    'Wonach diese App Sie kennen soll, ist länger, als ein Name sein darf. Bitten Sie die Administration, die Einstellungen der App anzusehen.',
  'problem.code.own_name': 'Dass ein Name Ihrer ist, muss jemand anderes aus der Administration sagen.',
  'problem.code.names_changed':
    'Es sind andere Namen, als gezeigt wurden. Laden Sie die Seite neu und wiederholen Sie die Änderung.',
  'problem.code.person_still_here':
    'Diese Person ist noch hier, also behält sie ihre Namen. Geben Sie einzelne Namen auf der Seite der App frei.',
  'problem.code.name_shared':
    'Jemand anderes hier hätte in dieser App denselben Namen, und sie könnte Sie nicht unterscheiden. Bitten Sie den Service Desk, einen der beiden zu ändern, oder die Administration, auf der Seite der App zu sagen, wessen Name es ist.',
  'problem.code.name_missing':
    'In Ihrem Verzeichnis fehlt, woran diese App Personen erkennt, oft die Mailadresse. Bitten Sie den Service Desk, sie einzutragen.',
  'problem.code.name_not_held':
    'Die App kennt diese Person nicht mehr unter diesem Namen. Laden Sie die Seite neu und wiederholen Sie Ihre Änderung.',
  'problem.code.never_for_privileged': 'Für privilegierte Personen werden keine Punkte erlassen.',
  'problem.code.no_longer_approver': 'Diese Entscheidung liegt nicht mehr bei Ihnen.',
  'problem.code.no_such_candidate': 'Wählen Sie eines der Konten, die die Aufgabe nennt.',
  'problem.code.not_an_agent': 'Ein Fall geht an ein aktives Mitglied des Service Desk.',
  'problem.code.not_approver': 'Dieser Antrag wartet nicht auf Sie.',
  'problem.code.not_found': 'Unter dieser Adresse ist nichts.',
  'problem.code.not_in_built_in_directory': 'Diese Person gehört zu einem anderen Verzeichnis und wird dort verwaltet.',
  'problem.code.not_in_directory': 'Das Verzeichnis kennt diese Person nicht mehr.',
  'problem.code.not_oneself':
    'Sie können sich nicht selbst deaktivieren. Bitten Sie jemand anderen aus der Administration.',
  'problem.code.not_own_request': 'Zurückziehen kann einen Antrag nur, wer ihn gestellt hat.',
  'problem.code.not_your_task':
    'Dass diese Aufgabe erledigt ist, kann nur sagen, wem sie gehört, oder die Administration.',
  'problem.code.nothing_to_override': 'Die Punkte sind schon erreicht: Es gibt nichts zu erlassen.',
  'problem.code.oidc_not_set_up': 'Diese App ist noch nicht für OpenID Connect eingerichtet.',
  'problem.code.outcome_needs_second_agent': 'Das wartet auf die Zustimmung einer zweiten Person vom Service Desk.',
  'problem.code.outcome_not_pending': 'Nichts wartet auf eine zweite Person vom Service Desk.',
  'problem.code.outcome_not_proven': 'Es ist zu wenig nachgewiesen, um etwas zu senden.',
  'problem.code.outcome_pending_other':
    'Etwas anderes wartet darauf, an diese Person gesendet zu werden. Es muss zuerst gesendet oder abgelehnt werden.',
  'problem.code.outcome_too_early': 'Die Person hat noch Zeit zu widersprechen. Es kann später gesendet werden.',
  'problem.code.own_account':
    'Welches Konto Ihnen gehört, muss jemand anderes sagen. Bitten Sie die Administration, diese Aufgabe weiterzugeben.',
  'problem.code.own_account_made':
    'Sie haben dieses Konto angelegt, darum muss zuerst jemand anderes aus der Administration zustimmen.',
  'problem.code.own_policy':
    'Eine Änderung muss jemand anderes aus der Administration bestätigen als die Person, die sie gemacht hat.',
  'problem.code.own_sign_on_change':
    'Sie haben geändert, was diese App über Personen erfährt, oder diesen Namen freigegeben. Bevor Sie selbst dort angemeldet werden, muss jemand anderes aus der Administration die Einstellungen speichern oder den Namen ebenfalls freigeben; gibt es sonst niemanden, dauert es einen Tag.',
  'problem.code.own_request': 'Niemand entscheidet über den eigenen Antrag.',
  'problem.code.own_unlock':
    'Niemand entsperrt sich selbst. Nutzen Sie „Vergessen oder gesperrt“, oder bitten Sie jemand anderen aus der Administration.',
  'problem.code.owner_not_active': 'Wählen Sie jemanden, der aktiv ist.',
  'problem.code.pass_impossible': 'An diese Person kann nichts gesendet werden.',
  'problem.code.pass_impossible.not_active': 'Nur aktive Personen können einen Link oder einen Pass bekommen.',
  'problem.code.pass_impossible.unknown_address': 'Diese Adresse hat die Person nicht.',
  'problem.code.password_rejected': 'Das Verzeichnis nimmt dieses Passwort nicht an. Wählen Sie ein anderes.',
  'problem.code.person_not_active': 'Diese Person ist in ihrem Verzeichnis deaktiviert und kann keine Rolle bekommen.',
  'problem.code.person_not_found': 'Diese Person gibt es nicht.',
  'problem.code.person_unknown': 'Diese Person gibt es nicht.',
  'problem.code.policy_changed':
    'Jemand hat diese Richtlinie inzwischen geändert. Laden Sie sie neu und wiederholen Sie Ihre Änderung.',
  'problem.code.policy_not_found': 'Diese Gruppe hat keine eigenen Regeln.',
  'problem.code.prompt_not_found': 'Dieser Code ist hier nicht oder nicht mehr bekannt. Bitten Sie um einen neuen.',
  'problem.code.proof_not_started':
    'Dieser Nachweis wurde nicht begonnen, oder seine Zeit ist vorbei. Beginnen Sie ihn neu.',
  'problem.code.proof_unavailable': 'Dieser Nachweis geht bei dieser Person nicht.',
  'problem.code.proof_unavailable.behind_password':
    'Das öffnet sich mit eben dem verlorenen Passwort oder gehört mehreren Personen.',
  'problem.code.proof_unavailable.shared': 'Das gehört mehreren Personen.',
  'problem.code.proof_unavailable.changed_lately': 'Das wurde in den letzten Tagen geändert und beweist noch nichts.',
  'problem.code.proof_unavailable.self_written': 'Diese Nummer darf man selbst eintragen, allein mit dem Passwort.',
  'problem.code.proof_unavailable.no_number': 'Das Verzeichnis kennt keine Nummer dieser Person.',
  'problem.code.proof_unavailable.no_address': 'Das Verzeichnis kennt keine Adresse dieser Person.',
  'problem.code.proof_unavailable.no_factor': 'Diese Person hat weder App noch Passkey noch Gerät, um zu antworten.',
  'problem.code.proof_unavailable.no_manager': 'Das Verzeichnis nennt keine Führungskraft.',
  'problem.code.proof_unavailable.manager_unreachable': 'Die Führungskraft ist nicht zu erreichen.',
  'problem.code.proof_unavailable.manager_is_agent': 'Die Führungskraft gehört zum Service Desk.',
  'problem.code.proof_unavailable.manager_stale': 'Das Verzeichnis der Führungskraft antwortet seit einer Weile nicht.',
  'problem.code.removals_changed':
    'Die Zahl der zurückgehaltenen Personen ist nicht mehr diese. Sehen Sie noch einmal nach und bestätigen Sie dann.',
  'problem.code.reminded_recently': 'Eine Erinnerung ging vor Kurzem hinaus. Warten Sie etwas.',
  'problem.code.request_cancelled': 'Dieser Antrag wurde zurückgezogen.',
  'problem.code.request_denied': 'Dieser Antrag wurde schon abgelehnt.',
  'problem.code.request_fulfilled': 'Dieser Antrag ist schon erfüllt.',
  'problem.code.request_fulfilling': 'Dieser Antrag ist schon genehmigt; der Zugang wird eingerichtet.',
  'problem.code.request_not_found': 'Diesen Antrag gibt es nicht.',
  'problem.code.request_waiting':
    'Dieser Antrag ist weitergegangen und wartet nicht mehr auf diese Entscheidung. Laden Sie ihn neu.',
  'problem.code.role_built_in':
    'Was eine Rolle von Hallpass selbst trägt, lässt sich nicht ändern, und stilllegen lässt sie sich auch nicht.',
  'problem.code.role_not_found': 'Diese Rolle gibt es nicht.',
  'problem.code.role_required': 'Das ist für Ihre Rolle nicht vorgesehen.',
  'problem.code.role_retired': 'Diese Rolle ist stillgelegt.',
  'problem.code.saml_not_set_up': 'Diese App ist noch nicht für SAML eingerichtet.',
  'problem.code.second_agent_wanted': 'Das braucht jemanden vom Service Desk, der an diesem Fall nicht beteiligt war.',
  'problem.code.secret_required':
    'Geben Sie das Bind-Passwort ein: Es wird gebraucht, weil sich geändert hat, wo und als wer sich Hallpass anmeldet.',
  'problem.code.client_secret_required':
    'Adresse oder Client haben sich geändert: Geben Sie das Geheimnis neu ein, damit das alte nicht an einen neuen Ort geht.',
  'problem.code.servicenow_connection_changed':
    'Jemand hat diese Verbindung inzwischen geändert. Laden Sie die Seite neu, dann ändern Sie noch einmal.',
  'problem.code.servicenow_connected_already': 'Hallpass ist mit dieser Instanz schon verbunden.',
  'problem.code.servicenow_connection_used':
    'Aus dieser Instanz kam schon etwas, und das Protokoll dazu nennt sie. Halten Sie die Verbindung stattdessen an.',
  'problem.code.servicenow_login_refused':
    'ServiceNow hat den Administrator nicht eingelassen. Prüfen Sie Benutzername und Passwort; ein Konto mit zweitem Faktor lässt sich hier nicht verwenden.',
  'problem.code.servicenow_address_wrong':
    'Unter dieser Adresse ist keine Instanz, oder eine, die schläft. Prüfen Sie sie.',
  'problem.code.servicenow_silent':
    'ServiceNow hat nicht geantwortet. Nichts ist halb geschehen: Versuchen Sie es noch einmal, dann geht es weiter.',
  'problem.code.servicenow_set_up_running':
    'Diese Instanz wird gerade eingerichtet. Warten Sie, bis das geschehen ist.',
  'problem.code.servicenow_other_app': 'Die Assertions dieser App gehen an keine Instanz von ServiceNow.',
  'problem.code.servicenow_name_unfit':
    'ServiceNow sucht Personen nach Login oder Mailadresse. Benennen Sie sie oben zuerst mit {login} oder {mail}.',
  'problem.code.servicenow_other_instance':
    'Unter dieser Adresse antwortet eine andere Instanz als die verbundene. Dort wurde nichts geschrieben. Ist das so gewollt, vergessen Sie zuerst die alte Instanz.',
  'problem.code.not_an_app': 'Das ist nicht die gepackte App. Wählen Sie die .zip-Datei, die der Befehl erzeugt.',
  'problem.code.session_not_found': 'Diese Sitzung gibt es nicht, oder sie ist schon zu Ende.',
  'problem.code.settings_changed':
    'Jemand hat diese Einstellungen inzwischen geändert. Laden Sie sie neu und wiederholen Sie Ihre Änderung.',
  'problem.code.sign_in_required': 'Melden Sie sich zuerst an.',
  'problem.code.sign_on_expired':
    'Diese Anmeldung dauerte zu lange oder wurde schon benutzt. Beginnen Sie noch einmal in der App.',
  'problem.code.starts_at_app': 'Die Anmeldung an dieser App beginnt in der App selbst.',
  'problem.code.strong_proof_missing':
    'Punkte werden nur neben einem Nachweis über etwas erlassen, das die Person hat, oder neben einer Bürgschaft.',
  'problem.code.task_closed': 'Diese Aufgabe ist nicht mehr offen.',
  'problem.code.task_not_found': 'Diese Aufgabe gibt es nicht.',
  'problem.code.template_not_found': 'Diese Vorlage gibt es nicht.',
  'problem.code.temporarily_unavailable': 'Das ging gerade nicht. Versuchen Sie es gleich erneut.',
  'problem.code.token_required': 'Geben Sie das Token erneut ein: Es ginge an eine andere Adresse als bisher.',
  'problem.code.too_many_requests':
    'Das waren viele Versuche. Warten Sie eine Minute und versuchen Sie es dann erneut.',
  'problem.code.tries_used_up': 'Zu viele falsche Versuche. Warten Sie vor dem nächsten.',
  'problem.code.unreachable': 'Die Gegenseite hat nicht rechtzeitig geantwortet.',
  'problem.code.vouch_not_found': 'Hier gibt es nichts zu bürgen.',

  'problem.field.too_short':
    '{minLength, select, none {Das Passwort ist zu kurz.} other {Das Passwort braucht mindestens {minLength} Zeichen.}}',
  'problem.field.too_long':
    '{maxLength, select, none {Das Passwort ist zu lang.} other {Das Passwort darf höchstens {maxLength} Zeichen haben.}}',
  'problem.field.used_before': 'Dieses Passwort hatten Sie schon einmal. Wählen Sie ein anderes.',
  'problem.field.too_common':
    'Dieses Passwort steht auf Listen, die Angreifer zuerst probieren. Wählen Sie ein anderes.',
  'problem.field.contains_name': 'Das Passwort enthält Ihren Namen oder Anmeldenamen. Wählen Sie eines ohne.',
  'problem.field.contains_company_word': 'Das Passwort ist kaum mehr als ein Wort Ihrer Firma. Wählen Sie ein anderes.',
  'problem.field.too_simple': 'Das Verzeichnis findet dieses Passwort zu einfach. Machen Sie es länger oder bunter.',
  'problem.field.too_soon':
    '{notBefore, select, none {Das Passwort wurde vor Kurzem geändert und kann noch nicht wieder geändert werden.} other {Das Passwort wurde vor Kurzem geändert. Wieder ändern können Sie es ab {notBefore}.}}',
  'problem.field.current_wrong': 'Das jetzige Passwort stimmt nicht.',
  'problem.field.not_changeable':
    'Das Verzeichnis lässt Sie dieses Passwort nicht selbst ändern. Benutzen Sie „Vergessen oder gesperrt?“ oder fragen Sie den Service Desk.',
  'problem.field.refused':
    'Das Verzeichnis lehnt dieses Passwort ab. Wählen Sie ein längeres, das Sie noch nie hatten.',
}
