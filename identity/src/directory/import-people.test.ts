import { afterAll, beforeAll, expect, test } from 'vitest'
import { directoryWorld, operator, type World } from './testing.ts'

let world: World
let directoryId: string

beforeAll(async () => {
  world = await directoryWorld()
  const directory = await world.db.transaction((tx) =>
    world.directory.connect(tx, operator, { name: 'Contractors', settings: { kind: 'built-in' } }),
  )
  directoryId = directory.id
  await world.db.transaction((tx) =>
    world.directory.createPerson(tx, operator, {
      directoryId,
      login: 'marcus',
      displayName: 'Marcus Reed',
      mail: 'marcus@acme.example',
    }),
  )
})
afterAll(() => world.close())

const load = (csv: string, apply = true) => world.directory.importPeople({ directoryId, csv, apply, actor: operator })
const faultsOf = async (csv: string) =>
  (await load(csv)).rows.flatMap((row) => row.faults.map((fault) => `${row.line} ${fault.column}`))

test('a clean file is previewed without a trace, applied as a whole, and changes nothing the second time', async () => {
  const csv = `\ufefflogin,displayName,givenName,familyName,mail,title,department,locale,manager
carla,"Núñez, Carla",Carla,Núñez,carla@contractor.example,Event Planner,Contractors,es,marcus
omar,عمر حداد,,,omar@contractor.example,"Translator ""first class""",,ar,MARCUS@acme.example
`
  expect(await load(csv, false)).toMatchObject({ applied: false, creates: 2, unchanged: 0, faults: 0 })
  expect(await world.directory.findByLogin(world.db, 'carla')).toEqual([])
  expect(await load(csv)).toMatchObject({ applied: true, creates: 2 })
  const marcus = await world.person('marcus')
  expect(await world.person('carla')).toMatchObject({
    displayName: 'Núñez, Carla',
    title: 'Event Planner',
    managerId: marcus.id,
  })
  expect(await world.person('omar')).toMatchObject({
    displayName: 'عمر حداد',
    title: 'Translator "first class"',
    managerId: marcus.id,
  })
  expect(await load(csv)).toMatchObject({ applied: true, creates: 0, unchanged: 2 })
})

test('with one fault nobody is made, and every fault of every row is named', async () => {
  const csv = `login,displayName,mail,manager
good,Good One,good@contractor.example,
,No Login,nologin@contractor.example,
spaced login,Spaced,spaced@contractor.example,
nomail,No Mail,nowhere,
lost,Lost Manager,lost@contractor.example,nobody
good,Good Again,again@contractor.example,
marcus,Somebody Else,else@contractor.example,
`
  expect(await faultsOf(csv)).toEqual(['3 login', '4 login', '5 mail', '6 manager', '7 login', '8 login'])
  expect(await load(csv)).toMatchObject({ applied: false })
  expect(await world.directory.findByLogin(world.db, 'good')).toEqual([])
})

test('a cell that a spreadsheet would run is refused; one that was made harmless for it is taken as meant', async () => {
  const csv = `login,displayName,mail,title
f1,"=HYPERLINK(""http://evil"")",f1@contractor.example,+cmd
f2,Fine Person,f2@contractor.example,'@home worker
`
  expect(await faultsOf(csv)).toEqual(['2 displayName', '2 title'])
  const fine = `login,displayName,mail,title\nf2,Fine Person,f2@contractor.example,'@home worker\n`
  expect((await load(fine)).applied).toBe(true)
  expect((await world.person('f2')).title).toBe('@home worker')
})

test.each([
  ['nothing', ''],
  ['a header alone', 'login,displayName,mail\n'],
  ['missing columns', 'login,mail\na,b@c.example\n'],
  ['unknown columns', 'login,displayName,mail,state\na,b,c@d.example,active\n'],
  ['prototype columns', 'login,displayName,mail,constructor\na,b,c@d.example,x\n'],
  ['a quote that never ends', 'login,displayName,mail\na,"b,c@d.example\n'],
  ['ragged lines', 'login,displayName,mail\na,b\n'],
  ['too many', `login,displayName,mail\n${'a,b,c@d.example\n'.repeat(5001)}`],
])('%s is refused as a file', async (_name, csv) => {
  await expect(load(csv)).rejects.toMatchObject({ kind: 'invalid', fields: [{ field: 'csv' }] })
})
