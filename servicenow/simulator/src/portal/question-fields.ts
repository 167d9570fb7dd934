import { layoutTypes, type Variable } from '../catalog/variables.ts'
import type { Service } from '../rest/service.ts'
import { type Html, html } from './html.ts'
import { type Option, optionsOf } from './options.ts'
import type { Visitor } from './page.ts'

const inputTypes: Readonly<Record<string, string>> = {
  9: 'date',
  10: 'datetime-local',
  25: 'password',
  26: 'email',
  27: 'url',
}

/** One question of an order form. */
export async function questionField(
  service: Service,
  variable: Variable,
  answers: Readonly<Record<string, string>>,
  visitor: Visitor,
): Promise<Html | null> {
  const { row, name, type, isMandatory } = variable
  const label = row.question_text ?? name
  if (type === '11' || type === '32') return html`<p><strong>${label}</strong></p>`
  if (layoutTypes.has(type)) return null
  const value = answers[name] ?? ''
  const required = isMandatory ? html` required` : null
  const help = row.help_text ? html`<p class="soft small" id="${name}-help">${row.help_text}</p>` : null
  const described = row.help_text ? html` aria-describedby="${name}-help"` : null
  const mark = isMandatory ? html` <span class="soft">${visitor.say('(needed)')}</span>` : null
  const asks = html` data-question="${name}"`
  const depends = (row.reference_qual ?? '').includes('current.variables') ? html` data-depends="${name}"` : null
  switch (type) {
    case '2':
      return html`<div class="field"${asks}><label for="${name}">${label}${mark}</label>${help}<textarea id="${name}" name="${name}"${required}${described}>${value}</textarea></div>`
    case '7':
      return html`<div class="field"${asks}><label class="check"><input type="checkbox" name="${name}"${value === 'true' ? html` checked` : null}> ${label}</label>${help}</div>`
    case '3':
    case '22':
      return html`<fieldset${asks}${described}><legend>${label}${mark}</legend>${help}${(await optionsOf(service, variable, answers, visitor)).map((option) => choice('radio', name, option, value === option.value))}</fieldset>`
    case '21': {
      const chosen = value.split(',')
      const options = await optionsOf(service, variable, answers, visitor)
      return html`<fieldset${asks}${described}${depends}><legend>${label}${mark}</legend>${help}<div class="options" role="group" tabindex="0" aria-label="${label}">${options.length === 0 ? html`<p class="soft">${visitor.say('There is nothing to choose.')}</p>` : options.map((option) => choice('checkbox', name, option, chosen.includes(option.value)))}</div></fieldset>`
    }
    case '1':
    case '5':
    case '8':
    case '18':
    case '31': {
      const options = await optionsOf(service, variable, answers, visitor)
      const none = isMandatory && value !== '' ? null : html`<option value="">—</option>`
      return html`<div class="field"${asks}${depends}><label for="${name}">${label}${mark}</label>${help}<select id="${name}" name="${name}"${required}${described}>${none}${options.map((option) => html`<option value="${option.value}"${option.value === value ? html` selected` : null}>${option.label}</option>`)}</select></div>`
    }
    default:
      return html`<div class="field"${asks}><label for="${name}">${label}${mark}</label>${help}<input id="${name}" name="${name}" type="${inputTypes[type] ?? 'text'}" value="${value}"${required}${described}></div>`
  }
}

export function choice(kind: 'radio' | 'checkbox', name: string, option: Option, isChosen: boolean): Html {
  return html`<label class="check"><input type="${kind}" name="${name}" value="${option.value}"${isChosen ? html` checked` : null}><span>${option.label}${option.hint ? html`<small>${option.hint}</small>` : null}</span></label>`
}
