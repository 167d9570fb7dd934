/**
 * Draws widgets in the page: a link for each text and directive, all of them looked at anew after whatever may have changed
 * something. An expression that asks something of nothing is nothing, as AngularJS has it.
 */
export const widgetScript = `
const valueOf = (expression, scope) => {
  try {
    return expression.get(scope)
  } catch (error) {
    if (error instanceof TypeError || error instanceof ReferenceError) return undefined
    throw error
  }
}
const shown = (value) => (value === undefined || value === null ? '' : String(value))
/** Names that are nowhere are nothing, and never those of the page. */
const scopeOf = (names) => new Proxy(names, { has: (_names, name) => typeof name === 'string' && !name.startsWith('$'), get: (all, name) => all[name] })

class Widget {
  constructor(place, { expressions, make }) {
    this.expressions = expressions
    this.links = []
    const api = {}
    make(api)
    const controller = { data: JSON.parse(place.dataset.widgetData), options: {}, server: { get: (input) => this.ask(place.dataset.widget, input), update: () => this.ask(place.dataset.widget, controller.data) } }
    if (api.controller && api.controller.length > 0) throw new Error('Not simulated: what the controller wants to be given')
    if (api.controller) api.controller.call(controller)
    this.names = { [place.dataset.controllerAs || 'c']: controller, data: controller.data, options: {} }
    const content = document.getElementById(place.dataset.template).content.cloneNode(true)
    this.linkAll(content, this.names, this.links)
    this.look()
    place.append(content)
  }
  ask(id, input) {
    const token = document.querySelector('input[name=sysparm_ck]').value
    const sent = { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json', 'x-usertoken': token }, body: JSON.stringify(input || {}) }
    const answered = fetch('/api/now/sp/widget/' + id, sent).then((answer) => answer.json()).then(({ result, error }) => {
      if (error) throw new Error(error.message)
      return { data: result.data }
    })
    return { then: (take) => { const after = answered.then(take); after.then(() => this.look()); return after } }
  }
  look() {
    for (const link of [...this.links]) link()
  }
  do(expression, names) {
    valueOf(expression, scopeOf(names))
    this.look()
  }
  linkAll(node, names, links) {
    for (const child of [...node.childNodes]) this.link(child, names, links)
  }
  link(node, names, links) {
    if (node.nodeType === Node.TEXT_NODE) return this.linkText(node.data, names, links, (text) => { if (node.data !== text) node.data = text })
    if (node.nodeType !== Node.ELEMENT_NODE) return
    const taken = (name) => { const text = node.getAttribute(name); node.removeAttribute(name); return text }
    if (node.hasAttribute('ng-repeat')) return this.repeat(node, taken('ng-repeat'), names, links)
    if (node.hasAttribute('ng-if')) return this.linkIf(node, taken('ng-if').trim(), names, links)
    const scope = scopeOf(names)
    const expression = (name) => this.expressions[taken(name).trim()]
    if (node.hasAttribute('ng-disabled')) { const disabled = expression('ng-disabled'); links.push(() => { node.disabled = Boolean(valueOf(disabled, scope)) }) }
    if (node.hasAttribute('ng-value')) { const value = expression('ng-value'); links.push(() => { node.value = shown(valueOf(value, scope)) }) }
    if (node.hasAttribute('ng-click')) { const click = expression('ng-click'); node.addEventListener('click', () => this.do(click, names)) }
    if (node.hasAttribute('ng-submit')) { const submit = expression('ng-submit'); node.addEventListener('submit', (event) => { event.preventDefault(); this.do(submit, names) }) }
    const change = node.hasAttribute('ng-change') ? expression('ng-change') : null
    if (node.hasAttribute('ng-model')) this.linkModel(node, expression('ng-model'), () => change && valueOf(change, scope), scope, links)
    for (const { name, value } of [...node.attributes]) if (value.includes('{{')) this.linkText(value, names, links, (text) => node.setAttribute(name, text))
    this.linkAll(node, names, links)
  }
  linkText(text, names, links, show) {
    if (!text.includes('{{')) return
    const scope = scopeOf(names)
    links.push(() => show(text.replace(/\\{\\{([\\s\\S]*?)\\}\\}/g, (_all, one) => shown(valueOf(this.expressions[one.trim()], scope)))))
  }
  linkModel(node, model, changed, scope, links) {
    const isRadio = node.type === 'radio'
    links.push(() => {
      const value = shown(valueOf(model, scope))
      if (isRadio) node.checked = value !== '' && node.value === value
      else if (node.value !== value) node.value = value
    })
    node.addEventListener(isRadio ? 'change' : 'input', () => { model.set(scope, node.value); changed(); this.look() })
  }
  linkIf(node, text, names, links) {
    const anchor = document.createComment('ng-if')
    node.replaceWith(anchor)
    let there = null
    const own = []
    links.push(() => {
      const isWanted = Boolean(valueOf(this.expressions[text], scopeOf(names)))
      if (isWanted && !there) { there = node.cloneNode(true); own.length = 0; this.link(there, names, own); anchor.after(there) }
      if (!isWanted && there) { there.remove(); there = null; own.length = 0 }
      for (const link of [...own]) link()
    })
  }
  repeat(node, text, names, links) {
    const anchor = document.createComment('ng-repeat')
    node.replaceWith(anchor)
    const [, name, list] = /^\\s*(\\w+)\\s+in\\s+(\\S+)\\s*$/.exec(text)
    let drawn = ''
    let nodes = []
    const own = []
    links.push(() => {
      const items = valueOf(this.expressions[list], scopeOf(names)) || []
      if (drawn !== JSON.stringify(items)) {
        drawn = JSON.stringify(items)
        for (const one of nodes) one.remove()
        own.length = 0
        nodes = items.map((item) => { const one = node.cloneNode(true); this.link(one, { ...names, [name]: item }, own); return one })
        anchor.after(...nodes)
      }
      for (const link of [...own]) link()
    })
  }
}
window.widgets = {
  add(id, widget) {
    for (const place of document.querySelectorAll('[data-widget="' + id + '"]')) new Widget(place, widget)
  },
}
`
