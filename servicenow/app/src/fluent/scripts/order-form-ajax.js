/** What the order form asks while it is filled in. Who asks is the session's person, whatever the page sends. */
var HallpassOrderForm = Class.create()
HallpassOrderForm.prototype = Object.extendsObject(global.AbstractAjaxProcessor, {
  getHeld: function () {
    var personId = String(this.getParameter('sysparm_requested_for') || '')
    return new x_hlps_access.HallpassDoor().door.heldWords(personId)
  },

  type: 'HallpassOrderForm',
})
