/**
 * Extension point `verification_form_processor` of ServiceNow's Password Reset. `params` carries resetRequestId, userId
 * and verificationId; the form carries what the person typed. The decision is Hallpass': this only passes it on.
 */
var HallpassVerification = Class.create()
HallpassVerification.prototype = {
  category: 'password_reset.extension.verification_form_processor',

  initialize: function () {
    this.door = new x_hlps_access.HallpassDoor().door
  },

  processForm: function (params, request) {
    var requestId = String(params.resetRequestId)
    var kind = String(request.getParameter('sysparm_hallpass_kind') || '')
    var code = String(request.getParameter('sysparm_hallpass_code') || '')
    var challenge =
      code === '' ? this.door.lookAtChallenge(requestId) : this.door.answerChallenge(requestId, kind, code)
    if (challenge.state === 'unavailable') this.door.startChallenge(requestId)
    return challenge.state === 'proven'
  },

  type: 'HallpassVerification',
}
