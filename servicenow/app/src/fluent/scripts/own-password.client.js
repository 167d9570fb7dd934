api.controller = function () {
  // Nothing is chosen by itself that is not shown as chosen, and nothing stays so that is no longer offered.
  var kindOf = (page, chosen) => (page.offers.find(({ kind }) => kind === chosen) ?? page.offers[0])?.kind ?? ''
  this.form = { kind: kindOf(this.data.page), code: '', password: '', repeat: '' }
  this.busy = false

  this.send = (action) => {
    this.busy = true
    var page = this.data.page
    var input = { action: action, requestId: page.requestId }
    if (action === 'answer') {
      input.kind = this.form.kind
      input.code = this.form.code
    }
    if (action === 'set') input.newPassword = this.form.password
    this.server.get(input).then((response) => {
      this.data.page = response.data.page
      this.form.kind = kindOf(this.data.page, this.form.kind)
      this.form.code = ''
      if (this.data.page.state === 'done') this.form.password = this.form.repeat = ''
      this.busy = false
    })
  }

  // What was typed or said about one way is nothing to another.
  this.changed = () => {
    this.form.code = this.data.page.message = ''
  }

  // A code or a prompt of these kinds is sent first, on an answer with nothing in it.
  this.isSent = () => ['mail_code', 'push', 'sms'].includes(this.form.kind)

  this.differs = () => this.form.repeat !== '' && this.form.password !== this.form.repeat
}
