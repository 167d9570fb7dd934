import { peopleRoutes as spec } from '@hallpass/contract/people'
import type { FastifyInstance } from 'fastify'
import { actorOf } from '../audit/module.ts'
import { serve } from '../platform/http/route.ts'
import { createPerson } from './create-person.ts'
import type { SliceDeps } from './deps.ts'
import { groupUnknown, personUnknown } from './errors.ts'
import { importPeople } from './import-people.ts'
import { refreshPerson } from './refresh-person.ts'
import { setPersonEnabled } from './set-person-enabled.ts'
import { groupWithMembers, searchGroups } from './store/groups.ts'
import { searchPeople } from './store/people.ts'
import type { GroupRow } from './store/tables.ts'
import { type DirectoryRefs, directoryRefs, listItemOf, myProfile, personDetail } from './views.ts'

const limitOf = (query: { limit?: number }) => query.limit ?? 50

export function peopleRoutes(server: FastifyInstance, deps: SliceDeps): void {
  const { db, clock } = deps

  const detailOf = (personId: string) => personDetail(db, personId, clock.now())

  serve(server, spec.listPeople, async ({ query }) => {
    const page = await searchPeople(db, { ...query, limit: limitOf(query) })
    const directories = await directoryRefs(db)
    return { items: page.items.map((person) => listItemOf(person, directories)), next: page.next }
  })
  serve(server, spec.getPerson, ({ params }) => detailOf(params.id))
  serve(server, spec.getMyProfile, ({ principal }) => myProfile(db, principal.personId))

  serve(server, spec.createPerson, async (call) => {
    const person = await db.transaction((tx) => createPerson(deps, tx, actorOf(call), call.body))
    return await detailOf(person.id)
  })
  serve(server, spec.importPeople, (call) => importPeople(deps, { ...call.body, actor: actorOf(call) }))

  for (const [route, enabled] of [
    [spec.disablePerson, false],
    [spec.enablePerson, true],
  ] as const) {
    serve(server, route, async (call) => {
      const input = { personId: call.params.id, enabled, reason: call.body.reason, actor: actorOf(call) }
      await setPersonEnabled(deps, input)
      return await detailOf(call.params.id)
    })
  }
  serve(server, spec.refreshPerson, async ({ params }) => {
    if ((await refreshPerson(deps, params.id)) === null) throw personUnknown()
    return await detailOf(params.id)
  })

  serve(server, spec.listGroups, async ({ query }) => {
    const page = await searchGroups(db, { ...query, limit: limitOf(query) })
    const directories = await directoryRefs(db)
    return { items: page.items.map((group) => groupItemOf(group, directories)), next: page.next }
  })
  serve(server, spec.getGroup, async ({ params }) => {
    const group = await groupWithMembers(db, params.id)
    if (group === null) throw groupUnknown()
    return groupItemOf(group, await directoryRefs(db))
  })
  serve(server, spec.listGroupMembers, async ({ params, query }) => {
    if ((await groupWithMembers(db, params.id)) === null) throw groupUnknown()
    const page = await searchPeople(db, { ...query, groupId: params.id, limit: limitOf(query) })
    const directories = await directoryRefs(db)
    return { items: page.items.map((person) => listItemOf(person, directories)), next: page.next }
  })
}

function groupItemOf(group: GroupRow & { members: number | null }, directories: DirectoryRefs) {
  return {
    id: group.id,
    name: group.name,
    directory: directories(group.directory_id),
    members: Number(group.members ?? 0),
  }
}
