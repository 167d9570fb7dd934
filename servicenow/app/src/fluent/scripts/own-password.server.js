;(() => {
  // Who it is comes from the session; the password is passed on and kept nowhere.
  data.page = new x_hlps_access.HallpassDoor().door.ownPassword(gs.getUserID(), input || {})
  data.text = {
    title: gs.getMessage('x_hlps_access.page_title'),
    confirm: gs.getMessage('x_hlps_access.challenge_needed'),
    code: gs.getMessage('x_hlps_access.page_code'),
    check: gs.getMessage('x_hlps_access.page_check'),
    send: gs.getMessage('x_hlps_access.page_send'),
    look: gs.getMessage('x_hlps_access.page_look'),
    password: gs.getMessage('x_hlps_access.page_password'),
    repeat: gs.getMessage('x_hlps_access.page_repeat'),
    differ: gs.getMessage('x_hlps_access.page_differ'),
    set: gs.getMessage('x_hlps_access.page_set'),
    go: gs.getMessage('x_hlps_access.page_go'),
    signedOut: gs.getMessage('x_hlps_access.page_signed_out'),
  }
})()
