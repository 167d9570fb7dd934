import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Loans, startWithLoans } from '../app/testing-loans.ts'

let loans: Loans
beforeAll(async () => {
  loans = await startWithLoans()
  await loans.script(`
    var rows = [['lamp', 'lent', 3], ['desk', 'back', 9], ['desk', 'lent', 2], ['chair ^ co', '', 1]]
    rows.forEach(function (row) {
      var gr = new GlideRecord('x_acme_loans_loan')
      gr.initialize()
      gr.device = row[0]
      gr.setValue('state', row[1])
      gr.setValue('days', row[2])
      gr.setWorkflow(false)
      gr.insert()
    })`)
})
afterAll(() => loans.simulator.stop())

/** A script's last value, as JSON. */
const run = async (text: string, scope?: string) =>
  JSON.parse(String(await loans.script(`JSON.stringify((function () { ${text} })())`, scope)))
const devices = (build: string) =>
  run(
    `var gr = new GlideRecord('x_acme_loans_loan'); ${build}; gr.query(); var all = []; while (gr.next()) all.push(String(gr.device)); return all.sort()`,
  )

describe('GlideRecord', () => {
  test('conditions: equal, operator, one of two, empty, encoded', async () => {
    expect(await devices(`gr.addQuery('state', 'lent')`)).toEqual(['desk', 'lamp'])
    expect(await devices(`gr.addQuery('days', '>', 2)`)).toEqual(['desk', 'lamp'])
    expect(await devices(`gr.addQuery('device', 'lamp').addOrCondition('state', 'back')`)).toEqual(['desk', 'lamp'])
    expect(await devices(`gr.addNullQuery('state')`)).toEqual(['chair ^ co'])
    expect(await devices(`gr.addNotNullQuery('state'); gr.addQuery('device', '!=', 'desk')`)).toEqual(['lamp'])
    expect(await devices(`gr.addEncodedQuery('device=desk^state=lent^NQdevice=lamp')`)).toEqual(['desk', 'lamp'])
    expect(await devices(`gr.addQuery('device', 'IN', ['lamp', 'desk']); gr.addQuery('state', 'back')`)).toEqual([
      'desk',
    ])
  })

  test('a value with ^ in it is a value and nothing else', async () => {
    expect(await devices(`gr.addQuery('device', 'chair ^ co')`)).toEqual(['chair ^ co'])
    expect(await devices(`gr.addQuery('device', 'x^ORdevice=lamp')`)).toEqual([])
  })

  test('order, limit and count', async () => {
    const script = `var gr = new GlideRecord('x_acme_loans_loan'); gr.orderByDesc('days'); gr.setLimit(2); gr.query();
      var all = [gr.getRowCount(), gr.hasNext()]; while (gr.next()) all.push(gr.getValue('days')); return all`
    expect(await run(script)).toEqual([2, true, '9', '3'])
  })

  test('values are text, empty ones null, booleans 1 and 0, and a field reads as text', async () => {
    const script = `var gr = new GlideRecord('x_acme_loans_loan'); gr.get('device', 'lamp');
      return [gr.getValue('days'), gr.getValue('note'), gr.getValue('urgent'), gr.urgent + '', gr.days == 3, gr.nothing === undefined, gr.isValidRecord(), gr.getDisplayValue('state'), gr.state.nil()]`
    expect(await run(script)).toEqual(['3', null, '0', 'false', true, true, true, 'Lent out', false])
  })

  test('references: dot-walking, getRefRecord, display values', async () => {
    const script = `var gr = new GlideRecord('sys_user'); gr.get('user_name', 'molly');
      return [String(gr.manager.user_name), String(gr.manager.manager.user_name), gr.manager.getRefRecord().getValue('user_name'), gr.getDisplayValue('manager'), gr.getElement('manager.email').toString(), String(gr.location.name), String(gr.manager.manager.manager.name)]`
    expect(await run(script)).toEqual(['marcus', 'diana', 'marcus', 'Marcus Reed', 'marcus@acme.example', 'Dublin', ''])
  })

  test('insert, update and delete answer with the sys_id, and a rule that aborts with null', async () => {
    const script = `var gr = new GlideRecord('x_acme_loans_loan'); gr.newRecord(); gr.device = 'pen'; var id = gr.insert();
      gr.setDisplayValue('state', 'Back again'); var same = gr.update() === id;
      var bad = new GlideRecord('x_acme_loans_loan'); bad.initialize(); bad.device = 'broken'; var none = bad.insert();
      var number = gr.getValue('number'), state = gr.getValue('state'), note = gr.getValue('note');
      return [same, none, /^LOAN\\d{7}$/.test(number), state, note, gr.deleteRecord(), new GlideRecord('x_acme_loans_loan').get(id)]`
    expect(await run(script)).toEqual([true, null, true, 'back', 'checked', true, false])
  })

  test('rules are left out with setWorkflow(false)', async () => {
    const script = `var gr = new GlideRecord('x_acme_loans_loan'); gr.initialize(); gr.device = 'broken'; gr.setWorkflow(false); var id = gr.insert(); gr.deleteRecord(); return id !== null && gr.getValue('note') === null`
    expect(await run(script)).toBe(true)
  })

  test('a password2 field is set by its display value, decrypted by scripts, and never clear in a table', async () => {
    const script = `var gr = new GlideRecord('x_acme_loans_loan'); gr.initialize(); gr.device = 'safe'; gr.pin.setDisplayValue('0000-secret'); gr.insert(); return [gr.pin.getDecryptedValue(), gr.getValue('pin').indexOf('0000-secret')]`
    expect(await run(script)).toEqual(['0000-secret', -1])
    const answer = await loans.as('admin').get('/api/now/table/x_acme_loans_loan?sysparm_query=device=safe')
    expect(answer.text).not.toContain('0000-secret')
    expect(JSON.stringify(loans.simulator.records.find('x_acme_loans_loan', ''))).not.toContain('0000-secret')
  })

  test('updateMultiple and deleteMultiple act on what the query finds', async () => {
    const script = `var gr = new GlideRecord('x_acme_loans_loan'); gr.addQuery('device', 'desk'); gr.setValue('note', 'swept'); gr.setWorkflow(false); gr.updateMultiple();
      var ga = new GlideAggregate('x_acme_loans_loan'); ga.addQuery('note', 'swept'); ga.addAggregate('COUNT'); ga.query(); ga.next(); return ga.getAggregate('COUNT')`
    expect(await run(script)).toBe('2')
  })
})

