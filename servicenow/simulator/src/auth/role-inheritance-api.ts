import type { FastifyInstance } from 'fastify'
import { answer } from '../rest/answer.ts'
import { noRecord, notAuthorized, RestError } from '../rest/rest-error.ts'
import type { Service } from '../rest/service.ts'
import { queryOf } from '../rest/table-parameters.ts'
import type { Records } from '../store/records.ts'

/** Which roles a person has and by which way: `[Group]/role/contained role`, or `/role/contained role`. */
export function roleInheritanceApi(app: FastifyInstance, service: Service): void {
  for (const path of ['/api/global/user_role_inheritance', '/api/global/v1/user_role_inheritance'])
    app.get(path, async (request, reply) => {
      const who = await service.authenticate(request)
      if (!who.roles.has('user_admin') && !who.roles.has('admin')) throw notAuthorized('The role user_admin is needed')
      const id = queryOf(request).get('user_sysid') ?? ''
      if (id === '') throw new RestError(400, 'Missing user_sysid')
      const user = service.records.get('sys_user', id)
      if (!user) throw noRecord()
      const { records } = service
      const groups = records.find('sys_user_grmember', `user=${id}`).map((row) => row.group ?? '')
      const from_group = groups.flatMap((group) => {
        const name = records.get('sys_user_group', group)?.name ?? ''
        const roles = records.find('sys_group_has_role', `group=${group}`)
        return roles.flatMap((link) => ways(records, link.role ?? '', `[${name}]`))
      })
      const given = records.find('sys_user_has_role', `user=${id}^inherited=false`)
      const from_role = given.flatMap((link) => ways(records, link.role ?? '', ''))
      return answer(request, reply, 200, { result: { user_name: user.user_name, from_group, from_role } })
    })
}

function ways(records: Records, role: string, above: string, seen: readonly string[] = []): string[] {
  const name = records.get('sys_user_role', role)?.name
  if (!name || seen.includes(role)) return []
  const way = `${above}/${name}`
  const contained = records.find('sys_user_role_contains', `role=${role}`)
  return [way, ...contained.flatMap((link) => ways(records, link.contains ?? '', way, [...seen, role]))]
}
