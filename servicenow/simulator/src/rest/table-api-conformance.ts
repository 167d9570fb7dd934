import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caller } from './testing-caller.ts'

export type Instance = {
  /** `https://name.service-now.com` or a simulator's address. */
  url: string
  /** An account that may create, change and delete incidents, by Basic authentication or with a token. */
  userName: string
  password?: string
}

/**
 * What any instance's Table API must do, told from its documentation: run against the simulator in every test run, and
 * against a real instance where one is named. It writes incidents with a mark of its own and deletes them again.
 */
export function tableApiConformance(name: string, open: () => Promise<Instance>): void {
  describe(`Table API of ${name}`, () => {
    const mark = `conformance-${Date.now().toString(36)}`
    const ids: string[] = []
    const table = '/api/now/table/incident'
    const marked = `sysparm_query=correlation_id=${mark}`
    let url = ''
    let api: ReturnType<typeof caller>

    beforeAll(async () => {
      const instance = await open()
      url = instance.url
      api = caller(instance.url, instance.userName, instance.password)
      for (const [urgency, impact] of [
        ['1', '1'],
        ['2', '1'],
        ['3', '3'],
      ] as const) {
        const body = { short_description: `${mark} ${urgency}`, correlation_id: mark, urgency, impact }
        const made = await api.post(table, body)
        expect(made.status).toBe(201)
        ids.push(made.body.result.sys_id)
      }
    })
    afterAll(async () => {
      for (const id of ids) await api.delete(`${table}/${id}`)
    })

    const list = (more: string) => api.get(`${table}?${more}`)
    const urgencies = async (query: string) => {
      const { body } = await list(`sysparm_query=correlation_id=${mark}^${query}&sysparm_fields=urgency`)
      return body.result.map((row: { urgency: string }) => row.urgency)
    }

    test('a new record answers 201 with its address, a number and text in every field', async () => {
      const made = await api.post(table, { correlation_id: mark, short_description: 'one more' })
      ids.push(made.body.result.sys_id)
      expect(made.status).toBe(201)
      expect(made.headers.get('location')).toContain(`/table/incident/${made.body.result.sys_id}`)
      expect(made.body.result.number).toMatch(/^INC\d+$/)
      expect(made.body.result).toMatchObject({
        active: 'true',
        sys_mod_count: '0',
        sys_class_name: 'incident',
        work_notes: '',
      })
      expect(made.body.result.sys_created_on).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
      expect(made.body.result.opened_by).toEqual({
        link: expect.stringContaining('/table/sys_user/'),
        value: expect.any(String),
      })
      await api.delete(`${table}/${ids.pop()}`)
    })

    test('a record that is not there answers 404 with the known envelope', async () => {
      const answer = await api.get(`${table}/00000000000000000000000000000000`)
      expect(answer.status).toBe(404)
      expect(answer.body).toMatchObject({
        error: { message: 'No Record found', detail: expect.any(String) },
        status: 'failure',
      })
    })

    test('nobody answers 401, an unknown table 400', async () => {
      expect((await fetch(`${url}${table}?sysparm_limit=1`)).status).toBe(401)
      const answer = await api.get('/api/now/table/no_such_table_here')
      expect([answer.status, answer.body.error.message]).toEqual([400, 'Invalid table no_such_table_here'])
    })

    test('PATCH changes what it names and counts it; "" clears', async () => {
      const id = ids[0]
      const before = (await api.get(`${table}/${id}`)).body.result
      const changed = (await api.patch(`${table}/${id}`, { description: 'changed' })).body.result
      expect(changed).toMatchObject({ description: 'changed', short_description: before.short_description })
      expect(Number(changed.sys_mod_count)).toBeGreaterThan(Number(before.sys_mod_count))
      expect((await api.patch(`${table}/${id}`, { description: '' })).body.result.description).toBe('')
    })

    test('lists are limited, counted and linked', async () => {
      const page = await list(`${marked}^ORDERBYurgency&sysparm_limit=2`)
      expect(page.body.result).toHaveLength(2)
      expect(page.headers.get('x-total-count')).toBe('3')
      expect(page.headers.get('link')).toMatch(/<[^>]*sysparm_offset=2[^>]*>;\s*rel="next"/)
      const rest = await list(`${marked}^ORDERBYurgency&sysparm_limit=2&sysparm_offset=2`)
      expect(rest.body.result).toHaveLength(1)
    })

    test('nothing found is an empty list, and in version 1 a 404', async () => {
      const none = 'sysparm_query=number=none'
      expect((await list(none)).body).toEqual({ result: [] })
      expect((await api.get(`/api/now/v1/table/incident?${none}`)).status).toBe(404)
    })

    test.each([
      ['urgency=1', ['1']],
      ['urgency!=1^ORDERBYurgency', ['2', '3']],
      ['urgency>1^ORDERBYurgency', ['2', '3']],
      ['urgencyIN1,3^ORDERBYurgency', ['1', '3']],
      ['urgencyBETWEEN1@2^ORDERBYurgency', ['1', '2']],
      ['urgency=1^ORurgency=3^ORDERBYDESCurgency', ['3', '1']],
      ['short_descriptionENDSWITH 2', ['2']],
      ['short_descriptionLIKE 3', ['3']],
      ['assigned_toISEMPTY^ORDERBYurgency', ['1', '2', '3']],
      ['opened_by=javascript:gs.getUserID()^ORDERBYurgency', ['1', '2', '3']],
    ])('the query %s finds what it should', async (query, expected) => {
      expect(await urgencies(query)).toEqual(expected)
    })

    test('^NQ starts a query of its own', async () => {
      const { body } = await list(
        `sysparm_query=correlation_id=${mark}^urgency=1^NQcorrelation_id=${mark}^urgency=3&sysparm_fields=urgency`,
      )
      expect(body.result).toHaveLength(2)
    })

    test('a condition on a field that is not there is passed over', async () => {
      expect((await list(`${marked}^no_such_field_here=1`)).body.result).toHaveLength(3)
    })

    test('fields are chosen, dot-walked ones keep their name, unknown ones are left out', async () => {
      const { body } = await list(`${marked}^urgency=1&sysparm_fields=number,opened_by.user_name,no_such_field_here`)
      expect(Object.keys(body.result[0]).sort()).toEqual(['number', 'opened_by.user_name'])
    })

    test('display values come as names, alone or beside the values', async () => {
      const shown = (display: string, more = '') =>
        list(`${marked}^urgency=1&sysparm_fields=urgency,opened_by&sysparm_display_value=${display}${more}`)
      const [named] = (await shown('true')).body.result
      expect(named.urgency).toMatch(/High/)
      expect(named.opened_by).toEqual({ display_value: expect.any(String), link: expect.any(String) })
      const [both] = (await shown('all', '&sysparm_exclude_reference_link=true')).body.result
      expect(both.urgency).toEqual({ display_value: expect.stringMatching(/High/), value: '1' })
      expect(both.opened_by).toEqual({ display_value: expect.any(String), value: expect.any(String) })
    })

    test('work notes are written to the journal and read from it', async () => {
      const id = ids[1]
      expect((await api.patch(`${table}/${id}`, { work_notes: `note ${mark}` })).body.result.work_notes).toBe('')
      const entries = await api.get(
        `/api/now/table/sys_journal_field?sysparm_query=element_id=${id}^element=work_notes&sysparm_fields=value,name`,
      )
      expect(entries.body.result).toEqual([{ value: `note ${mark}`, name: 'incident' }])
    })

    test('DELETE answers 204, and what it deleted is gone', async () => {
      const id = ids.pop()
      expect((await api.delete(`${table}/${id}`)).status).toBe(204)
      expect((await api.get(`${table}/${id}`)).status).toBe(404)
    })
  })
}
