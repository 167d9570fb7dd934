;(function execute(inputs, outputs) {
  var answer = new x_hlps_access.HallpassDoor().door.beginStage(String(inputs.item))
  outputs.go = answer.go
  outputs.stage = answer.stage
})(inputs, outputs)
