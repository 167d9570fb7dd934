;(function execute(inputs, outputs) {
  // A reference arrives as a record, or as its sys_id where a tester typed one.
  var requestId = String(inputs.request.getUniqueValue ? inputs.request.getUniqueValue() : inputs.request)
  var answer = new x_hlps_access.HallpassDoor().door.lockState(requestId)
  outputs.status = answer.status
  outputs.message = answer.message
  outputs.locked = answer.locked
})(inputs, outputs)
