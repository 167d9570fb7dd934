;(function execute(_inputs, outputs) {
  var answer = new x_hlps_access.HallpassDoor().door.testConnection()
  outputs.status = answer.status
  outputs.message = answer.message
})(inputs, outputs)
