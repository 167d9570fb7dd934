import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caller } from '../rest/testing-caller.ts'
import { administrator } from '../seed/base-system.ts'
import { companyPassword } from '../seed/company.ts'
import { type Simulator, startSimulator } from '../start-simulator.ts'
import { system } from '../store/open-records.ts'

const laptop = '04b7e94b4f7b4200086eeed18110c7fd'
const producer = '3f1dd0320a0a0b99000a53f7604a2ef9'
const sc = '/api/sn_sc/servicecatalog'

let simulator: Simulator
let admin: ReturnType<typeof caller>
let molly: ReturnType<typeof caller>
let dora: ReturnType<typeof caller>
beforeAll(async () => {
  simulator = await startSimulator()
  admin = caller(simulator.url, administrator.userName, administrator.password)
  molly = caller(simulator.url, 'molly', companyPassword)
  dora = caller(simulator.url, 'dora', companyPassword)
})
afterAll(() => simulator.stop())

const userId = (login: string) => simulator.records.find('sys_user', `user_name=${login}`)[0]?.sys_id ?? ''

describe('reading the catalog', () => {
  test('catalogs, categories and items', async () => {
    const [catalog] = (await molly.get(`${sc}/catalogs`)).body.result
    expect(catalog).toMatchObject({ title: 'Service Catalog', has_categories: true, has_items: true })
    const categories = (await molly.get(`${sc}/catalogs/${catalog.sys_id}/categories`)).body.result
    expect(categories.map((category: { title: string }) => category.title)).toEqual(['Can We Help You?', 'Hardware'])
    const found = (await molly.get(`${sc}/items?sysparm_text=laptop`)).body.result
    expect(found).toMatchObject([{ sys_id: laptop, name: 'Standard Laptop', type: 'catalog_item', price: '$1,100.00' }])
    const help = categories[0].sys_id
    expect((await molly.get(`/api/sn_sc/v1/servicecatalog/items?sysparm_category=${help}`)).body.result).toHaveLength(1)
  })

  test('lists are searched, paged and kept to a kind', async () => {
    const length = async (path: string) => (await molly.get(`${sc}/${path}`)).body.result.length
    expect(await length('catalogs?sysparm_text=service')).toBe(1)
    expect(await length('catalogs?sysparm_text=nonsense')).toBe(0)
    expect(await length('catalogs?sysparm_limit=0')).toBe(0)
    const { sys_id } = (await molly.get('/api/sn_sc/v2/servicecatalog/catalogs')).body.result[0]
    expect(await length(`catalogs/${sys_id}/categories?sysparm_limit=1&sysparm_offset=1`)).toBe(1)
    expect(await length(`catalogs/${sys_id}/categories?sysparm_top_level_only=true`)).toBe(2)
    const [hardware] = simulator.records.find('sc_category', 'title=Hardware')
    const below = { title: 'Bags', parent: hardware?.sys_id ?? '', sc_catalog: sys_id, active: 'true' }
    simulator.records.insert('sc_category', below, system)
    expect(await length(`catalogs/${sys_id}/categories`)).toBe(3)
    expect(await length(`catalogs/${sys_id}/categories?sysparm_top_level_only=true`)).toBe(2)
    expect(await length('items?sysparm_type=record_producer')).toBe(1)
  })

  test('an item with its questions and their choices', async () => {
    const { result } = (await molly.get(`${sc}/items/${laptop}`)).body
    expect(result.variables[0]).toMatchObject({
      name: 'memory',
      friendly_type: 'select_box',
      mandatory: true,
      value: '16',
      choices: [
        { label: '16 GB', value: '16', index: 0 },
        { label: '32 GB', value: '32', index: 1 },
      ],
    })
  })

  test('an item that is not there: 404', async () => {
    expect((await molly.get(`${sc}/items/nonsense`)).status).toBe(404)
  })
})

