/**
 * Extension point `verification_form_processor` of ServiceNow's Password Reset. `params` carries resetRequestId, userId
 * and verificationId; the form has one field for each way to confirm that Hallpass offers, and who has a second factor
 * fills two. The decision is Hallpass': this only passes on what was typed.
 */
var HallpassVerification = Class.create()
HallpassVerification.prototype = {
  category: 'password_reset.extension.verification_form_processor',
  kinds: ['totp', 'push', 'sms', 'recovery_code', 'passkey'],

  initialize: function () {
    this.door = new x_hlps_access.HallpassDoor().door
  },

  processForm: function (params, request) {
    var requestId = String(params.resetRequestId)
    var challenge = this.door.lookAtChallenge(requestId)
    if (challenge.state === 'unavailable') challenge = this.door.startChallenge(requestId)
    for (const kind of this.kinds) {
      const code = String(request.getParameter(`sysparm_hallpass_${kind}`) || '')
      if (code !== '' && challenge !== null && challenge.state === 'waiting') {
        challenge = this.door.answerChallenge(requestId, kind, code)
      }
    }
    return challenge !== null && challenge.state === 'proven'
  },

  type: 'HallpassVerification',
}
