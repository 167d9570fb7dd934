import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../testing-app.ts'
import { insertVersion } from '../store-policy.ts'
import { openTestSp, setClock, signOn } from './testing-sp.ts'

let world: TestApp
beforeAll(async () => {
  world = await openTestApp()
  setClock(world)
})
afterAll(() => world.close())

const statuses = (form: { fields: Record<string, string> } | null): string[] => {
  const xml = Buffer.from(form?.fields.SAMLResponse ?? '', 'base64').toString()
  return [...xml.matchAll(/StatusCode Value="[^"]*:([^":]+)"/g)].map(([, code = '']) => code)
}
async function refusals(appId: string): Promise<string[]> {
  const { rows } = await world.owner.query(
    `select body->'after'->>'because' because from audit_entries where body->>'action' = 'app.refused' and body->'subjects'->>'appId' = $1 order by seq`,
    [appId],
  )
  return rows.map(({ because }) => because)
}

test('who is not let in by an app is in the trail, with the reason they were told', async () => {
  const sp = await openTestSp(world, { entityId: 'https://refusals.example' })
  const axel = await world.signIn('axel')
  const page = await signOn(world, axel, await sp.request())
  expect([page.status, page.text.includes('Ask for it in the catalog')]).toEqual([403, true])
  expect(await refusals(sp.appId)).toEqual(['no_access'])

  const molly = await world.signIn('molly')
  const { db, ids, clock } = world.app.foundation
  const plain = { kinds: [], maxAgeMinutes: null, rememberDays: 0 }
  const when = { purposes: [], appIds: [sp.appId], groupIds: [], roles: [], networks: [], notNetworks: [] }
  const rule = { id: ids.next(), name: 'Shut', enabled: true, when, demand: { proof: 'deny' as const, ...plain } }
  const otherwise = { proof: 'one' as const, ...plain }
  await db.transaction((tx) =>
    insertVersion(tx, { version: 1, rules: [rule], otherwise, authorId: null, madeAt: clock.now() }),
  )
  const denied = await signOn(world, molly, await sp.request())
  expect([denied.status, denied.text.includes('Ask for it in the catalog')]).toEqual([403, false])
  expect(await refusals(sp.appId)).toEqual(['no_access', 'denied'])
})

test('an app that may show nothing to the person is told that they are not let in', async () => {
  const passive = await openTestSp(world, { entityId: 'https://quiet.example' }, { passive: true })
  const page = await signOn(world, await world.signIn('axel'), await passive.request())
  expect([page.status, statuses(page.form)]).toEqual([200, ['Responder', 'RequestDenied']])
  expect(await refusals(passive.appId)).toEqual(['no_access'])
})

test('an app that wants a second factor of somebody who has none is told so, rather than the person asked for ever', async () => {
  const wants = { authnContext: ['https://refeds.org/profile/mfa'] }
  const sp = await openTestSp(world, { entityId: 'https://mfa.example' }, wants)
  const molly = await world.signIn('molly')
  const asked = await signOn(world, molly, await sp.request())
  await world.owner.query('delete from factors where person_id = $1', [molly.personId])
  const page = await signOn(world, molly, await sp.request())
  expect([page.status, statuses(page.form)]).toEqual([200, ['Responder', 'NoAuthnContext']])
  expect(asked.status).toBeLessThan(400)
})
