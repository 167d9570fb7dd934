import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { companyPassword } from '../seed/company.ts'
import { caller, type Started, startWithCallers } from './testing-caller.ts'

let simulator: Started['simulator']
let admin: Started['admin']
let molly: Started['molly']
beforeAll(async () => {
  ;({ simulator, admin, molly } = await startWithCallers())
})
afterAll(() => simulator.stop())

describe('records', () => {
  test('are created with 201, their address, and all their fields as text', async () => {
    const created = await admin.post('/api/now/table/incident', { short_description: 'x', urgency: '2' })
    expect(created.status).toBe(201)
    const { result } = created.body
    expect(created.headers.get('location')).toBe(`${simulator.url}/api/now/table/incident/${result.sys_id}`)
    expect(result).toMatchObject({ urgency: '2', active: 'true', state: '1', work_notes: '', close_notes: '' })
    expect(result.opened_by).toEqual({
      link: `${simulator.url}/api/now/table/sys_user/6816f79cc0a8016401c5a33be04be441`,
      value: '6816f79cc0a8016401c5a33be04be441',
    })
    const read = await admin.get(`/api/now/table/incident/${result.sys_id}`)
    expect(read.body.result).toEqual(result)
  })

  test('an empty body creates one all the same', async () => {
    expect((await admin.post('/api/now/table/incident', {})).status).toBe(201)
  })

  test('of several records in one body the first is made', async () => {
    const before = simulator.records.count('incident', '')
    const made = await admin.post('/api/now/table/incident', [{ close_notes: 'first' }, { close_notes: 'second' }])
    expect([made.status, made.body.result.close_notes]).toEqual([201, 'first'])
    expect(simulator.records.count('incident', '')).toBe(before + 1)
  })

  test('a User ID is given to one person only', async () => {
    const again = await admin.post('/api/now/table/sys_user', { user_name: 'Molly' })
    expect([again.status, again.body.error.message]).toEqual([403, 'Operation Failed'])
    expect(again.body.error.detail).toContain('Unique Key violation detected by database')
    const { result } = (await admin.post('/api/now/table/sys_user', { first_name: 'No', last_name: 'Login' })).body
    expect((await admin.patch(`/api/now/table/sys_user/${result.sys_id}`, { user_name: 'molly' })).status).toBe(403)
    expect((await admin.delete(`/api/now/table/sys_user/${result.sys_id}`)).status).toBe(204)
  })

  test('PUT and PATCH change what they name, "" clears', async () => {
    const { result } = (await admin.post('/api/now/table/incident', { short_description: 'x', close_notes: 'y' })).body
    const path = `/api/now/table/incident/${result.sys_id}`
    expect((await admin.put(path, { urgency: '1' })).body.result).toMatchObject({ urgency: '1', close_notes: 'y' })
    expect((await admin.patch(path, { close_notes: '' })).body.result).toMatchObject({ close_notes: '' })
  })

  test('are deleted with 204, and not there afterwards', async () => {
    const { result } = (await admin.post('/api/now/table/incident', {})).body
    const path = `/api/now/table/incident/${result.sys_id}`
    expect((await admin.delete(path)).status).toBe(204)
    const gone = await admin.get(path)
    expect(gone.status).toBe(404)
    expect(gone.body).toEqual({
      error: { message: 'No Record found', detail: "Record doesn't exist or ACL restricts the record retrieval" },
      status: 'failure',
    })
  })

  test('a POST with X-HTTP-Method-Override is what it says it is', async () => {
    const { result } = (await admin.post('/api/now/table/incident', {})).body
    const path = `/api/now/table/incident/${result.sys_id}`
    const answer = await admin.post(path, { urgency: '1' }, { 'x-http-method-override': 'PATCH' })
    expect(answer.body.result.urgency).toBe('1')
  })

  test('X-no-response-body leaves the body out', async () => {
    const answer = await admin.post('/api/now/table/incident', {}, { 'x-no-response-body': 'true' })
    expect([answer.status, answer.text]).toEqual([201, ''])
  })

  test('notes are written to the journal and shown as display value', async () => {
    const { result } = (await admin.post('/api/now/table/incident', { work_notes: 'looked at it' })).body
    const shown = await admin.get(
      `/api/now/table/incident/${result.sys_id}?sysparm_display_value=true&sysparm_fields=work_notes`,
    )
    expect(shown.body.result.work_notes).toMatch(/System Administrator \(Work notes\)\nlooked at it/)
  })
})

