/** People of an instance told apart by their employee number, where user names and addresses differ on both sides. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { operator } from '../../testing-app.ts'
import { type House, openHouse } from './testing-house.ts'

let house: House
let nina: string
beforeAll(async () => {
  house = await openHouse({ matchBy: 'employee_number' })
  const { db } = house.app.foundation
  const { id: directoryId } = await db.transaction((tx) => house.app.directory.builtInDirectory(tx, operator))
  const add = (login: string, employeeNumber: string) =>
    db.transaction((tx) =>
      house.app.directory.createPerson(tx, operator, {
        directoryId,
        login,
        employeeNumber,
        displayName: login,
        mail: `${login}@acme.example`,
        managerId: house.id.marcus,
      }),
    )
  nina = (await add('nina.n', '00417-X')).id
  await add('twin.a', '00500')
  await add('twin.b', '00500')
  await house.settle()
  for (const login of ['nnemeth', 'twin', 'blank', 'zeros']) house.instance.hire(login)
  number('nnemeth', '00417-x')
  number('twin', '00500')
  number('zeros', '417-X')
  number('marcus', 'E-MARCUS')
  number('ivan', 'E-IVAN')
  await numbered('marcus', 'E-MARCUS')
  await numbered('ivan', 'E-IVAN')
})
afterAll(() => house.close())
beforeEach(() => house.later(600))

const number = (login: string, value: string) =>
  house.instance.set('sys_user', house.instance.user(login), { employee_number: value })
/** As the directory of the cast would say it. */
const numbered = (login: 'marcus' | 'ivan', value: string) =>
  house.owner.query('update people set employee_number = $2, employee_number_key = lower($2) where id = $1', [
    house.id[login],
    value,
  ])
const grantOf = (personId: string) => house.app.access.heldGrant(house.app.foundation.db, personId, house.roleId)

async function orderedFor(login: string) {
  const ritm = house.ordered({ for: login })
  await house.later(60)
  house.instance.approve(ritm.sysId, 'marcus')
  house.instance.approve(ritm.sysId, 'ivan')
  await house.bring(ritm, login)
  await house.settle()
  return house.last(ritm)
}

test('an item is for whoever has the number, and so are its approvals, whatever the user names', async () => {
  expect(await orderedFor('nnemeth')).toMatchObject({ state: 'fulfilled' })
  expect((await grantOf(nina))?.state).toBe('active')
})

test.each([
  ['two have', 'twin', 'knows several people like twin'],
  ['is empty', 'blank', 'knows nobody like blank'],
  ['has lost its zeros', 'zeros', 'knows nobody like zeros'],
])('a number that %s is nobody’s, and nothing is guessed', async (_why, login, words) => {
  expect(await orderedFor(login)).toMatchObject({ state: 'denied', message: expect.stringContaining(words) })
})

test('who may decide is named by the number, so that the app finds them there', async () => {
  const named = 'requestedFor=nnemeth&email=&employeeNumber=00417-X'
  const answer = await house.call('GET', `/desk/v1/policies/${house.roleId}?${named}`)
  const { stages } = answer.json() as { stages: { approvers: { match: object }[] }[] }
  expect(stages.map(({ approvers }) => approvers.map(({ match }) => match))).toEqual([
    [{ field: 'employee_number', value: 'E-MARCUS' }],
    [{ field: 'employee_number', value: 'E-IVAN' }],
  ])
  const apps = await house.call('GET', `/desk/v1/apps?${named}`)
  expect(apps.json().apps.find(({ id }: { id: string }) => id === house.roleId)).toMatchObject({ held: true })
})

test.each([
  ['nobody has', 'blank', '', 'person_unknown', 'knows nobody like blank'],
  ['two have', 'twin', '00500', 'person_ambiguous', 'knows several people like twin'],
])('who may decide for a number that %s is answered by that', async (_what, login, employeeNumber, code, words) => {
  const named = `requestedFor=${login}&employeeNumber=${employeeNumber}`
  const answer = await house.call('GET', `/desk/v1/policies/${house.roleId}?${named}`)
  expect([answer.statusCode, answer.json()]).toEqual([404, expect.objectContaining({ code })])
  expect(answer.json().detail).toContain(words)
})

test('a proof begins for the person of the number only', async () => {
  const start = (employeeNumber: string) => {
    const person = { sysId: house.instance.user('nnemeth'), userName: 'molly', email: '', employeeNumber }
    const body = { requestId: `pwd-number-${employeeNumber}`, person }
    return house.call('POST', '/desk/v1/challenges', body, { scope: 'desk.password' })
  }
  for (const each of ['00417-X', '00500', '']) expect((await start(each)).statusCode).toBe(201)
  const { rows } = await house.owner.query(
    "select request_id, person_id from servicenow_challenges where request_id like 'pwd-number-%' order by created_at, request_id",
  )
  expect(rows.map(({ request_id, person_id }) => [request_id, person_id])).toEqual(
    expect.arrayContaining([
      ['pwd-number-00417-X', nina],
      ['pwd-number-00500', null],
      ['pwd-number-', null],
    ]),
  )
})

test('an administrator chooses the number for a connection', async () => {
  const ivan = await house.signIn('ivan')
  const url = `/api/servicenow/connections/${house.connectionId}`
  const shown = await house.server.inject({ method: 'GET', url, headers: ivan.headers })
  expect(shown.json().matchBy).toBe('employee_number')
  const wrong = { version: shown.json().version, matchBy: 'shoe_size' }
  const refused = await house.server.inject({ method: 'PATCH', url, headers: ivan.headers, payload: wrong })
  expect([refused.statusCode, JSON.stringify(refused.json())]).toEqual([400, expect.stringContaining('matchBy')])
})
