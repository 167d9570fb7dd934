import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { companyPassword } from '../seed/company.ts'
import { put } from '../seed/put.ts'
import { caller, type Started, startWithCallers } from './testing-caller.ts'

let simulator: Started['simulator']
let admin: Started['admin']
let molly: Started['molly']
beforeAll(async () => {
  ;({ simulator, admin, molly } = await startWithCallers())
  for (const [priority, state] of [
    ['1', '1'],
    ['1', '2'],
    ['3', '1'],
  ] as const)
    await admin.post('/api/now/table/problem', { priority, state })
})
afterAll(() => simulator.stop())

describe('Aggregate API', () => {
  test('counts as text', async () => {
    const answer = await admin.get('/api/now/stats/problem?sysparm_count=true&sysparm_query=priority=1')
    expect(answer.body).toEqual({ result: { stats: { count: '2' } } })
  })

  test('groups, with statistics by group', async () => {
    const query = 'sysparm_count=true&sysparm_group_by=priority&sysparm_max_fields=state&sysparm_avg_fields=state'
    const { result } = (await admin.get(`/api/now/v1/stats/problem?${query}`)).body
    expect(result).toEqual([
      {
        stats: { count: '2', avg: { state: '1.5000' }, max: { state: '2' } },
        groupby_fields: [{ field: 'priority', value: '1' }],
      },
      {
        stats: { count: '1', avg: { state: '1.0000' }, max: { state: '1' } },
        groupby_fields: [{ field: 'priority', value: '3' }],
      },
    ])
  })

  test('groups by what is shown, orders and filters groups', async () => {
    const query = 'sysparm_count=true&sysparm_group_by=priority&sysparm_display_value=true&sysparm_order_by=COUNT'
    const { result } = (await admin.get(`/api/now/stats/problem?${query}`)).body
    expect(result.map((group: { groupby_fields: { value: string }[] }) => group.groupby_fields[0]?.value)).toEqual([
      '3 - Moderate',
      '1 - Critical',
    ])
    const having = 'sysparm_count=true&sysparm_group_by=priority&sysparm_having=count^priority^>^1'
    expect((await admin.get(`/api/now/stats/problem?${having}`)).body.result).toHaveLength(1)
  })
})

describe('Aggregate API, asked in its other ways', () => {
  const keys = async (query: string) => {
    const { result } = (await admin.get(`/api/now/stats/problem?sysparm_group_by=priority&${query}`)).body
    return result.map((group: { groupby_fields: { value: string }[] }) => group.groupby_fields[0]?.value)
  }

  test('pairs of a name and a value filter, by what is shown too', async () => {
    const answer = await admin.get('/api/now/stats/problem?sysparm_count=true&priority=1 - Critical')
    expect(answer.body.result.stats.count).toBe('2')
  })

  test('groups are ordered by a statistic or a field', async () => {
    expect(await keys('sysparm_count=true&sysparm_order_by=AVG^state')).toEqual(['3', '1'])
    expect(await keys('sysparm_count=true&sysparm_order_by=AVG^state^DESC')).toEqual(['1', '3'])
    expect(await keys('sysparm_count=true&sysparm_order_by=priority^DESC')).toEqual(['3', '1'])
  })

  test('groups are kept by any statistic, and all conditions must hold', async () => {
    expect(await keys('sysparm_count=true&sysparm_having=avg^state^>^1')).toEqual(['1'])
    expect(await keys('sysparm_count=true&sysparm_having=count^state^>^0,max^state^<^2')).toEqual(['3'])
    expect((await admin.get('/api/now/stats/problem?sysparm_count=true&sysparm_having=nonsense')).status).toBe(400)
  })

  test('asked for nothing, it computes nothing', async () => {
    const answer = await admin.get('/api/now/stats/problem')
    expect([answer.status, answer.body]).toEqual([200, { result: { stats: {} } }])
  })
})

