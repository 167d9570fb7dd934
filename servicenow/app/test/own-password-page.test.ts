import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What the page "Reset my password" keeps in the browser: the controller of its widget, without the page around it. */
const script = readFileSync(join(import.meta.dirname, '../src/fluent/scripts/own-password.client.js'), 'utf8')

type Offer = { kind: string; label: string }
type Page = { requestId: string; state: string; offers: Offer[]; message: string }
type Controller = {
  data: { page: Page }
  form: { kind: string; code: string; password: string; repeat: string }
  send(action: string): void
  changed(): void
  isSent(): boolean
}

const offersOf = (...kinds: string[]) => kinds.map((kind) => ({ kind, label: kind }))

function open(offers: Offer[]) {
  const api: { controller?: (this: object) => void } = {}
  new Function('api', script)(api)
  const sent: object[] = []
  let answer = offers
  const page = { requestId: 'r-1', state: 'waiting', message: '' }
  let answered: Promise<object> = Promise.resolve({})
  const get = (input: object) => {
    sent.push(input)
    answered = Promise.resolve({ data: { page: { ...page, offers: answer } } })
    return answered
  }
  const controller = { data: { page: { ...page, offers } }, server: { get } } as unknown as Controller
  api.controller?.call(controller)
  const send = async (action: string) => {
    controller.send(action)
    await answered
  }
  const offerNext = (...kinds: string[]) => {
    answer = offersOf(...kinds)
  }
  return { controller, sent, send, offerNext }
}

describe('the page "Reset my password"', () => {
  it('shows as chosen what it sends, from the start', async () => {
    const { controller, sent, send } = open(offersOf('mail_code', 'totp'))
    expect([controller.form.kind, controller.isSent()]).toEqual(['mail_code', true])
    await send('answer')
    expect(sent).toEqual([{ action: 'answer', requestId: 'r-1', kind: 'mail_code', code: '' }])
  })

  it('goes on with a way that is offered once the one that was chosen is used up', async () => {
    const { controller, sent, send, offerNext } = open(offersOf('mail_code', 'totp'))
    controller.form.kind = 'totp'
    controller.form.code = '123456'
    offerNext('mail_code')
    await send('answer')
    expect([controller.form.kind, controller.isSent()]).toEqual(['mail_code', true])
    await send('answer')
    expect(sent.at(-1)).toMatchObject({ kind: 'mail_code', code: '' })
  })

  it('keeps the way that was chosen as long as it is offered', async () => {
    const { controller, send } = open(offersOf('mail_code', 'totp'))
    controller.form.kind = 'totp'
    await send('look')
    expect(controller.form.kind).toBe('totp')
  })

  it('takes no code, and nothing said, of one way over to another', () => {
    const { controller } = open(offersOf('totp', 'mail_code'))
    controller.form.code = '123456'
    controller.data.page.message = 'It is on its way.'
    controller.form.kind = 'mail_code'
    controller.changed()
    expect([controller.form.code, controller.data.page.message]).toEqual(['', ''])
    const template = readFileSync(join(import.meta.dirname, '../src/fluent/scripts/own-password.html'), 'utf8')
    expect(template).toMatch(/ng-model="c\.form\.kind"[^>]*ng-change="c\.changed\(\)"/)
  })

  it('has nothing chosen where nothing is offered', () => {
    const { controller } = open([])
    expect([controller.form.kind, controller.isSent()]).toEqual(['', false])
  })
})
