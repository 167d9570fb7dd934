import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addTotp, codeAt } from './testing-authenticator.ts'
import type { Browser } from './testing-browser.ts'
import { goodPassword, type House, openHouse } from './testing-house.ts'

let house: House
let admin: Browser
beforeAll(async () => {
  house = await openHouse()
  const ivan = await house.addPerson({ login: 'ivan', password: goodPassword })
  await house.grantProduct(ivan.id, 'admin')
  admin = house.browser()
  await admin.signIn('ivan', goodPassword)
})
afterAll(() => house.close())

type Event = { id: string; kind: string; reason: string; address: string; device: string; methods: string[] }
const told = (events: Event[]) => events.map(({ kind, reason }) => [kind, reason])

describe('the sign-ins of a person', () => {
  it('tell every try, proof, launch and sign-out with its reason, newest first, to them and to administrators', async () => {
    const person = await house.addPerson({ login: 'molly', password: goodPassword })
    const { appId, roleId } = await house.addApp('Figma', 'https://figma.example')
    await house.grant(person.id, roleId)
    const browser = house.browser({ address: '203.0.113.9' })
    await browser.signIn('molly', 'wrong password')
    await browser.signIn('molly', goodPassword)
    const secret = await addTotp(browser, () => house.clock.now())
    await browser.call('/api/session/sign-out', { method: 'POST' })
    house.clock.advance(60_000)
    await browser.signIn('molly', goodPassword)
    const post = (path: string, body: object) => browser.call(path, { method: 'POST', body })
    await post('/api/session/factor', { kind: 'totp', answer: '000000' })
    await post('/api/session/factor', { kind: 'totp', answer: codeAt(secret, house.clock.now()) })
    await browser.session()
    await browser.call(`/launch/${appId}`)

    const { items } = (await browser.call('/api/sign-ins')).json() as { items: Event[] }
    expect(told(items)).toEqual(
      expect.arrayContaining([
        ['launch', 'launched'],
        ['sign_in', 'started'],
        ['failure', 'wrong'],
        ['factor', 'factor_asked'],
        ['sign_out', 'signed_out'],
      ]),
    )
    expect(told(items)[0]).toEqual(['launch', 'launched'])
    expect(items.find(({ kind }) => kind === 'sign_in')).toMatchObject({
      address: '203.0.113.9',
      device: 'Firefox on Linux',
      methods: ['password', 'otp'],
    })
    const seen = (await admin.call(`/api/people/${person.id}/sign-ins`)).json() as { items: Event[] }
    expect(seen.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id))

    const pages: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: { items: Event[]; next: string | null } = (
        await browser.call(`/api/sign-ins?limit=2${next ? `&cursor=${next}` : ''}`)
      ).json()
      pages.push(...page.items.map(({ id }: Event) => id))
      next = page.next
    }
    expect(pages).toEqual(items.map(({ id }) => id))
  })

  it('are told to nobody else', async () => {
    const person = await house.addPerson({ login: 'private', password: goodPassword })
    const browser = house.browser()
    await browser.signIn('molly', goodPassword)
    const other = house.browser()
    await other.signIn('private', goodPassword)
    expect((await other.call(`/api/people/${house.ids.next()}/sign-ins`)).statusCode).toBe(403)
    expect((await house.browser().call(`/api/people/${person.id}/sign-ins`)).statusCode).toBe(401)
    expect((await admin.call(`/api/people/${house.ids.next()}/sign-ins`)).statusCode).toBe(404)
  })

  it('are announced live: a wrong password as much as a right one', async () => {
    const person = await house.addPerson({ login: 'watched', password: goodPassword })
    const next = () => new Promise<void>((resolve) => house.live.subscribe(`sign-ins:${person.id}`, resolve))
    const wrong = next()
    await house.browser().signIn('watched', 'wrong password')
    await wrong
    const right = next()
    await house.browser().signIn('watched', goodPassword)
    await right
  })
})
