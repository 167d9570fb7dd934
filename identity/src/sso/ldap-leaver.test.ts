import { ldapPassword } from '@hallpass/counterparts/acme'
import { ldapAdmin } from '@hallpass/counterparts/ldap-admin'
import { type Slapd, startSlapd } from '@hallpass/counterparts/slapd'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectLdap } from '../testing-directories.ts'
import { type House, openHouse } from './testing-house.ts'

let house: House
let slapd: Slapd
let directoryId: string
const system = { kind: 'system', name: 'test' } as const
beforeAll(async () => {
  house = await openHouse()
  slapd = await startSlapd({ noSync: true })
  directoryId = await connectLdap(house, slapd)
  await house.directory.syncNow(directoryId, system)
})
afterAll(async () => {
  await house.close()
  await slapd.stop()
})

it('somebody disabled in OpenLDAP is signed out with the next sync, cannot come back, and is let in again when enabled', async () => {
  const browser = house.browser()
  expect((await browser.signIn('leo', ldapPassword)).json()).toEqual({ kind: 'signed_in' })
  const statusOf = async () => (await browser.call('/api/sessions')).statusCode
  expect(await statusOf()).toBe(200)
  const admin = ldapAdmin(slapd)
  await admin.disable('leo')
  await house.directory.syncNow(directoryId, system)
  expect(await statusOf()).toBe(401)
  expect((await house.browser().signIn('leo', ldapPassword)).json().code).toBe('sign_in_refused')
  await house.jobs.runUntilIdle()
  await admin.enable('leo')
  await house.directory.syncNow(directoryId, system)
  expect(await statusOf()).toBe(401)
  expect((await browser.signIn('leo', ldapPassword)).json()).toEqual({ kind: 'signed_in' })
  expect(await statusOf()).toBe(200)
})
