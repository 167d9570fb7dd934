import { afterAll, beforeAll, expect, test } from 'vitest'
import { companyPassword } from '../seed/company.ts'
import { type Simulator, startSimulator } from '../start-simulator.ts'
import { system } from '../store/open-records.ts'

const laptop = '04b7e94b4f7b4200086eeed18110c7fd'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator()
  add('sys_script_include', {
    name: 'LaptopForm',
    active: 'true',
    client_callable: 'true',
    script: `var LaptopForm = Class.create();
LaptopForm.prototype = Object.extendsObject(AbstractAjaxProcessor, {
  hello: function () { return '<' + gs.getUserName() + '> "asks" for ' + this.getParameter('sysparm_memory') },
  _secret: function () { return 'nothing for pages' },
});`,
  })
  add('sys_script_include', { name: 'ServerOnly', active: 'true', script: 'var ServerOnly = Class.create();' })
  const question = { cat_item: laptop, name: 'memory' }
  const variable = simulator.records.find('item_option_new', `cat_item=${question.cat_item}^name=${question.name}`)[0]
  add('catalog_script_client', {
    name: 'Say hello',
    cat_item: laptop,
    active: 'true',
    type: 'onChange',
    ui_type: '10',
    applies_catalog: 'true',
    cat_variable: `IO:${variable?.sys_id}`,
    script: 'function onChange(control, old, value) { g_form.showFieldMsg("memory", value, "info") }',
  })
  add('catalog_script_client', {
    name: 'For the desktop alone',
    cat_item: laptop,
    active: 'true',
    type: 'onLoad',
    ui_type: '0',
    script: 'function onLoad() {}',
  })
})
afterAll(() => simulator.stop())

function add(table: string, values: Record<string, string>): string {
  const made = simulator.records.insert(table, values, system)
  if ('aborted' in made) throw new Error(made.aborted)
  return made.row.sys_id ?? ''
}

async function browse(login: string) {
  const sent = await fetch(`${simulator.url}/sp/login`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ user_name: login, user_password: companyPassword, next: '/sp' }),
  })
  const cookie = sent.headers.get('set-cookie')?.split(';')[0] ?? ''
  const get = async (path: string) => (await fetch(simulator.url + path, { headers: { cookie } })).text()
  const page = await get(`/sp?id=sc_cat_item&sys_id=${laptop}`)
  const token = /name="sysparm_ck" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const ask = async (parameters: Record<string, string>, usertoken = token) => {
    const body = new URLSearchParams(parameters)
    const headers = { cookie, 'x-usertoken': usertoken }
    const answer = await fetch(`${simulator.url}/xmlhttp.do`, { method: 'POST', headers, body })
    return [answer.status, await answer.text()] as const
  }
  return { page, get, ask }
}
const hello = { sysparm_processor: 'LaptopForm', sysparm_name: 'hello', sysparm_memory: '32' }

test('the form of an item brings its scripts for the portal, each with the question it waits for', async () => {
  const { page, get } = await browse('molly')
  const found = [...page.matchAll(/\/sp\/client-script\.js\?sys_id=([0-9a-f]{32})/g)].map(([path]) => path)
  expect(found).toHaveLength(1)
  const script = await get(found[0] ?? '')
  expect(script).toContain('"name":"Say hello","kind":"onChange","variable":"memory"')
  expect(script).toContain('return onChange')
})

test('a script include that pages may call answers as whoever is signed in, in an attribute of XML', async () => {
  const { ask } = await browse('molly')
  const [status, text] = await ask(hello)
  expect(status).toBe(200)
  expect(text).toContain(' answer="&lt;molly&gt; &quot;asks&quot; for 32"')
})

test('an include of an app stands on the processor of the global scope, and is named with its own', async () => {
  const scope = add('sys_scope', { scope: 'x_acme_form', name: 'Forms' })
  add('sys_script_include', {
    name: 'Formal',
    sys_scope: scope,
    active: 'true',
    client_callable: 'true',
    script: `var Formal = Class.create();
Formal.prototype = Object.extendsObject(global.AbstractAjaxProcessor, {
  hello: function () { return 'good day, ' + this.getParameter('sysparm_memory') },
});`,
  })
  const { ask } = await browse('molly')
  const [status, text] = await ask({ ...hello, sysparm_processor: 'x_acme_form.Formal' })
  expect([status, text]).toEqual([200, expect.stringContaining(' answer="good day, 32"')])
  expect((await ask({ ...hello, sysparm_processor: 'Formal' }))[0]).toBe(404)
})

test('what is not for pages is not answered: no such include, one of the server, a private function', async () => {
  const { ask } = await browse('molly')
  for (const refused of [
    { ...hello, sysparm_processor: 'Nobody' },
    { ...hello, sysparm_processor: 'ServerOnly' },
    { ...hello, sysparm_processor: "LaptopForm'); gs.log('x" },
    { ...hello, sysparm_name: '_secret' },
  ])
    expect((await ask(refused))[0]).toBe(404)
  expect((await ask(hello, 'forged'))[0]).toBe(403)
})

test('an access rule of the include decides by role', async () => {
  const rule = add('sys_security_acl', {
    name: 'LaptopForm',
    type: 'client_callable_script_include',
    operation: 'execute',
    active: 'true',
  })
  const role = simulator.records.find('sys_user_role', 'name=itil', { limit: 1 })[0]?.sys_id ?? ''
  add('sys_security_acl_role', { sys_security_acl: rule, sys_user_role: role })
  expect((await (await browse('molly')).ask(hello))[0]).toBe(403)
  expect((await (await browse('dora')).ask(hello))[0]).toBe(200)
})
