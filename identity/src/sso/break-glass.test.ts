import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodPassword, type House, openHouse } from './testing-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  const ivan = await house.addPerson({ login: 'ivan', password: goodPassword })
  await house.grantProduct(ivan.id, 'admin')
})
afterAll(() => house.close())

const actor = { kind: 'operator', name: 'olga' } as const
const mails = async (kind: string) => {
  await house.jobs.runUntilIdle()
  return house.mailbox.filter((mail) => mail.kind === kind).map(({ to }) => to)
}

describe('a break-glass account', () => {
  it('administers, and every use is mailed, logged and in the trail', async () => {
    const { password, isNew } = await house.sso.makeBreakGlass({ login: 'break-glass-1', actor })
    expect([isNew, await house.sso.breakGlassLogins()]).toEqual([true, ['break-glass-1']])
    expect(await mails('break_glass_made')).toContain('ivan@contractor.example')
    const browser = house.browser()
    expect((await browser.signIn('break-glass-1', password.reveal())).json()).toEqual({ kind: 'signed_in' })
    const session = await browser.session()
    expect(session.roles).toEqual(['admin'])
    expect(await mails('break_glass_used')).toContain('ivan@contractor.example')
    const found = await house.audit.search(house.db, { action: 'break_glass.used' }, { limit: 5 })
    expect(found.items.map(({ body }) => body.subjects.personId)).toEqual([session.person?.id])
  })

  it('gets in whatever the sign-on policy says', async () => {
    const ivan = house.browser()
    await ivan.signIn('ivan', goodPassword)
    const closed = { proof: 'two', kinds: ['passkey'], maxAgeMinutes: null, rememberDays: 0 }
    const rule = { purposes: [], appIds: [], groupIds: [], roles: [], networks: [], notNetworks: [] }
    const rules = [
      { id: house.ids.next(), name: 'Nobody', enabled: true, when: rule, demand: { ...closed, proof: 'deny' } },
    ]
    const body = { version: 0, rules, otherwise: closed }
    expect((await ivan.call('/api/sign-on-policy', { method: 'PUT', body })).statusCode).toBe(200)
    expect((await house.browser().signIn('ivan', goodPassword)).json().code).toBe('sign_in_denied')
    const { password, isNew } = await house.sso.makeBreakGlass({ login: 'break-glass-1', actor })
    expect(isNew).toBe(false)
    expect((await house.browser().signIn('break-glass-1', password.reveal())).json()).toEqual({ kind: 'signed_in' })
  })

  it('with a new password is out everywhere under the old one', async () => {
    const first = await house.sso.makeBreakGlass({ login: 'break-glass-2', actor })
    const browser = house.browser()
    await browser.signIn('break-glass-2', first.password.reveal())
    const second = await house.sso.makeBreakGlass({ login: 'break-glass-2', actor })
    expect((await browser.call('/api/sessions')).statusCode).toBe(401)
    expect((await house.browser().signIn('break-glass-2', first.password.reveal())).json().code).toBe('sign_in_refused')
    expect((await house.browser().signIn('break-glass-2', second.password.reveal())).json()).toEqual({
      kind: 'signed_in',
    })
    expect(second.password.reveal()).toMatch(/^([a-z2-9]{5}-){5}[a-z2-9]{5}$/)
  })
})
