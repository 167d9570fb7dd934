import { afterAll, beforeAll, expect, test } from 'vitest'
import { companyPassword } from '../seed/company.ts'
import { type Simulator, setProperty, startSimulator } from '../start-simulator.ts'
import { system } from '../store/open-records.ts'
import { platformWordsDe } from './platform-words-de.ts'
import { visit } from './testing-visitor.ts'
import { wordsDe } from './words-de.ts'

const laptop = '04b7e94b4f7b4200086eeed18110c7fd'
const producer = '3f1dd0320a0a0b99000a53f7604a2ef9'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator()
})
afterAll(() => simulator.stop())

const as = (login: string) => visit(simulator.url, login, companyPassword)
const userId = (login: string) => simulator.records.find('sys_user', `user_name=${login}`)[0]?.sys_id ?? ''

test('who is not signed in is asked to, and led back; a wrong password says so', async () => {
  const stranger = await visit(simulator.url, 'molly', 'wrong')
  const page = await stranger.go('/sp?id=my_requests')
  expect(page.path).toBe('/sp/login?next=%2Fsp%3Fid%3Dmy_requests')
  expect(
    (await stranger.go('/sp/login', { user_name: 'molly', user_password: 'x', next: '//evil.example' })).status,
  ).toBe(401)
  const home = await stranger.go('/sp/login', {
    user_name: 'molly',
    user_password: companyPassword,
    next: '//evil.example',
  })
  expect([home.path, home.status]).toEqual(['/sp', 200])
})

test('the catalog lists items, and searches them', async () => {
  const molly = await as('molly')
  expect((await molly.go('/sp')).text).toContain('Standard Laptop')
  expect((await molly.go('/sp?id=sc_home&q=incident')).text).not.toContain('Standard Laptop')
})

test('a form is made of the questions of an item, and orders it', async () => {
  const molly = await as('molly')
  const form = await molly.go(`/sp?id=sc_cat_item&sys_id=${laptop}`)
  expect(form.text).toMatch(/<label for="memory">How much memory\?/)
  expect(form.text).toContain('<option value="16" selected>16 GB</option>')
  const empty = await molly.send(`/sp?id=sc_cat_item&sys_id=${laptop}`, { memory: '' })
  expect([empty.status, empty.text.includes('Please answer: How much memory?')]).toEqual([400, true])
  const ordered = await molly.send(`/sp?id=sc_cat_item&sys_id=${laptop}`, { memory: '32', needs_bag: 'on' })
  expect(ordered.text).toMatch(/Thank you\. We have it as RITM\d{7}/)
  expect(ordered.text).toContain('32 GB')
  expect((await molly.go('/sp?id=my_requests')).text).toContain('A laptop for everyday work')
})

test('a form that was not sent from a page of ours is refused', async () => {
  const molly = await as('molly')
  expect((await molly.go(`/sp?id=sc_cat_item&sys_id=${laptop}`, { memory: '32', sysparm_ck: 'forged' })).status).toBe(
    403,
  )
})

test('a record producer is sent the same way', async () => {
  const molly = await as('molly')
  const made = await molly.send(`/sp?id=sc_cat_item&sys_id=${producer}`, {
    short_description: 'No <b>mail</b>',
    urgency: '1',
  })
  expect(made.text).toMatch(/INC\d{7}: No &lt;b&gt;mail&lt;\/b&gt;/)
})

