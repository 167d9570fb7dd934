/**
 * What catalog client scripts stand on in the browser: `g_form` and `GlideAjax`, as far as they are here. What is not
 * here fails loudly, with the name of the script.
 */
export const formScript = `
const form = document.querySelector('form[data-item]')
const token = form.elements.sysparm_ck.value
const placeOf = (name) => {
  const place = form.querySelector('[data-question="' + CSS.escape(name) + '"]')
  if (!place) throw new Error('The form has no question ' + name)
  return place
}
const inputsOf = (name) => [...placeOf(name).querySelectorAll('[name="' + CSS.escape(name) + '"]')]
const isTicked = (input) => input.type === 'checkbox' || input.type === 'radio'
const message = (text, kind) => {
  const line = document.createElement('p')
  line.className = 'note small'
  line.dataset.message = kind
  line.textContent = text
  return line
}
const say = (text, kind) => form.querySelector('.form-messages').append(message(text, kind))
const g_form = {
  getValue(name) {
    const inputs = inputsOf(name)
    if (!inputs.some(isTicked)) return inputs[0] ? inputs[0].value : ''
    return inputs.filter((one) => one.checked).map((one) => one.value).join(',')
  },
  setValue(name, value) {
    const inputs = inputsOf(name)
    const chosen = String(value).split(',')
    for (const one of inputs) {
      if (isTicked(one)) one.checked = chosen.includes(one.value)
      else one.value = value
    }
    inputs[0]?.dispatchEvent(new Event('change', { bubbles: true }))
  },
  showFieldMsg(name, text, kind) {
    const place = placeOf(name)
    if (!place.querySelector('[data-messages]')) {
      const box = Object.assign(document.createElement('div'), { role: 'status' })
      box.dataset.messages = ''
      place.append(box)
    }
    place.querySelector('[data-messages]').append(message(text, kind || 'info'))
  },
  hideFieldMsg(name, clearAll) {
    const lines = [...placeOf(name).querySelectorAll('[data-messages] > p')]
    for (const line of clearAll ? lines : lines.slice(-1)) line.remove()
  },
  addInfoMessage: (text) => say(text, 'info'),
  addErrorMessage: (text) => say(text, 'error'),
  clearMessages: () => form.querySelector('.form-messages').replaceChildren(),
}
class GlideAjax {
  constructor(processor) {
    this.parameters = new URLSearchParams({ sysparm_processor: processor })
  }
  addParam(name, value) {
    this.parameters.set(name, value)
  }
  getXMLAnswer(take) {
    this.getXML((answer) => take(answer.responseXML.documentElement.getAttribute('answer')))
  }
  async getXML(take) {
    const answer = await fetch('/xmlhttp.do', { method: 'POST', body: this.parameters, headers: { 'x-usertoken': token } })
    if (!answer.ok) return console.error('GlideAjax ' + this.parameters.get('sysparm_processor') + ': ' + answer.status)
    take({ responseXML: new DOMParser().parseFromString(await answer.text(), 'text/xml') })
  }
}
const scripts = []
const run = ({ name }, act) => {
  try {
    return act()
  } catch (error) {
    say(form.dataset.failed.replace('{0}', name).replace('{1}', error.message), 'error')
  }
}
const catalogForm = {
  add(about, make) {
    const script = { ...about, act: run(about, () => make(g_form, GlideAjax)) }
    scripts.push(script)
    if (!script.act) return
    if (script.kind === 'onLoad') run(script, script.act)
    // A question that is answered already has changed, as far as its script is told.
    if (script.kind === 'onChange') {
      const value = run(script, () => g_form.getValue(script.variable))
      if (value) run(script, () => script.act(null, '', value, true))
    }
  },
}
window.catalogForm = catalogForm
form.addEventListener('change', (event) => {
  for (const script of scripts)
    if (script.kind === 'onChange' && script.variable === event.target.name && script.act)
      run(script, () => script.act(event.target, '', g_form.getValue(script.variable), false))
})
form.addEventListener('submit', (event) => {
  for (const script of scripts)
    if (script.kind === 'onSubmit' && script.act && run(script, script.act) === false) event.preventDefault()
})
`