describe('ordering', () => {
  test('makes a request, an item of it with the answers, and a task', async () => {
    const ordered = await molly.post(`${sc}/items/${laptop}/order_now`, {
      sysparm_quantity: '2',
      variables: { memory: '32', needs_bag: 'true' },
    })
    expect(ordered.status).toBe(200)
    const { result } = ordered.body
    expect(result).toEqual({
      sys_id: result.request_id,
      number: result.request_number,
      request_number: expect.stringMatching(/^REQ\d{7}$/),
      request_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      table: 'sc_request',
    })
    const query = `sysparm_query=request=${result.request_id}&sysparm_exclude_reference_link=true`
    const [ritm] = (await molly.get(`/api/now/table/sc_req_item?${query}`)).body.result
    expect(ritm).toMatchObject({
      quantity: '2',
      cat_item: laptop,
      requested_for: userId('molly'),
      opened_by: userId('molly'),
    })
    const fields = 'sysparm_fields=sc_item_option.item_option_new.name,sc_item_option.value'
    const answers = await dora.get(
      `/api/now/table/sc_item_option_mtom?sysparm_query=request_item=${ritm.sys_id}&${fields}`,
    )
    expect(answers.body.result).toEqual([
      { 'sc_item_option.item_option_new.name': 'memory', 'sc_item_option.value': '32' },
      { 'sc_item_option.item_option_new.name': 'additional_software', 'sc_item_option.value': '' },
      { 'sc_item_option.item_option_new.name': 'needs_bag', 'sc_item_option.value': 'true' },
    ])
    expect((await dora.get(`/api/now/table/sc_task?request_item=${ritm.sys_id}`)).body.result).toHaveLength(1)
  })

  test('a bad quantity: 400; a question without an answer: 400', async () => {
    expect((await molly.post(`${sc}/items/${laptop}/order_now`, { sysparm_quantity: '0' })).status).toBe(400)
    const empty = await molly.post(`${sc}/items/${laptop}/order_now`, {
      sysparm_quantity: 1,
      variables: { memory: '' },
    })
    expect([empty.status, empty.body.error.message]).toEqual([400, 'Mandatory Variables are required'])
  })

  test('for somebody else is for the roles of the property', async () => {
    const order = { sysparm_quantity: 1, sysparm_requested_for: userId('leo') }
    expect((await molly.post(`${sc}/items/${laptop}/order_now`, order)).status).toBe(403)
    const ordered = await dora.post(`${sc}/items/${laptop}/order_now`, order)
    const [ritm] = simulator.records.find('sc_req_item', `request=${ordered.body.result.request_id}`)
    expect(ritm).toMatchObject({ requested_for: userId('leo'), opened_by: userId('dora'), sys_created_by: 'dora' })
  })

  test('through the cart', async () => {
    const added = await molly.post(`${sc}/items/${laptop}/add_to_cart`, {
      sysparm_quantity: '1',
      variables: { memory: '16' },
    })
    expect(added.body.result).toMatchObject({
      subtotal: '$1,100.00',
      items: [{ quantity: '1', item_name: 'Standard Laptop' }],
    })
    const { cart_item_id } = added.body.result.items[0]
    const changed = await molly.put(`${sc}/cart/${cart_item_id}`, { sysparm_quantity: 3, variables: { memory: '32' } })
    expect(changed.body.result.items[0]).toMatchObject({ quantity: '3', variables: { memory: '32' } })
    const whole = (await molly.get(`${sc}/cart`)).body.result
    expect(whole).toMatchObject({
      cart_id: added.body.result.cart_id,
      subtotal_price: '$3,300.00',
      none: {
        subtotal_price: '$3,300.00',
        frequency_label: null,
        items: [{ cart_item_id, quantity: '3', price: '$1,100.00', subtotal: 3300, recurring_price: '$0.00' }],
      },
    })
    expect((await dora.delete(`${sc}/cart/${cart_item_id}`)).status).toBe(400)
    const ordered = await molly.post(`${sc}/cart/submit_order`, {})
    expect(ordered.body.result.request_number).toMatch(/^REQ/)
    const [ritm] = simulator.records.find('sc_req_item', `request=${ordered.body.result.request_id}`)
    expect(ritm?.quantity).toBe('3')
    const empty = (await molly.get(`${sc}/cart`)).body.result
    expect(empty).toMatchObject({ cart_id: whole.cart_id, subtotal_price: '$0.00' })
    expect(empty).not.toHaveProperty('none')
    expect((await molly.post(`${sc}/cart/submit_order`, {})).status).toBe(400)
  })

  test('a cart tells what recurs from what is paid once', async () => {
    simulator.records.update('sc_cat_item', laptop, { recurring_frequency: 'monthly', recurring_price: '29' }, system)
    await molly.post(`${sc}/items/${laptop}/add_to_cart`, { sysparm_quantity: '2', variables: { memory: '16' } })
    const { result } = (await molly.get(`${sc}/cart`)).body
    expect(result).not.toHaveProperty('none')
    expect(result).toMatchObject({
      subtotal_recurring_price: '$58.00',
      monthly: { subtotal_price: '$2,200.00', subtotal_recurring_frequency: 'monthly', items: [{ quantity: '2' }] },
    })
    expect((await molly.delete(`${sc}/cart/${result.cart_id}/empty`)).status).toBe(204)
    simulator.records.update('sc_cat_item', laptop, { recurring_frequency: '', recurring_price: '' }, system)
  })

  test('it is told where things for a person are sent', async () => {
    const location = simulator.records.find('cmn_location', '')[0] ?? {}
    simulator.records.update('sys_user', userId('molly'), { location: location.sys_id ?? '' }, system)
    simulator.records.update('cmn_location', location.sys_id ?? '', { street: 'Main St 1', city: 'Cork' }, system)
    const answer = await molly.get(`${sc}/cart/delivery_address/${userId('molly')}`)
    expect(answer.body.result).toMatch(/^Main St 1\nCork/)
    expect((await molly.get(`${sc}/cart/delivery_address/none`)).status).toBe(400)
  })

  test('a record producer makes a record of its table', async () => {
    const made = await molly.post(`${sc}/items/${producer}/submit_producer`, {
      variables: { short_description: 'no mail', urgency: '1' },
    })
    const { result } = made.body
    expect(result).toMatchObject({ table: 'incident', number: expect.stringMatching(/^INC/) })
    expect(simulator.records.get('incident', result.sys_id)).toMatchObject({
      short_description: 'no mail',
      urgency: '1',
    })
  })
})

