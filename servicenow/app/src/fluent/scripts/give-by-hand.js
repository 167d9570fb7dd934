;(function execute(inputs, outputs) {
  var answer = new x_hlps_access.HallpassDoor().door.giveByHand(
    String(inputs.item),
    String(inputs.message),
    String(inputs.note),
    String(inputs.group),
  )
  outputs.task = answer.task
})(inputs, outputs)
