// biome-ignore lint/correctness/noUnusedVariables: the catalog calls it by this name
function onChange(_control, _oldValue, newValue) {
  g_form.hideFieldMsg('apps', true)
  if (!newValue) return
  var ask = new GlideAjax('x_hlps_access.HallpassOrderForm')
  ask.addParam('sysparm_name', 'getHeld')
  ask.addParam('sysparm_requested_for', newValue)
  ask.getXMLAnswer((answer) => {
    if (answer) g_form.showFieldMsg('apps', answer, 'info')
  })
}
