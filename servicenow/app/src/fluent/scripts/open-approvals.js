;(function execute(inputs, outputs) {
  var answer = new x_hlps_access.HallpassDoor().door.openApprovals(String(inputs.item))
  outputs.outcome = answer.outcome
  outputs.message = answer.message
})(inputs, outputs)
