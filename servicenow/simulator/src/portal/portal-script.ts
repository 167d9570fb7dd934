/** What pages do without being loaded again: questions that depend on others, and a tracker that follows. */
export const clientScript = `
for (const form of document.querySelectorAll('form[data-item]')) {
  const dependent = [...form.querySelectorAll('[data-depends]')]
  const refresh = async (changed) => {
    for (const field of dependent) {
      const name = field.dataset.depends
      if (name === changed) continue
      const data = new FormData(form)
      const answers = Object.fromEntries([...data.keys()].filter((key) => key !== 'sysparm_ck').map((key) => [key, data.getAll(key).join(',')]))
      const query = new URLSearchParams({ id: 'options', sys_id: form.dataset.item, variable: name, answers: JSON.stringify(answers) })
      const answer = await fetch('/sp?' + query)
      if (!answer.ok) continue
      show(field, name, await answer.json(), data.getAll(name))
    }
  }
  form.addEventListener('change', (event) => { if (event.target.name) refresh(event.target.name) })
}
function show(field, name, options, chosen) {
  const select = field.querySelector('select')
  if (select) {
    select.replaceChildren(...options.map((one) => new Option(one.label, one.value, false, chosen.includes(one.value))))
    return
  }
  const box = field.querySelector('.options')
  box.replaceChildren(...options.map((one) => {
    const label = Object.assign(document.createElement('label'), { className: 'check' })
    const input = Object.assign(document.createElement('input'), { type: 'checkbox', name, value: one.value, checked: chosen.includes(one.value) })
    const text = document.createElement('span')
    text.append(one.label)
    if (one.hint) text.append(Object.assign(document.createElement('small'), { textContent: one.hint }))
    label.append(input, text)
    return label
  }))
  if (options.length === 0) box.append(Object.assign(document.createElement('p'), { className: 'soft', textContent: field.closest('form').dataset.nothing }))
}
if (document.querySelector('[data-live]')) {
  const again = async () => {
    const answer = await fetch(location.href).catch(() => null)
    if (answer?.ok && !document.querySelector('textarea:focus')) {
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelectorAll('[data-live]')
      document.querySelectorAll('[data-live]').forEach((live, index) => {
        if (next[index] && next[index].innerHTML !== live.innerHTML) live.innerHTML = next[index].innerHTML
      })
    }
    setTimeout(again, 1500)
  }
  setTimeout(again, 1500)
}
`
