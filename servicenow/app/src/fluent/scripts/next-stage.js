;(function execute(inputs, outputs) {
  outputs.kind = new x_hlps_access.HallpassDoor().door.nextStage(String(inputs.item))
})(inputs, outputs)
