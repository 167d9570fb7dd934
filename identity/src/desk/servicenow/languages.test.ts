/** Whoever ordered in ServiceNow, or forgot their password there, reads what became of it in their own language. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openForCaller } from '../work-on-case.ts'
import { type House, openHouse, openPullHouse } from './testing-house.ts'

const speak = (house: House, login: string, language: string) =>
  house.instance.set('sys_user', house.instance.user(login), { preferred_language: language })

async function approved(house: House, login: string): Promise<ReturnType<House['ordered']>> {
  await house.later(60)
  const ritm = house.ordered({ for: login })
  await house.later(60)
  for (const by of ['marcus', 'ivan']) house.instance.approve(ritm.sysId, by)
  house.instance.set('sc_req_item', ritm.sysId, { approval: 'approved' })
  return ritm
}

describe('where the instance calls', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ casesAs: 'incident' })
  })
  afterAll(() => house.close())
  const person = (login: string, language?: string) => ({
    sysId: house.instance.user(login) || 'd'.repeat(32),
    userName: login,
    email: `${login}@acme.example`,
    ...(language === undefined ? {} : { language }),
  })
  const learn = async (language: string) => {
    house.instance.app.language = language
    await house.app.servicenow.test(house.connectionId)
    await house.settle()
  }

  test('an item is told how it is in the language its person chose there, and English stays in Hallpass', async () => {
    speak(house, 'molly', 'de')
    const ritm = await approved(house, 'molly')
    await house.bring(ritm)
    await house.settle()
    expect(house.last(ritm)).toMatchObject({
      state: 'fulfilled',
      message: expect.stringMatching(/^Salesforce: bereit, bis \d{4}-\d\d-\d\d\.$/),
    })
    const asked = await house.call('GET', `/desk/v1/fulfilments/${ritm.sysId}`)
    expect(asked.json()).toMatchObject({ message: expect.stringContaining('bereit'), items: [{ state: 'fulfilled' }] })
    expect(asked.json().items[0].message).toContain('bereit')
    const { rows } = await house.owner.query('select message from servicenow_orders where ritm_sys_id = $1', [
      ritm.sysId,
    ])
    expect(rows[0].message).toContain('ready to use')
  })

  test('why nothing was given is said so as well, before anybody is known', async () => {
    speak(house, 'carla', 'de')
    const ritm = house.ordered({ for: 'carla' })
    await house.bring(ritm, 'carla')
    await house.settle()
    expect(house.last(ritm)).toMatchObject({
      message: 'Hallpass kennt niemanden wie carla. Bitten Sie die IT, sie ins Verzeichnis aufzunehmen.',
    })
  })

  test('somebody who chose none reads the language of the instance, and agents its notes', async () => {
    speak(house, 'leo', '')
    await learn('de')
    const ritm = await approved(house, 'leo')
    await house.bring(ritm, 'leo')
    await house.settle()
    expect(house.last(ritm)).toMatchObject({
      message: expect.stringContaining('bereit'),
      workNote: expect.stringMatching(/^Salesforce: Antrag in Hallpass /),
    })
  })

  test('a language that nobody speaks here is answered in English, not in the next one', async () => {
    await learn('de')
    speak(house, 'carla', 'fr')
    const ritm = house.ordered({ for: 'carla' })
    await house.bring(ritm, 'carla')
    await house.settle()
    expect(house.last(ritm)).toMatchObject({ message: expect.stringContaining('Hallpass knows nobody like carla') })
  })

  test('who has to approve, and why nobody can, is named in the language that was asked in', async () => {
    const labels = async (language: string) => {
      const query = `requestedFor=leo&email=leo%40acme.example&language=${language}`
      const answer = await house.call('GET', `/desk/v1/policies/${house.roleId}?${query}`)
      return answer.json().stages.map(({ label }: { label: string }) => label)
    }
    expect(await labels('de')).toEqual(['Führungskraft', 'Rollenverantwortliche'])
    expect(await labels('en')).toEqual(['Manager', 'Role owner'])
  })

  test('a password request is answered in the language of whoever asks, strangers alike', async () => {
    const ask = async (login: string, language: string, requestId: string) => {
      const body = { requestId, person: person(login, language), process: 'self_service', challengeId: null }
      const answer = await house.call(
        'POST',
        '/desk/v1/password-resets',
        { ...body, newPassword: 'x'.repeat(20) },
        {
          scope: 'desk.password',
        },
      )
      return answer.json().message
    }
    const german = 'Das ging nicht. Weisen Sie sich noch einmal aus, oder fragen Sie den Service Desk.'
    expect(await ask('leo', 'de', 'request-german')).toBe(german)
    expect(await ask('nobody', 'de', 'request-stranger')).toBe(german)
    expect(await ask('leo', 'en', 'request-english')).toMatch(/^This could not be done/)
    // Who chose none is answered as the instance speaks, whatever the directory says of those it knows.
    await house.owner.query("update people set locale = 'en-GB' where login = 'leo'")
    expect(await ask('leo', '', 'request-silent')).toBe(german)
    expect(await ask('nobody', '', 'request-silent-stranger')).toBe(german)
  })

  test('the proofs for a password request are offered in the language of whoever asks, strangers alike, to its end', async () => {
    const proofs = async (login: string, language: string) => {
      const asked = { requestId: `proofs-${login}-${language}`, person: person(login, language) }
      const scope = { scope: 'desk.password' } as const
      const challenge = await house.call('POST', '/desk/v1/challenges', asked, scope)
      const url = `/desk/v1/challenges/${challenge.json().id}`
      const shown = await house.call('GET', url, undefined, scope)
      const answer = { requestId: asked.requestId, kind: 'totp', code: '000000' }
      const answered = await house.call('POST', `${url}/answers`, answer, scope)
      return [challenge, shown, answered].map((each) => each.json().offers.map(({ label }: { label: string }) => label))
    }
    const german = [
      'Code an eine Adresse, die nicht an diesem Passwort hängt',
      'Code aus Ihrer Authenticator-App',
      'Einer Ihrer Wiederherstellungscodes',
      'Abfrage auf Ihrem Telefon',
    ]
    await learn('en')
    expect(await proofs('molly', 'de')).toEqual([german, german, german])
    expect(await proofs('nobody', 'de')).toEqual([german, german, german])
    expect((await proofs('molly', 'en'))[0]?.[3]).toBe('Prompt on your phone')
    // Whoever chose none is offered them as the instance speaks, whatever their directory says.
    await learn('de')
    await house.owner.query("update people set locale = 'en-GB' where login = 'molly'")
    expect((await proofs('molly', ''))[0]).toEqual(german)
  })

  test('the ticket of a case speaks to agents as the instance does', async () => {
    await learn('de')
    const agent = { agentId: house.id.dora, actor: { kind: 'person', personId: house.id.dora } } as const
    const opened = { ...agent, personId: house.id.leo, note: 'locked out' }
    const { caseId } = await openForCaller(house.app.desk.deps, opened)
    await house.later(11)
    await house.app.foundation.jobs.runSweep('servicenow.tickets')
    await house.settle()
    expect(house.instance.find('incident', `correlation_id=${caseId}`)[0]).toMatchObject({
      short_description: expect.stringMatching(/^Passwort: .* kommt nicht hinein \(Hallpass C-/),
    })
  })
})

describe('where Hallpass looks', () => {
  let house: House
  beforeAll(async () => {
    house = await openPullHouse()
  })
  afterAll(() => house.close())
  const closed = async (ritm: { sysId: string }) => {
    for (let turns = 0; turns < 10 && house.instance.item(ritm.sysId).state !== '3'; turns++) {
      await house.later(31)
      await house.app.foundation.jobs.runSweep('servicenow.poll')
      await house.settle()
    }
    const said = house.instance.find('sys_journal_field', `element_id=${ritm.sysId}^element=comments`)
    return said.map(({ value }) => value).join('\n')
  }

  test('an item that was found is closed in the language its person chose there', async () => {
    speak(house, 'molly', 'de')
    expect(await closed(await approved(house, 'molly'))).toMatch(/^Salesforce: bereit/m)
  })

  test('somebody who chose none there reads what their directory says', async () => {
    speak(house, 'leo', '')
    await house.owner.query("update people set locale = 'de-DE' where login = 'leo'")
    expect(await closed(await approved(house, 'leo'))).toMatch(/^Salesforce: bereit/m)
  })
})
