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
async function save(login: string, changes: object, browser = admins.get(login) as Browser) {
  const path = `/api/directories/${directoryId}/recovery-policy`
  const { directoryId: _, ...shown } = (await browser.call(path)).json()
  const saved = await browser.call(path, { method: 'PUT', body: { ...shown, ...changes } })
  expect(saved.statusCode, saved.body).toBe(200)
}

/** Whether a code comes to somebody who forgot their password. */
async function isMailed(login: string, at = house): Promise<boolean> {
  at.mailbox.length = 0
  await at.browser().call('/api/password/resets', { method: 'POST', body: { login } })
  await at.jobs.runUntilIdle()
  return at.mailbox.some(({ to, text }) => to === `${login}@contractor.example` && /\b\d{6}\b/.test(text))
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

it('where nobody else could stand behind them, whoever changed them is under the rules before for a day after', async () => {
  const own = await openHouse()
  try {
    const sole = await own.addPerson({ login: 'sole', displayName: 'sole', password: goodPassword })
    await own.grantProduct(sole.id, 'admin')
    directoryId = sole.directoryId
    const saveOwn = async (changes: object) => {
      const browser = own.browser()
      await browser.signIn('sole', goodPassword)
      await save('sole', changes, browser)
      await own.jobs.runUntilIdle()
    }
    const isMailedAfter = async (hours: number) => {
      own.clock.advance(hours * 3_600_000)
      await own.jobs.runSweep('sso.settle-sole-author')
      return await isMailed('sole', own)
    }
    await saveOwn({ selfService: false })
    own.clock.advance(25 * 3_600_000)
    await own.jobs.runSweep('sso.settle-sole-author')
    await saveOwn({ selfService: true })
    expect(own.mailbox.findLast(({ kind }) => kind === 'recovery_rules_changed')?.text).toContain('as well for a day.')
    expect(await isMailedAfter(20)).toBe(false)
    await saveOwn({ addressQuietDays: 0 })
    expect(await isMailedAfter(23)).toBe(false)
    expect(await isMailedAfter(2)).toBe(true)
  } finally {
    await own.close()
  }
})
