import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Browser } from './testing-browser.ts'
import { goodPassword, type House, openHouse } from './testing-house.ts'

let house: House
let directoryId: string
const admins = new Map<string, Browser>()
beforeAll(async () => {
  house = await openHouse()
  for (const login of ['ivan', 'ines']) {
    const person = await house.addPerson({ login, displayName: login, password: goodPassword })
    directoryId = person.directoryId
    await house.grantProduct(person.id, 'admin')
    const browser = house.browser()
    await browser.signIn(login, goodPassword)
    admins.set(login, browser)
  }
  await house.addPerson({ login: 'molly', password: goodPassword })
})
afterAll(() => house?.close())
beforeEach(() => {
  house.mailbox.length = 0
})

/** As an administrator saves the form: from what it shows. */
async function save(login: string, changes: object) {
  const browser = admins.get(login) as Browser
  const path = `/api/directories/${directoryId}/recovery-policy`
  const { directoryId: _, ...shown } = (await browser.call(path)).json()
  const saved = await browser.call(path, { method: 'PUT', body: { ...shown, ...changes } })
  expect(saved.statusCode, saved.body).toBe(200)
}

/** Whether a code comes to somebody who forgot their password. */
async function isMailed(login: string): Promise<boolean> {
  house.mailbox.length = 0
  await house.browser().call('/api/password/resets', { method: 'POST', body: { login } })
  await house.jobs.runUntilIdle()
  return house.mailbox.some(({ to, text }) => to === `${login}@contractor.example` && /\b\d{6}\b/.test(text))
}

it('recovery rules are changed in sight of all administrators, and make nothing easier for whoever changed them', async () => {
  await save('ines', { selfService: false })
  await house.jobs.runUntilIdle()
  const told = house.mailbox.filter(({ kind }) => kind === 'recovery_rules_changed')
  expect(told.map(({ to }) => to).sort()).toEqual(['ines@contractor.example', 'ivan@contractor.example'])
  expect(told[0]?.text).toContain('ines changed how people of the directory')
  await save('ivan', { selfService: true })
  // A second change of one's own does not make the first somebody else's.
  await save('ivan', { addressQuietDays: 0 })
  expect([await isMailed('molly'), await isMailed('ines'), await isMailed('ivan')]).toEqual([true, true, false])
  await save('ines', {})
  expect(await isMailed('ivan')).toBe(true)
})
