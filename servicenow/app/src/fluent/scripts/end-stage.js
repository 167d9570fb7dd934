;(function execute(inputs, outputs) {
  var answer = new x_hlps_access.HallpassDoor().door.endStage(String(inputs.stage), String(inputs.approval_state))
  outputs.approved = answer.approved
})(inputs, outputs)