describe('display values', () => {
  const person = (display: string, more = '') =>
    admin.get(
      `/api/now/table/sys_user?user_name=molly&sysparm_fields=name,active,manager,manager.name,nonsense&sysparm_display_value=${display}${more}`,
    )

  test('false: values, references with a link; dot-walked keys stay as asked, unknown fields are left out', async () => {
    const [row] = (await person('false')).body.result
    expect(row).toEqual({
      name: 'Molly Byrne',
      active: 'true',
      manager: {
        link: expect.stringContaining('/api/now/table/sys_user/'),
        value: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
      'manager.name': 'Marcus Reed',
    })
  })

  test('true: names, references with a link', async () => {
    const [row] = (await person('true')).body.result
    expect(row.manager).toEqual({ display_value: 'Marcus Reed', link: expect.any(String) })
  })

  test('all: both, on every field', async () => {
    const [row] = (await person('all')).body.result
    expect(row.active).toEqual({ display_value: 'true', value: 'true' })
    expect(row.manager).toEqual({ display_value: 'Marcus Reed', value: expect.any(String), link: expect.any(String) })
  })

  test('links can be left out', async () => {
    const exclude = '&sysparm_exclude_reference_link=true'
    expect((await person('false', exclude)).body.result[0].manager).toMatch(/^[0-9a-f]{32}$/)
    expect((await person('true', exclude)).body.result[0].manager).toBe('Marcus Reed')
    expect((await person('all', exclude)).body.result[0].manager).toEqual({
      display_value: 'Marcus Reed',
      value: expect.any(String),
    })
  })

  test('choices and references may be given by what they show', async () => {
    const query = 'sysparm_input_display_value=true&sysparm_exclude_reference_link=true'
    const made = await admin.post(`/api/now/table/incident?${query}`, { caller_id: 'Molly Byrne', urgency: '1 - High' })
    expect(made.body.result).toMatchObject({ urgency: '1', caller_id: expect.stringMatching(/^[0-9a-f]{32}$/) })
    const found = await admin.get('/api/now/table/incident?caller_id=molly&state=New')
    expect(found.body.result).toHaveLength(1)
  })
})

describe('lists', () => {
  beforeAll(async () => {
    for (const n of [1, 2, 3, 4, 5]) await admin.post('/api/now/table/problem', { short_description: `p${n}` })
  })

  test('say on the last page, and behind it, how many there are in all', async () => {
    for (const [offset, rows] of [
      [4, 1],
      [10, 0],
    ]) {
      const page = await admin.get(`/api/now/table/problem?sysparm_limit=2&sysparm_offset=${offset}`)
      expect(page.body.result).toHaveLength(rows as number)
      expect(page.headers.get('x-total-count')).toBe('5')
    }
  })

  test('are paged by limit and offset, with a count and links', async () => {
    const page = await admin.get('/api/now/table/problem?sysparm_query=ORDERBYnumber&sysparm_limit=2&sysparm_offset=2')
    expect(page.body.result.map((row: { short_description: string }) => row.short_description)).toEqual(['p3', 'p4'])
    expect(page.headers.get('x-total-count')).toBe('5')
    const links = page.headers.get('link') ?? ''
    for (const [rel, offset] of [
      ['next', 4],
      ['prev', 0],
      ['first', 0],
      ['last', 4],
    ] as const)
      expect(links).toMatch(new RegExp(`<[^>]*sysparm_offset=${offset}>;rel="${rel}"`))
  })

  test('the last page has no next', async () => {
    const page = await admin.get('/api/now/table/problem?sysparm_limit=2&sysparm_offset=4')
    expect(page.headers.get('link')).not.toContain('rel="next"')
  })

  test('links hold nothing that delimits links, whatever the query holds', async () => {
    const page = await admin.get(
      '/api/now/table/problem?sysparm_query=state>0^ORDERBYnumber&sysparm_fields=number,state&sysparm_limit=2',
    )
    const links = (page.headers.get('link') ?? '').split(',')
    expect(links).toHaveLength(3)
    const next = /^<([^<>]+)>;rel="next"$/.exec(links.find((link) => link.includes('rel="next"')) ?? '')?.[1] ?? ''
    const { result } = (await admin.get(next.replace(simulator.url, ''))).body
    expect(result.map((row: object) => Object.keys(row))).toEqual([
      ['number', 'state'],
      ['number', 'state'],
    ])
  })

  test('flags are read in any case', async () => {
    const flags = 'sysparm_display_value=True&sysparm_exclude_reference_link=True&sysparm_fields=opened_by'
    const { result } = (await admin.get(`/api/now/table/problem?sysparm_limit=1&${flags}`)).body
    expect(result).toEqual([{ opened_by: 'System Administrator' }])
  })

  test('HEAD answers as GET does, without the body', async () => {
    const answer = await admin.send('HEAD', '/api/now/table/problem?sysparm_limit=1')
    expect([answer.status, answer.text, answer.headers.get('x-total-count')]).toEqual([200, '', '5'])
  })

  test('counting and links can be turned off', async () => {
    const page = await admin.get('/api/now/table/problem?sysparm_no_count=true&sysparm_suppress_pagination_header=true')
    expect([page.headers.get('x-total-count'), page.headers.get('link')]).toEqual([null, null])
  })

  test('no records: an empty list, and in version 1 a 404', async () => {
    const none = '?sysparm_query=number=none'
    expect((await admin.get(`/api/now/table/problem${none}`)).body).toEqual({ result: [] })
    expect((await admin.get(`/api/now/v2/table/problem${none}`)).body).toEqual({ result: [] })
    expect((await admin.get(`/api/now/v1/table/problem${none}`)).status).toBe(404)
  })

  test('a filter on a field that is not there is passed over, and returns everything', async () => {
    expect((await admin.get('/api/now/table/problem?sysparm_query=nonsense=1')).body.result).toHaveLength(5)
  })
})

describe('refusals', () => {
  test('nobody: 401', async () => {
    const answer = await fetch(`${simulator.url}/api/now/table/incident`)
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({
      error: { message: 'User is not authenticated', detail: 'Required to provide Auth information' },
      status: 'failure',
    })
  })

  test('an unknown table: 400; an unknown resource: 400', async () => {
    expect((await admin.get('/api/now/table/nonsense')).body.error.message).toBe('Invalid table nonsense')
    const answer = await admin.get('/api/now/nonsense')
    expect(answer.body.error.message).toBe('Requested URI does not represent any resource: /now/nonsense')
  })

  test('a method a resource does not know: 405', async () => {
    expect((await admin.delete('/api/now/table/incident')).status).toBe(405)
    expect((await admin.put('/api/now/v1/stats/incident', {})).status).toBe(405)
    expect((await admin.get('/api/now/batch')).status).toBe(405)
  })

  test('a body that is no JSON: 400; of another kind: 415; an answer of another kind: 406', async () => {
    const path = '/api/now/table/incident'
    expect((await admin.send('POST', path, '{', { 'content-type': 'application/json' })).status).toBe(400)
    expect((await admin.send('POST', path, 'x', { 'content-type': 'text/csv' })).status).toBe(415)
    expect((await admin.get(path, { accept: 'image/png' })).status).toBe(406)
  })

  test('what is not evaluated here is refused by name', async () => {
    const answer = await admin.get('/api/now/table/incident?sysparm_query=caller_id=javascript:new Thing()')
    expect(answer.status).toBe(501)
    expect(answer.body.error.message).toContain('new Thing()')
  })
})

describe('access', () => {
  test('a person reads what is his, and nothing says what else there is', async () => {
    const mine = (await molly.post('/api/now/table/incident', { short_description: 'mine' })).body.result
    await admin.post('/api/now/table/incident', { short_description: 'not mine' })
    const seen = await molly.get('/api/now/table/incident?sysparm_fields=sys_id')
    expect(seen.body.result.map((row: { sys_id: string }) => row.sys_id)).toContain(mine.sys_id)
    expect(Number(seen.headers.get('x-total-count'))).toBeGreaterThan(seen.body.result.length)
  })

  test('fields that may not be read are left out', async () => {
    const mine = (await molly.post('/api/now/table/incident', { short_description: 'mine' })).body.result
    expect(mine).not.toHaveProperty('work_notes')
    expect(mine).toHaveProperty('comments')
  })

  test('tables without a rule are for administrators', async () => {
    const answer = await molly.get('/api/now/table/sys_script')
    expect([answer.status, answer.body.error.message]).toEqual([403, 'User Not Authorized'])
  })

  test('requests cannot be made past the catalog', async () => {
    const dora = caller(simulator.url, 'dora', companyPassword)
    const answer = await dora.post('/api/now/table/sc_request', {})
    expect(answer.status).toBe(403)
    expect(answer.body.error.detail).toBe('ACL Exception Insert Failed due to security constraints')
  })

  test('the hash of a password is shown to nobody', async () => {
    const [row] = (await admin.get('/api/now/table/sys_user?user_name=molly')).body.result
    expect(row.user_password).toBe('')
    const [shown] = (await admin.get('/api/now/table/sys_user?user_name=molly&sysparm_display_value=true')).body.result
    expect(shown.user_password).toBe('********')
    expect((await molly.get('/api/now/table/sys_user?user_name=molly')).body.result[0]).not.toHaveProperty(
      'user_password',
    )
  })
})

test('XML is read and answered', async () => {
  const body = '<request><entry><short_description>by &amp; XML</short_description></entry></request>'
  const headers = { 'content-type': 'application/xml', accept: 'application/xml' }
  const answer = await admin.send('POST', '/api/now/table/incident', body, headers)
  expect(answer.status).toBe(201)
  expect(answer.text).toContain('<response><result>')
  expect(answer.text).toContain('<short_description>by &amp; XML</short_description>')
})