describe('the rest of Glide', () => {
  test('GlideAggregate counts and sums by group', async () => {
    const script = `var ga = new GlideAggregate('x_acme_loans_loan'); ga.addQuery('device', 'IN', 'desk,lamp'); ga.groupBy('device'); ga.orderBy('device'); ga.addAggregate('SUM', 'days'); ga.query();
      var all = []; while (ga.next()) all.push([ga.getValue('device'), ga.getAggregate('COUNT'), ga.getAggregate('SUM', 'days'), ga.getAggregate('MAX', 'days')]); return all`
    expect(await run(script)).toEqual([
      ['desk', '2', '11', '9'],
      ['lamp', '1', '3', '3'],
    ])
  })

  test('GlideDateTime follows the instance clock and counts in UTC', async () => {
    const script = `var now = new GlideDateTime(), then = new GlideDateTime('2026-01-31 23:00:00'); then.addMonthsUTC(1); var later = new GlideDateTime(now); later.addDaysUTC(2);
      return [now.getValue(), then.getValue(), later.after(now), GlideDateTime.subtract(now, later).getDisplayValue(), new GlideDateTime('nonsense').isValid(), new GlideDuration('1 02:00:00').getValue()]`
    expect(await run(script)).toEqual([
      '2026-03-02 09:00:00',
      '2026-02-28 23:00:00',
      true,
      '2 Days',
      false,
      '1970-01-02 02:00:00',
    ])
  })

  test('hashes and keyed hashes are those of the standards', async () => {
    const script = `return [new GlideDigest().getSHA256Hex('abc'), new CertificateEncryption().generateMac(gs.base64Encode('key'), 'HmacSHA256', 'The quick brown fox jumps over the lazy dog')]`
    expect(await run(script)).toEqual([
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      '97yD9DBThCSxMpjmqm+xQ+9NWaFJRhdZl0edvC0aPNg=',
    ])
  })

  test('properties, messages and the scope', async () => {
    const script = `gs.setProperty('x_acme_loans.try', 'yes'); return [gs.getProperty('x_acme_loans.try'), gs.getProperty('x_acme_loans.none', 'otherwise'), gs.getCurrentScopeName(), gs.getMessage('{0} of {1}', [1, 2]), gs.nil(''), gs.generateGUID().length, gs.hasRole('anything')]`
    expect(await run(script)).toEqual(['yes', 'otherwise', 'x_acme_loans', '1 of 2', true, 32, true])
  })

  test('what is forbidden in a scope throws there, and works in global', async () => {
    await expect(run('return gs.nowDateTime()')).rejects.toThrow(
      'Function nowDateTime is not allowed in scope x_acme_loans',
    )
    expect(await run('return gs.nowDateTime()', 'global')).toBe('2026-03-02 09:00:00')
    expect(await run(`return typeof GlideEncrypter`)).toBe('undefined')
  })

  test('nothing of Node can be reached by name', async () => {
    expect(
      await run('return [typeof process, typeof fetch, typeof Buffer, typeof setTimeout, typeof console]'),
    ).toEqual(Array(5).fill('undefined'))
  })

  test('script includes are reached by name, by scope, and from the global scope', async () => {
    expect(await run(`return [new Greeter('A').greet(), new x_acme_loans.Greeter('B').greet()]`)).toEqual([
      'Hello A from x_acme_loans',
      'Hello B from x_acme_loans',
    ])
    expect(await run(`return new x_acme_loans.Greeter('C').greet()`, 'global')).toBe('Hello C from x_acme_loans')
  })

  test('access rules hold for GlideRecordSecure and for nobody else', async () => {
    const as = async (login: string, text: string) => {
      const user = loans.simulator.records.find('sys_user', `user_name=${login}`)[0]
      const who = { userId: user?.sys_id ?? '', userName: login, roles: new Set<string>(), isSystem: false }
      const task = {
        kind: 'operation',
        name: 'script.background',
        input: { script: text, scope: 'x_acme_loans' },
        who,
      } as const
      return loans.simulator.runtime.executor.perform(task)
    }
    const count = (kind: string) =>
      `var gr = new ${kind}('x_acme_loans_loan'); gr.query(); var n = 0; while (gr.next()) n++; n`
    expect(Number(await as('molly', count('GlideRecord')))).toBeGreaterThan(0)
    expect(await as('molly', count('GlideRecordSecure'))).toBe('0')
  })

  test('the first use of a base table is noted as a cross-scope privilege; a denied one throws', async () => {
    await run(`var gr = new GlideRecord('incident'); gr.setLimit(1); gr.query(); return 1`)
    const rows = loans.simulator.records.find('sys_scope_privilege', 'target_name=incident')
    expect(rows).toMatchObject([{ operation: 'read', status: 'allowed' }])
    await loans.as('admin').patch(`/api/now/table/sys_scope_privilege/${rows[0]?.sys_id}`, { status: 'denied' })
    await expect(run(`var gr = new GlideRecord('incident'); gr.query(); return 1`)).rejects.toThrow(
      'Security restricted',
    )
  })
})