describe('Attachment API', () => {
  test('a file is kept with its record, byte for byte, and goes when deleted', async () => {
    const { result } = (await molly.post('/api/now/table/incident', {})).body
    const bytes = new Uint8Array([0, 255, 10, 13, 128])
    const query = `table_name=incident&table_sys_id=${result.sys_id}&file_name=a%20b.bin`
    const made = await molly.send('POST', `/api/now/attachment/file?${query}`, bytes, { 'content-type': 'image/png' })
    expect(made.status).toBe(201)
    expect(made.body.result).toMatchObject({
      file_name: 'a b.bin',
      content_type: 'image/png',
      size_bytes: '5',
      table_sys_id: result.sys_id,
    })
    const { sys_id, download_link } = made.body.result
    const file = await fetch(download_link, {
      headers: { authorization: `Basic ${Buffer.from(`molly:${companyPassword}`).toString('base64')}` },
    })
    expect(file.headers.get('content-type')).toBe('image/png')
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes)
    expect(
      (await molly.get(`/api/now/attachment?sysparm_query=table_sys_id=${result.sys_id}`)).body.result,
    ).toHaveLength(1)
    expect((await caller(simulator.url, 'leo', companyPassword).get(`/api/now/attachment/${sys_id}`)).status).toBe(404)
    expect((await molly.delete(`/api/now/attachment/${sys_id}`)).status).toBe(204)
    expect((await molly.get(`/api/now/attachment/${sys_id}`)).status).toBe(404)
  })

  test('a file is renamed, and carries attributes that go with it', async () => {
    const { result } = (await molly.post('/api/now/table/incident', {})).body
    const query = `table_name=incident&table_sys_id=${result.sys_id}&file_name=a.txt`
    const { sys_id } = (await molly.send('POST', `/api/now/attachment/file?${query}`, 'hello')).body.result
    const path = `/api/now/attachment/${sys_id}`
    expect((await molly.patch(path, { file_name: 'b.txt' })).status).toBe(204)
    expect((await molly.get(path)).body.result.file_name).toBe('b.txt')
    expect((await molly.patch(path, {})).status).toBe(400)

    const made = await molly.post(`${path}/attributes`, { key: 'alt', value: 'a greeting' })
    expect([made.status, made.body.result]).toEqual([201, { key: 'alt', value: 'a greeting' }])
    expect((await molly.post(`${path}/attributes`, { key: 'alt' })).status).toBe(400)
    await molly.put(`${path}/attributes/alt`, { value: 'hello' })
    expect((await molly.get(`${path}/attributes`)).body.result).toEqual([{ key: 'alt', value: 'hello' }])
    expect((await molly.get(`${path}/attributes/other`)).status).toBe(404)
    expect((await caller(simulator.url, 'leo', companyPassword).get(`${path}/attributes`)).status).toBe(404)
    await molly.post(`${path}/attributes`, { key: 'more', value: '1' })
    expect((await molly.delete(`${path}/attributes/alt`)).status).toBe(204)
    expect((await molly.get(`${path}/attributes`)).body.result).toEqual([{ key: 'more', value: '1' }])
    await molly.delete(path)
    expect(simulator.records.count('sys_attachment_attribute', '')).toBe(0)
  })

  test('a file for a record that is not there: 404; a parameter too few: 400', async () => {
    const at = (query: string) => molly.send('POST', `/api/now/attachment/file?${query}`, 'x')
    expect((await at('table_name=incident&table_sys_id=none&file_name=a')).status).toBe(404)
    expect((await at('table_name=incident&file_name=a')).status).toBe(400)
  })

  test('a form with a file is taken too', async () => {
    const { result } = (await molly.post('/api/now/table/incident', {})).body
    const form = new FormData()
    form.set('table_name', 'incident')
    form.set('table_sys_id', result.sys_id)
    form.set('uploadFile', new Blob(['hello'], { type: 'text/plain' }), 'hello.txt')
    const made = await molly.send('POST', '/api/now/attachment/upload', form)
    expect(made.body.result).toMatchObject({ file_name: 'hello.txt', size_bytes: '5' })
  })
})

test('Batch API: several calls in one, one failure among them', async () => {
  const body = Buffer.from(JSON.stringify({ short_description: 'by batch' })).toString('base64')
  const headers = [
    { name: 'Content-Type', value: 'application/json' },
    { name: 'Accept', value: 'application/json' },
  ]
  const answer = await admin.post('/api/now/v1/batch', {
    batch_request_id: '1',
    rest_requests: [
      { id: 'a', method: 'POST', url: '/api/now/table/incident', headers, body },
      { id: 'b', method: 'GET', url: '/api/now/table/incident/none', headers, exclude_response_headers: true },
    ],
  })
  const [a, b] = answer.body.serviced_requests
  expect(answer.body.unserviced_requests).toEqual([])
  expect([a.id, a.status_code, a.status_text]).toEqual(['a', 201, 'Created'])
  expect(JSON.parse(Buffer.from(a.body, 'base64').toString()).result.short_description).toBe('by batch')
  expect([b.status_code, b.headers]).toEqual([404, []])
})

test('Import Set API: rows are transformed, found again by their coalesce field', async () => {
  const { records } = simulator
  put(records, 'sys_db_object', 'staging', {
    name: 'imp_user',
    label: 'Import users',
    super_class: records.find('sys_db_object', 'name=sys_import_set_row')[0]?.sys_id ?? '',
  })
  for (const element of ['login', 'full_name'])
    put(records, 'sys_dictionary', `imp ${element}`, { name: 'imp_user', element, internal_type: 'string' })
  const map = put(records, 'sys_transform_map', 'map', {
    name: 'User',
    source_table: 'imp_user',
    target_table: 'sys_user',
    active: 'true',
  })
  put(records, 'sys_transform_entry', 'e1', { map, source_field: 'login', target_field: 'user_name', coalesce: 'true' })
  put(records, 'sys_transform_entry', 'e2', { map, source_field: 'full_name', target_field: 'name' })
  const first = await admin.post('/api/now/import/imp_user', { login: 'john', full_name: 'John Public' })
  expect(first.status).toBe(201)
  expect(first.body).toMatchObject({
    import_set: expect.stringMatching(/^ISET\d{7}$/),
    staging_table: 'imp_user',
    result: [
      {
        transform_map: 'User',
        table: 'sys_user',
        display_name: 'name',
        display_value: 'John Public',
        status: 'inserted',
      },
    ],
  })
  expect(
    (await admin.post('/api/now/import/imp_user', { login: 'john', full_name: 'John P.' })).body.result[0].status,
  ).toBe('updated')
  expect(
    (await admin.post('/api/now/import/imp_user', { login: 'john', full_name: 'John P.' })).body.result[0].status,
  ).toBe('ignored')
  expect((await molly.post('/api/now/import/imp_user', { login: 'x' })).status).toBe(403)

  const staged = records.find('imp_user', 'login=john^ORDERBYsys_created_on')[0]?.sys_id ?? ''
  const read = await admin.get(`/api/now/import/imp_user/${staged}`)
  expect([read.status, read.body]).toEqual([
    200,
    { ...first.body, result: [{ ...first.body.result[0], display_value: 'John P.' }] },
  ])
  expect((await admin.get('/api/now/import/imp_user/none')).status).toBe(404)
})
