;(function execute(inputs, outputs) {
  var answer = new x_hlps_access.HallpassDoor().door.finishOrder(
    String(inputs.item),
    String(inputs.opened),
    String(inputs.message),
  )
  outputs.outcome = answer.outcome
  outputs.message = answer.message
  outputs.note = answer.note
  outputs.state = answer.state
  outputs.group = answer.group
})(inputs, outputs)
