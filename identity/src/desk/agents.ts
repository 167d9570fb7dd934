import type { Directory, Person } from '../directory/module.ts'
import type { Reader } from '../platform/database/database.ts'
import type { DeskDeps } from './deps.ts'

export type AgentsDeps = {
  directory: Pick<Directory, 'people'>
  access: Pick<DeskDeps['access'], 'holdersOfRole' | 'productRoleId'>
}

/** Active desk agents, by name. */
export async function deskAgents(deps: AgentsDeps, r: Reader): Promise<Person[]> {
  const holders = await deps.access.holdersOfRole(r, await deps.access.productRoleId(r, 'desk_agent'))
  const people = await deps.directory.people(r, holders)
  return people
    .filter((person) => person.state === 'active')
    .sort((one, other) => one.displayName.localeCompare(other.displayName))
}

export async function agentIds(deps: AgentsDeps, r: Reader): Promise<string[]> {
  return (await deskAgents(deps, r)).map((agent) => agent.id)
}