describe('closing', () => {
  async function orderedItem() {
    const ordered = await molly.post(`${sc}/items/${laptop}/order_now`, { sysparm_quantity: 1 })
    const request = ordered.body.result.request_id
    const [ritm] = simulator.records.find('sc_req_item', `request=${request}`)
    const [task] = simulator.records.find('sc_task', `request_item=${ritm?.sys_id}`)
    return { request, ritm: ritm?.sys_id ?? '', task: task?.sys_id ?? '' }
  }

  test.each([
    ['3', '3', 'closed_complete'],
    ['4', '4', 'closed_incomplete'],
    ['7', '7', 'closed_skipped'],
  ])('a task closed with %s closes its item with %s and its request as %s', async (state, itemState, requestState) => {
    const { request, ritm, task } = await orderedItem()
    await dora.patch(`/api/now/table/sc_task/${task}`, { state })
    expect(simulator.records.get('sc_req_item', ritm)).toMatchObject({ state: itemState, active: 'false' })
    expect(simulator.records.get('sc_request', request)).toMatchObject({ request_state: requestState, active: 'false' })
  })

  test('a request that is cancelled cancels its items and tasks', async () => {
    const { request, ritm, task } = await orderedItem()
    await dora.patch(`/api/now/table/sc_request/${request}`, { request_state: 'closed_cancelled' })
    expect(simulator.records.get('sc_req_item', ritm)).toMatchObject({
      state: '4',
      stage: 'Request Cancelled',
      active: 'false',
    })
    expect(simulator.records.get('sc_task', task)?.active).toBe('false')
  })

  test('an item that is approved by hand goes on, one that is rejected ends; others asked are left alone', async () => {
    const { ritm } = await orderedItem()
    const ask = async (login: string) =>
      (
        await admin.post('/api/now/table/sysapproval_approver', {
          sysapproval: ritm,
          approver: userId(login),
          state: 'requested',
        })
      ).body.result.sys_id
    const [first, second] = [await ask('marcus'), await ask('fiona')]
    expect(simulator.records.get('sc_req_item', ritm)?.approval).toBe('requested')
    const marcus = caller(simulator.url, 'marcus', companyPassword)
    expect((await marcus.patch(`/api/now/table/sysapproval_approver/${second}`, { state: 'approved' })).status).toBe(
      404,
    )
    await marcus.patch(`/api/now/table/sysapproval_approver/${first}`, { state: 'rejected', comments: 'too dear' })
    expect(simulator.records.get('sysapproval_approver', second)?.state).toBe('not_required')
    expect(simulator.records.get('sc_req_item', ritm)).toMatchObject({ approval: 'rejected', state: '4' })
    const history = simulator.records.find('sys_journal_field', `element_id=${ritm}^element=approval_history`)
    expect(history[0]?.value).toBe('Marcus Reed rejected the task: too dear')
  })
})
