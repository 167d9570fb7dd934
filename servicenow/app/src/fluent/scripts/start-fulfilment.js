;(function execute(inputs, outputs) {
  var answer = new x_hlps_access.HallpassDoor().door.startFulfilment(String(inputs.item), String(inputs.opened))
  outputs.next = answer.next
  outputs.call = answer.call
})(inputs, outputs)
