import { expect, test } from 'vitest'
import type { NewAccount } from './connector.ts'
import { scimStanding } from './servicenow/instance-scim.ts'
import { type InstanceTarget, startServiceNowTarget } from './testing-servicenow.ts'

const molly: NewAccount = {
  key: { externalId: 'person-molly', userName: 'molly.b', mail: 'molly.b@acme.example' },
  profile: {
    displayName: 'Molly Byrne',
    givenName: 'Molly',
    familyName: 'Byrne',
    title: null,
    mail: 'molly.b@acme.example',
  },
  entitlements: [],
}

async function at<T>(by: 'scim' | 'table', work: (target: InstanceTarget) => Promise<T>): Promise<T> {
  const target = await startServiceNowTarget(by)
  try {
    return await work(target)
  } finally {
    await target.stop()
  }
}

/** Every address that was asked, in order. */
function watched(target: InstanceTarget) {
  const asked: string[] = []
  const app = target.open({
    wrap: (egress) => ({
      fetch: (url, options = {}) => {
        asked.push(`${options.method ?? 'GET'} ${new URL(String(url)).pathname}`)
        return egress.fetch(url, options)
      },
    }),
  })
  return { app, asked }
}

test('the check says by which of the two accounts are made, and why', async () => {
  const said = (target: InstanceTarget) =>
    target
      .open()
      .check()
      .then((findings) => findings.map((finding) => finding.message))
  expect(await at('scim', said)).toContain('The SCIM plugin is there: accounts are made by SCIM.')
  expect(await at('table', said)).toContain(
    'The SCIM plugin wants the role scim_admin: accounts are made by the Table API.',
  )
})

test.each([400, 404])(
  'an instance without the plugin, which answers %i there, is asked by the Table API',
  async (status) => {
    const call = async () => ({ status, ok: false, body: {}, detail: '', scimType: null })
    expect(await scimStanding({ call, calls: () => 0 })).toBe('no_plugin')
  },
)

test('where SCIM is there accounts are made by it', async () => {
  const asked = await at('scim', async (target) => {
    const { app, asked } = watched(target)
    await app.ensure({ found: null, make: molly })
    return asked
  })
  expect(asked).toContain('POST /api/now/scim/Users')
  expect(asked).not.toContain('POST /api/now/table/sys_user')
})

test.each(['scim', 'table'] as const)(
  'by %s, ending locks the account as well, and beginning unlocks it',
  async (by) => {
    await at(by, async (target) => {
      const app = target.open()
      let found = await app.ensure({ found: null, make: molly })
      for (const active of [false, true]) {
        found = await app.ensure({ found, key: molly.key, change: { active } })
        expect(target.user('molly.b')).toMatchObject({ active: String(active), locked_out: String(!active) })
      }
    })
  },
)

test.each(['scim', 'table'] as const)('by %s, an account that somebody locked counts as inactive', async (by) => {
  await at(by, async (target) => {
    const app = target.open()
    const { remoteId } = await app.ensure({ found: null, make: molly })
    target.change(remoteId, { locked_out: 'true' })
    expect(await app.get(remoteId)).toMatchObject({ active: false })
    const [match] = await app.find(molly.key, null)
    expect(match?.account.active).toBe(false)
  })
})

test('an account made by the Table API is the same account by SCIM', async () => {
  await at('scim', async (target) => {
    const app = target.open()
    const { remoteId } = await app.ensure({ found: null, make: molly })
    target.change(remoteId, { source: 'hallpass:person-molly' })
    expect(await app.find(molly.key, remoteId)).toMatchObject([{ by: 'remoteId', account: { remoteId } }])
  })
})

test('a department that is not there is not made, and is linked once it is', async () => {
  await at('table', async (target) => {
    expect(await target.open().links?.department('Space travel')).toBeNull()
    const id = target.add('cmn_department', { name: 'Space travel' })
    expect(await target.open().links?.department('Space travel')).toBe(id)
    target.add('cmn_department', { name: 'Space travel' })
    expect(await target.open().links?.department('Space travel')).toBeNull()
    expect(await target.open().links?.department('a^b')).toBeNull()
  })
})

test('a record that is not there is made where that is allowed, once, and refused in words where it is not', async () => {
  await at('table', async (target) => {
    const make = target.open().links?.records?.make
    const made = await make?.('company', 'Acme Iceland')
    expect(made).toEqual({ id: target.rows('core_company', 'name=Acme Iceland')[0]?.sys_id, isNew: true })
    expect(await target.open().links?.records?.make('company', 'Acme Iceland')).toEqual({ id: made?.id, isNew: false })
    for (const rule of target.rows('sys_security_acl', 'name=cmn_location^operation=create'))
      target.remove('sys_security_acl', rule.sys_id ?? '')
    expect(await target.open().links?.records?.make('location', 'Reykjavik')).toEqual({ id: null, why: 'refused' })
    expect(target.rows('cmn_location', 'name=Reykjavik')).toEqual([])
    expect(await target.open().links?.records?.make('costCenter', 'a^b')).toEqual({ id: null, why: 'several' })
  })
})

test('a record whose making is answered without its id is known as made, out of sight', async () => {
  await at('table', async (target) => {
    const app = target.open({
      wrap: (egress) => ({
        async fetch(url, options = {}) {
          const answer = await egress.fetch(url, options)
          return options.method === 'POST' ? { ...answer, text: '{"result":{}}' } : answer
        },
      }),
    })
    expect(await app.links?.records?.make('costCenter', 'CC-1')).toEqual({ id: null, why: 'hidden' })
    expect(target.rows('cmn_cost_center', 'name=CC-1')).toHaveLength(1)
  })
})

test('a record that the instance takes for the same, accents aside, is neither linked nor made a second time', async () => {
  await at('table', async (target) => {
    target.add('cmn_location', { name: 'Zurich' })
    const app = target.open({
      wrap: (egress) => ({
        async fetch(url, options = {}) {
          const answer = await egress.fetch(url, options)
          return { ...answer, text: answer.text.replace('"name":"Zurich"', '"name":"Zürich"') }
        },
      }),
    })
    expect(await app.links?.places?.find('location', 'Zurich')).toBeNull()
    expect(await app.links?.records?.make('location', 'Zurich')).toEqual({ id: null, why: 'several' })
    expect(target.rows('cmn_location', 'name=Zurich')).toHaveLength(1)
  })
})
