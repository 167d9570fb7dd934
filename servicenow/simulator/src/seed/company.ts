import type { Records } from '../store/records.ts'
import { roleId } from './base-roles.ts'
import { put } from './put.ts'

/** The local password of everybody at the company, for instances without single sign-on. */
export const companyPassword = 'Welcome-to-ServiceNow-1'

type Person = {
  login: string
  first: string
  last: string
  title: string
  department: string
  manager: string | null
  mail?: string
  roles?: readonly string[]
  groups?: readonly string[]
}

/** Acme, an example company: who works there, under whom. */
const people: readonly Person[] = [
  {
    login: 'diana',
    first: 'Diana',
    last: 'Walsh',
    title: 'Chief Executive Officer',
    department: 'Management',
    manager: null,
  },
  {
    login: 'marcus',
    first: 'Marcus',
    last: 'Reed',
    title: 'Head of Marketing',
    department: 'Marketing',
    manager: 'diana',
    roles: ['approver_user'],
    groups: ['Marketing'],
  },
  {
    login: 'molly',
    first: 'Molly',
    last: 'Byrne',
    title: 'Campaign Manager',
    department: 'Marketing',
    manager: 'marcus',
    groups: ['Marketing'],
  },
  {
    login: 'leo',
    first: 'Leo',
    last: 'Martens',
    title: 'Marketing Analyst',
    department: 'Marketing',
    manager: 'marcus',
    groups: ['Marketing'],
  },
  { login: 'sio', first: 'Siobhán', last: "O'Neill", title: 'Designer', department: 'Design', manager: 'marcus' },
  {
    login: 'fiona',
    first: 'Fiona',
    last: 'Chen',
    title: 'Head of Finance',
    department: 'Finance',
    manager: 'diana',
    roles: ['approver_user'],
    groups: ['Finance'],
  },
  {
    login: 'frank',
    first: 'Frank',
    last: 'Osei',
    title: 'Financial Controller',
    department: 'Finance',
    manager: 'fiona',
    roles: ['approver_user'],
    groups: ['Finance'],
  },
  {
    login: 'ivan',
    first: 'Ivan',
    last: 'Petrov',
    title: 'Head of IT',
    department: 'IT',
    manager: 'diana',
    roles: ['admin'],
    groups: ['IT'],
  },
  {
    login: 'dora',
    first: 'Dora',
    last: 'Lind',
    title: 'Service Desk Agent',
    department: 'Service Desk',
    manager: 'ivan',
    roles: ['password_reset_service_desk'],
    groups: ['Service Desk', 'IT'],
  },
  {
    login: 'axel',
    first: 'Axel',
    last: 'Brandt',
    title: 'Internal Auditor',
    department: 'Internal Audit',
    manager: 'diana',
  },
  {
    login: 'carla',
    first: 'Carla',
    last: 'Núñez',
    title: 'Event Planner',
    department: 'Contractors',
    manager: 'marcus',
    mail: 'carla@contractor.example',
  },
  {
    login: 'omar',
    first: 'عمر',
    last: 'حداد',
    title: 'Translator',
    department: 'Contractors',
    manager: 'marcus',
    mail: 'omar@contractor.example',
  },
]

const groups: Readonly<Record<string, { id?: string; manager: string; roles: readonly string[] }>> = {
  Marketing: { manager: 'marcus', roles: [] },
  Finance: { manager: 'fiona', roles: [] },
  IT: { manager: 'ivan', roles: [] },
  'Service Desk': { id: 'd625dccec0a8016700a222a0f7900d06', manager: 'ivan', roles: ['itil'] },
}

export function seedCompany(records: Records): void {
  if (userId(records, 'diana') === '') records.together(() => seedAll(records))
}

function seedAll(records: Records): void {
  const company = put(records, 'core_company', 'acme', { name: 'Acme' })
  const location = put(records, 'cmn_location', 'acme', { name: 'Dublin', city: 'Dublin', country: 'Ireland' })
  for (const person of people) {
    const department = put(records, 'cmn_department', person.department, { name: person.department })
    put(records, 'sys_user', person.login, {
      user_name: person.login,
      first_name: person.first,
      last_name: person.last,
      email: person.mail ?? `${person.login}@acme.example`,
      employee_number: person.login,
      title: person.title,
      department,
      company,
      location,
      manager: person.manager ? userId(records, person.manager) : '',
      user_password: companyPassword,
      identity_type: 'human',
    })
    for (const role of ['snc_internal', ...(person.roles ?? [])])
      put(records, 'sys_user_has_role', `${person.login} ${role}`, {
        user: userId(records, person.login),
        role: roleId(records, role),
      })
  }
  for (const [name, group] of Object.entries(groups)) {
    const id = put(records, 'sys_user_group', group.id ?? name, {
      name,
      manager: userId(records, group.manager),
      email: `${name.toLowerCase().replace(' ', '.')}@acme.example`,
    })
    for (const role of group.roles)
      put(records, 'sys_group_has_role', `${name} ${role}`, { group: id, role: roleId(records, role) })
    for (const person of people)
      if (person.groups?.includes(name))
        put(records, 'sys_user_grmember', `${name} ${person.login}`, { group: id, user: userId(records, person.login) })
  }
}

function userId(records: Records, login: string): string {
  return records.find('sys_user', `user_name=${login}`, { limit: 1 })[0]?.sys_id ?? ''
}
