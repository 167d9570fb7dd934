;(function execute(inputs, outputs) {
  var answer = new x_hlps_access.HallpassDoor().door.beginStage(String(inputs.stage))
  outputs.go = answer.go
  outputs.kind = answer.kind
})(inputs, outputs)
