import { expect, test } from 'vitest'
import { expressionsOf } from './widget-template.ts'

type Expressions = Record<string, { get(scope: object): unknown; set?(scope: object, value: unknown): void }>
/** As the browser reads the file: a script, in which `with` is allowed. */
const read = (template: string): Expressions => new Function(`return ${expressionsOf(template, 'Loans')}`)()

test('texts and directives become functions of a scope, and a model can be set', () => {
  const found = read(
    `<p ng-if="c.open &amp;&amp; !c.busy">{{::c.title}}</p><i ng-repeat="one in c.all">{{one.name}}</i><input ng-model="c.form.text">`,
  )
  const c = { open: true, busy: false, title: 'Loans', all: [1], form: { text: 'old' } }
  expect(found['c.open &amp;&amp; !c.busy']?.get({ c })).toBe(true)
  expect([found['::c.title']?.get({ c }), found['c.all']?.get({ c })]).toEqual(['Loans', [1]])
  found['c.form.text']?.set?.({ c }, 'new')
  expect(c.form.text).toBe('new')
})

test.each([
  ['<p ng-bind-html="c.text"></p>', /ng-bind-html/],
  ['<p>{{c.when | date}}</p>', /the filter in "c\.when \| date"/],
  ['<p ng-repeat="(key, value) in c.all"></p>', /ng-repeat/],
])('what is not drawn here is refused by name: %s', (template, words) => {
  expect(() => expressionsOf(template, 'Loans')).toThrow(words)
})

test('a bar in a text and an "or" are no filter', () => {
  expect(read(`{{c.a || 'x | y'}}`)["c.a || 'x | y'"]?.get({ c: {} })).toBe('x | y')
})
