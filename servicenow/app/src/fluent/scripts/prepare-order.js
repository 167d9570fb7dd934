;(function execute(inputs, outputs) {
  var answer = new x_hlps_access.HallpassDoor().door.prepareOrder(String(inputs.item))
  outputs.next = answer.next
  outputs.call = answer.call
})(inputs, outputs)
