api.controller = function () {
  this.form = { kind: '', code: '', password: '', repeat: '' }
  this.busy = false

  this.send = (action) => {
    this.busy = true
    var page = this.data.page
    var input = { action: action, requestId: page.requestId }
    if (action === 'answer') {
      input.kind = this.kind()
      input.code = this.form.code
    }
    if (action === 'set') input.newPassword = this.form.password
    this.server.get(input).then((response) => {
      this.data.page = response.data.page
      this.form.code = ''
      if (this.data.page.state === 'done') this.form.password = this.form.repeat = ''
      this.busy = false
    })
  }

  this.kind = () => this.form.kind || this.data.page.offers[0]?.kind

  // A code or a prompt of these kinds is sent first, on an answer with nothing in it.
  this.isSent = () => ['mail_code', 'push', 'sms'].includes(this.kind())

  this.differs = () => this.form.repeat !== '' && this.form.password !== this.form.repeat
}