test('an approval is decided by the one who is asked; a rejection needs a comment', async () => {
  const molly = await as('molly')
  const ordered = await molly.send(`/sp?id=sc_cat_item&sys_id=${laptop}`, { memory: '32' })
  const ritm = /sys_id=([0-9a-f]{32})/.exec(ordered.path)?.[1] ?? ''
  simulator.records.insert(
    'sysapproval_approver',
    { sysapproval: ritm, approver: userId('marcus'), state: 'requested' },
    system,
  )
  const approval = simulator.records.find('sysapproval_approver', `sysapproval=${ritm}`)[0]?.sys_id ?? ''
  expect((await molly.go(`/sp?id=ticket&table=sc_req_item&sys_id=${ritm}`)).text).toContain('Waiting for')
  const leo = await as('leo')
  expect((await leo.send('/sp?id=approvals', { sys_id: approval, decision: 'approve' })).status).toBe(404)
  const marcus = await as('marcus')
  expect((await marcus.go('/sp?id=approvals')).text).toContain('A laptop for everyday work')
  expect((await marcus.send('/sp?id=approvals', { sys_id: approval, decision: 'reject', comments: '' })).status).toBe(
    400,
  )
  await marcus.send('/sp?id=approvals', { sys_id: approval, decision: 'approve', comments: 'fine' })
  expect(simulator.records.get('sysapproval_approver', approval)).toMatchObject({
    state: 'approved',
    sys_updated_by: 'marcus',
  })
  expect((await molly.go(`/sp?id=ticket&table=sc_req_item&sys_id=${ritm}`)).text).toContain('Approval by Marcus Reed')
})

test('a stand-in sees and decides what waits for the other', async () => {
  const { records } = simulator
  const values = {
    user: userId('fiona'),
    delegate: userId('frank'),
    approvals: 'true',
    starts: '2020-01-01 00:00:00',
    ends: '2090-01-01 00:00:00',
  }
  records.insert('sys_user_delegate', values, system)
  const outcome = records.insert('incident', { short_description: 'Delegated' }, system)
  const sysapproval = 'row' in outcome ? (outcome.row.sys_id ?? '') : ''
  records.insert('sysapproval_approver', { sysapproval, approver: userId('fiona'), state: 'requested' }, system)
  expect((await (await as('frank')).go('/sp?id=approvals')).text).toContain('Delegated')
})

test('the work list is for agents, who see work notes and write them', async () => {
  const made = await (await as('molly')).send(`/sp?id=sc_cat_item&sys_id=${producer}`, {
    short_description: 'Help me',
    urgency: '2',
  })
  const id = /sys_id=([0-9a-f]{32})/.exec(made.path)?.[1] ?? ''
  expect((await (await as('molly')).go('/sp?id=agent')).status).toBe(403)
  const dora = await as('dora')
  expect((await dora.go('/sp?id=agent')).text).toContain('Help me')
  await dora.send(`/sp?id=agent_task&sys_id=${id}`, {
    state: '2',
    work_notes: 'secret thought',
    comments: 'on it',
    take: 'on',
  })
  expect(simulator.records.get('incident', id)).toMatchObject({ state: '2', assigned_to: userId('dora') })
  const seen = await (await as('molly')).go(`/sp?id=ticket&table=incident&sys_id=${id}`)
  expect([seen.text.includes('on it'), seen.text.includes('secret thought')]).toEqual([true, false])
})

test('who asked may take it back while it is open', async () => {
  const molly = await as('molly')
  const ordered = await molly.send(`/sp?id=sc_cat_item&sys_id=${laptop}`, { memory: '32' })
  const ritm = /sys_id=([0-9a-f]{32})/.exec(ordered.path)?.[1] ?? ''
  const token = /name="sysparm_ck" value="([^"]+)"/.exec(ordered.text)?.[1] ?? ''
  expect((await molly.go(`/sp?id=cancel&sys_id=${ritm}`, { sysparm_ck: token })).text).not.toContain(
    'Cancel this request',
  )
  expect(simulator.records.get('sc_req_item', ritm)).toMatchObject({
    state: '4',
    stage: 'Request Cancelled',
    active: 'false',
  })
  expect((await molly.go(`/sp?id=cancel&sys_id=${ritm}`, { sysparm_ck: token })).status).toBe(409)
})

test('the service desk resets a password; nobody else finds that process', async () => {
  const { records } = simulator
  records.insert('pwd_process', { name: 'At the desk', type: 'service_desk', active: 'true' }, system)
  expect((await (await as('leo')).go('/sp/password')).text).toContain('cannot be reset here')
  const dora = await as('dora')
  const process = records.find('pwd_process', 'name=At the desk')[0]?.sys_id ?? ''
  const asked = await dora.go('/sp/password', { process, action: 'reset', user_name: 'sio' })
  const begun = unescaped(/name="begun" value="([^"]+)"/.exec(asked.text)?.[1] ?? '')
  expect((await dora.go('/sp/password/set', { begun, password: 'one-Password-1', again: 'other' })).text).toContain(
    'not the same',
  )
  await dora.go('/sp/password/set', { begun, password: 'A-new-Password-1', again: 'A-new-Password-1' })
  await simulator.runtime.settle()
  const { go } = await visit(simulator.url, 'sio', 'A-new-Password-1')
  expect((await go('/sp')).status).toBe(200)
  expect((await (await as('sio')).go('/sp')).path).toContain('/sp/login')
})

