import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../testing-app.ts'
import { putRules } from '../oidc/testing-rules.ts'
import { insertVersion } from '../store-policy.ts'
import { openTestSp, setClock, signOn, visit } from './testing-sp.ts'

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

test('whoever has a second factor is asked for it once, and the app told the truth when they gave another proof', async () => {
  await putRules(world, [])
  const wants = { authnContext: ['https://refeds.org/profile/mfa'] }
  const sp = await openTestSp(world, { entityId: 'https://mfa-once.example' }, wants)
  const { ids, clock } = world.app.foundation
  const held = [ids.next(), world.id.molly, 'totp', 'Phone', clock.now()]
  const molly = await world.signIn('molly')
  await world.owner.query(
    'insert into factors (id, person_id, kind, name, created_at) values ($1, $2, $3, $4, $5)',
    held,
  )
  world.platform.clock.advance(1000)
  const asked = await signOn(world, molly, await sp.request())
  const pendingId = new URL(asked.location ?? '', 'http://x').searchParams.get('continue')
  const payload = { appId: sp.appId, continue: pendingId }
  const url = '/api/session/confirm/start'
  const choices = await world.server.inject({ method: 'POST', url, headers: molly.headers, payload })
  expect(choices.json()).toMatchObject({
    password: false,
    offers: expect.arrayContaining([expect.objectContaining({ kind: 'totp' })]),
  })
  expect((await visit(world, `/continue/${pendingId}`, molly)).location).toBe(asked.location)
  world.platform.clock.advance(1000)
  const proofs = JSON.stringify([{ method: 'password', at: clock.now().toISOString() }])
  await world.owner.query('update sessions set proofs = $1 where id = $2', [proofs, molly.sessionId])
  const page = await visit(world, `/continue/${pendingId}`, molly)
  expect([page.status, statuses(page.form)]).toEqual([200, ['Responder', 'NoAuthnContext']])
})
