/**
 * Extension point `verification_form_processor` of ServiceNow's Password Reset. `params` carries resetRequestId, userId
 * and verificationId; the form has one field for each way to confirm by a code, and who has a second factor fills two.
 * Sent with nothing typed, it has a code mailed and a prompt sent to the phone: to whom, only Hallpass knows. The
 * decision is Hallpass': this only passes on what was typed.
 */
var HallpassVerification = Class.create()
HallpassVerification.prototype = {
  category: 'password_reset.extension.verification_form_processor',
  kinds: ['mail_code', 'totp', 'recovery_codes'],
  sent: ['mail_code', 'push'],

  initialize: function () {
    this.door = new x_hlps_access.HallpassDoor().door
  },

  processForm: function (params, request) {
    var requestId = String(params.resetRequestId)
    var challenge = this.door.lookAtChallenge(requestId)
    if (challenge.state === 'unavailable') challenge = this.door.startChallenge(requestId)
    var isEmpty = true
    for (const kind of this.kinds) {
      const code = String(request.getParameter(`sysparm_hallpass_${kind}`) || '').trim()
      if (code !== '') isEmpty = false
      if (code !== '' && challenge !== null && challenge.state === 'waiting') {
        challenge = this.door.answerChallenge(requestId, kind, code)
      }
    }
    if (isEmpty && challenge !== null && challenge.state === 'waiting') {
      for (const kind of this.sent) challenge = this.door.answerChallenge(requestId, kind, '')
    }
    return challenge !== null && challenge.state === 'proven'
  },

  type: 'HallpassVerification',
}