test('a verification’s own form is shown with its labels; nothing typed is told apart from something wrong', async () => {
  const insert = (table: string, values: Record<string, string>) => {
    const outcome = simulator.records.insert(table, values, system)
    return 'row' in outcome ? (outcome.row.sys_id ?? '') : ''
  }
  const xml =
    '<j:jelly><label for="code_field">The code we sent</label><input id="code_field" name="code_field"/></j:jelly>'
  const type = insert('pwd_verification_type', {
    name: 'Sent',
    verification_ui: insert('sys_ui_macro', { name: 'sent', xml }),
  })
  const verification = insert('pwd_verification', { name: 'A code by mail', type, active: 'true' })
  const process = insert('pwd_process', { name: 'Self service', type: 'self_service', active: 'true' })
  insert('pwd_map_proc_to_verification', { process, verification, mandatory: 'true' })
  const stranger = await visit(simulator.url, 'nobody', '')
  const asked = await stranger.go('/sp/password', { process, action: 'reset', user_name: 'axel' })
  expect(asked.text).toContain('The code we sent')
  const begun = unescaped(/name="begun" value="([^"]+)"/.exec(asked.text)?.[1] ?? '')
  const check = (code: string) => stranger.go('/sp/password/verify', { begun, verification, answer_code_field: code })
  expect((await check('')).text).toContain('If a code is on its way')
  expect((await check('123')).text).toMatch(/That was not right\. \d+ tr/)
  expect((await stranger.go('/sp/password/set', { begun, password: 'x', again: 'x' })).text).not.toContain('Done')
})

test('a ticket of somebody else is not shown', async () => {
  const outcome = simulator.records.insert('incident', { short_description: 'Not yours' }, system)
  const id = 'row' in outcome ? outcome.row.sys_id : ''
  expect((await (await as('leo')).go(`/sp?id=ticket&table=incident&sys_id=${id}`)).status).toBe(404)
})

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

test('pages are in the language of whoever looks at them, and in that of the system before somebody signed in', async () => {
  const { records } = simulator
  records.update('sys_user', userId('leo'), { preferred_language: 'de' }, system)
  const leo = await as('leo')
  const molly = await as('molly')
  const ordered = await leo.send(`/sp?id=sc_cat_item&sys_id=${laptop}`, { memory: '16' })
  const ticket = ordered.path.replace('&new=true', '')
  const addresses = ['/sp', `/sp?id=sc_cat_item&sys_id=${laptop}`, '/sp?id=my_requests', ticket, '/sp?id=approvals']
  for (const address of [...addresses, '/sp/password', '/sp?id=agent', '/sp?id=nothing-here']) {
    const { text } = await leo.go(address)
    expect(text).toContain('<html lang="de">')
    expect(englishWords(text), address).toEqual([])
  }
  expect(ordered.text).toMatch(/Danke\. Es ist bei uns RITM\d{7}/)
  expect((await molly.go('/sp')).text).toContain('<html lang="en">')
  const nobody = async () => (await fetch(new URL('/sp/login', simulator.url))).text()
  expect(englishWords(await nobody())).not.toEqual([])
  setProperty(records, 'glide.sys.language', 'de')
  expect(englishWords(await nobody())).toEqual([])
  setProperty(records, 'glide.sys.language', 'en')
})

/** Words of the catalogue that German says differently, standing alone in an element. */
function englishWords(page: string): string[] {
  const texts = new Set([...page.matchAll(/>([^<>]+)</g)].map(([, text = '']) => text.trim()))
  return Object.entries({ ...wordsDe, ...platformWordsDe })
    .filter(([english, german]) => english !== german && texts.has(english))
    .map(([english]) => english)
}
