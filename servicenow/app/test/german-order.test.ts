import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { visit } from '../../simulator/src/portal/testing-visitor.ts'
import { companyPassword } from '../../simulator/src/seed/company.ts'
import { system } from '../../simulator/src/store/open-records.ts'
import { decide, type Instance, orderApps, startInstance } from './instance.ts'
import { approvedOrder, begin, call, fulfilled, item, journal } from './molly.ts'

/** An order by somebody who reads German, on the app as it was built; agents read what the instance speaks. */
vi.setConfig({ testTimeout: 120_000 })
let instance: Instance
beforeAll(async () => {
  instance = await startInstance()
  speaks('molly', 'de')
}, 900_000)
beforeEach(() => begin(instance))
afterAll(() => instance?.stop())

function speaks(userName: string, language: string): void {
  instance.simulator.records.update('sys_user', instance.idOf(userName), { preferred_language: language }, system)
}

type Shown = { result: { name: string; variables: { name: string; label: string; choices: { label: string }[] }[] } }
async function form(userName: string): Promise<Shown['result']> {
  const id = instance.row('sc_cat_item', 'name=App access')?.sys_id
  const shown = await instance.as(userName, 'GET', `/api/sn_sc/servicecatalog/items/${id}`)
  return (shown.body as Shown).result
}

describe('somebody who reads German', () => {
  it('orders on a German form, and others on an English one', async () => {
    const german = await form('molly')
    expect([german.name, ...german.variables.map(({ label }) => label)]).toEqual([
      'Zugang zu Apps',
      'Für wen ist es?',
      'Welche Apps?',
      'Wie lange?',
      'Wofür?',
    ])
    const english = await form('marcus')
    expect(english.name).toBe('App access')
    const choices = (shown: Shown['result']) =>
      shown.variables.flatMap(({ choices: all }) => all.map(({ label }) => label))
    expect(choices(german)).toHaveLength(choices(english).length)
    expect(choices(german).filter((label) => choices(english).includes(label))).toEqual([])
  })

  it('reads on the ticket in German who has to approve, who is asked, and how it ended', async () => {
    const id = await orderApps(instance, 'molly', ['role-sf'])
    expect(journal(instance, id)).toEqual([
      expect.stringMatching(/^Wer zustimmen muss, der Reihe nach: Manager \(Marcus Reed\)/),
      'Wartet auf eine Genehmigung: Manager (Salesforce)',
    ])
    expect(item(instance, id)?.short_description).toBe('Eine App bestellen, für sich oder für jemand anderen')
    const ticket = await visit(instance.simulator.url, 'molly', companyPassword)
    const { text } = await ticket.go(`/sp?id=ticket&table=sc_req_item&sys_id=${id}`)
    for (const words of [
      'Wird geprüft',
      'Führungskraft entscheidet',
      'Wartet auf die Führungskraft',
      'Zugang wird eingerichtet',
      'Fertig',
    ])
      expect(text).toContain(words)
    for (const words of ['Checking', 'Giving access', 'Done', 'Pending'])
      expect(text).not.toMatch(new RegExp(`>${words}[<, ]`))
    await decide(instance, id, 'marcus', 'rejected')
    expect(journal(instance, id)).toContain('Abgelehnt bei: Manager')
    expect(item(instance, id)).toMatchObject({ state: '4' })
    const asked = instance.hallpass.heard.filter(({ path }) => path.startsWith('/desk/v1/policies/'))
    expect(asked.every(({ path }) => path.endsWith('&language=de'))).toBe(true)
  })

  it('is told that a person makes the account and when it is there; agents have a task in the language of the instance', async () => {
    const id = await approvedOrder(instance)
    expect(JSON.parse(call(instance, id, 'fulfilment')?.body ?? '')).toMatchObject({ requestedFor: { language: 'de' } })
    await instance.callBack(`fulfilments/${id}`, { ...fulfilled, state: 'manual', message: 'Jemand legt es an' })
    expect(journal(instance, id)).toContain('Jemand legt es an')
    expect(instance.row('sc_task', `request_item=${id}`)?.short_description).toMatch(/^Make the account by hand/)
    await instance.callBack(`fulfilments/${id}`, { ...fulfilled, message: 'Salesforce: bereit.', version: 3 })
    await instance.settle()
    expect(item(instance, id)).toMatchObject({ state: '3' })
    // Not closed by the platform for its last task, before anybody said how it ended.
    expect(journal(instance, id)).toContain('Salesforce: bereit.')
    expect(instance.row('sc_task', `request_item=${id}`)).toMatchObject({ state: '3' })
    expect(call(instance, id, 'revocation')).toBeUndefined()
  })
})

describe('an instance that speaks German', () => {
  it('says so in the health of the app, and makes its tasks in German', async () => {
    instance.setProperty('glide.sys.language', 'de')
    expect((await instance.callBack('health', null)).body).toMatchObject({ result: { language: 'de' } })
    const id = await approvedOrder(instance)
    await instance.callBack(`fulfilments/${id}`, { ...fulfilled, state: 'manual' })
    expect(instance.row('sc_task', `request_item=${id}`)?.short_description).toMatch(/^Konto von Hand anlegen/)
  })
})
