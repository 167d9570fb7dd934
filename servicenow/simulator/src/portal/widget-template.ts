/**
 * The AngularJS template of a Service Portal widget, as far as it is drawn here: texts in braces, and the directives below.
 * Its expressions become functions of a file, since nothing is evaluated in a page. What is not here is refused by name.
 */
import { RestError } from '../rest/rest-error.ts'

const directives = new Set('if repeat model change value submit click disabled'.split(' ').map((name) => `ng-${name}`))

/** Source of an object: expression as it stands in the template → function of a scope, and of a value for what is a model. */
export function expressionsOf(template: string, widget: string): string {
  const entries = new Map<string, string>()
  for (const [, text = ''] of template.matchAll(/\{\{([\s\S]*?)\}\}/g)) add(text)
  for (const [, name = '', text = ''] of template.matchAll(/\s(ng-[\w-]+)="([^"]*)"/g)) {
    if (!directives.has(name)) throw refused(widget, name)
    if (name === 'ng-repeat') add(listOf(text, widget))
    else if (name === 'ng-model') add(text, ` set: function ($scope, $value) { with ($scope) { ${text} = $value } },`)
    else add(text)
  }
  return `{ ${[...entries].map(([text, source]) => `${JSON.stringify(text)}: ${source}`).join(',\n')} }`

  function add(given: string, more = ''): void {
    const text = given.trim()
    const source = text.replace(/^::/, '').replaceAll('&amp;', '&')
    if (/[^|]\|[^|]/.test(source.replace(/'[^']*'/g, ''))) throw refused(widget, `the filter in "${text}"`)
    entries.set(text, `{ get: function ($scope) { with ($scope) { return (${source}) } },${more} }`)
  }
}

/** `offer in c.data.offers` → `c.data.offers`. */
function listOf(repeat: string, widget: string): string {
  const [, list] = /^\s*\w+\s+in\s+([\w.$]+)\s*$/.exec(repeat) ?? []
  if (list === undefined) throw refused(widget, `ng-repeat="${repeat}"`)
  return list
}

const refused = (widget: string, what: string) =>
  new RestError(501, `Not simulated: ${what}, which the widget "${widget}" uses`)
