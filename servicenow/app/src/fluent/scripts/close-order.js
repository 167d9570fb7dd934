;(function execute(inputs) {
  new x_hlps_access.HallpassDoor().door.closeOrder(String(inputs.item), String(inputs.state), String(inputs.message))
})(inputs, outputs)
