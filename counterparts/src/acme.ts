/** Acme, the one company of seeds, tests, documentation and pictures: who works there, for whom, and how they sign in. */

export type CastPerson = {
  login: string
  givenName: string
  familyName: string
  displayName: string
  title: string
  department: string
  /** The manager's login; null for the one person who has none. */
  manager: string | null
  mail: string
  /** A second address that does not depend on the password; contractors have one address only. */
  recoveryMail: string | null
  locale: string
  groups: readonly string[]
  password: string
}

export const acme = { name: 'Acme', baseDn: 'dc=acme,dc=example', mailDomain: 'acme.example' } as const

export const ldapPassword = 'Welcome-to-Acme-1'
export const contractorPassword = 'welcome to acme portal 1'

/** People in the LDAP directory "Acme people". */
export const employees: readonly CastPerson[] = [
  employee('diana', 'Diana', 'Walsh', 'Chief Executive Officer', 'Management', null, []),
  employee('marcus', 'Marcus', 'Reed', 'Head of Marketing', 'Marketing', 'diana', ['marketing']),
  employee('molly', 'Molly', 'Byrne', 'Campaign Manager', 'Marketing', 'marcus', ['marketing']),
  employee('leo', 'Leo', 'Martens', 'Marketing Analyst', 'Marketing', 'marcus', ['marketing']),
  {
    ...employee('sio', 'Siobhán', "O'Neill", 'Designer', 'Design', 'marcus', []),
    displayName: 'Siobhán O\'Neill "Shiv" 🦊',
  },
  employee('fiona', 'Fiona', 'Chen', 'Head of Finance', 'Finance', 'diana', ['finance']),
  employee('frank', 'Frank', 'Osei', 'Financial Controller', 'Finance', 'fiona', ['finance']),
  employee('ivan', 'Ivan', 'Petrov', 'Head of IT', 'IT', 'diana', ['it']),
  employee('dora', 'Dora', 'Lind', 'Service Desk Agent', 'Service Desk', 'ivan', ['it']),
  { ...employee('axel', 'Axel', 'Brandt', 'Internal Auditor', 'Internal Audit', 'diana', []), locale: 'de' },
]

/** People in the built-in directory "Contractors". */
export const contractors: readonly CastPerson[] = [
  contractor('carla', 'Carla', 'Núñez', 'Carla Núñez', 'Event Planner', 'marcus'),
  contractor('omar', 'عمر', 'حداد', 'عمر حداد', 'Translator', 'marcus'),
]

export const groupNames = ['finance', 'marketing', 'it', 'staff'] as const

/** Who plays which part in the stories, by login. */
export const parts = {
  requester: 'molly',
  manager: 'marcus',
  finance: ['fiona', 'frank'],
  administrator: 'ivan',
  deskAgent: 'dora',
  auditor: 'axel',
  leaver: 'leo',
  contractor: 'carla',
} as const

export function castPerson(login: string): CastPerson {
  const person = [...employees, ...contractors].find((candidate) => candidate.login === login)
  if (!person) throw new Error(`Nobody at Acme has the login ${login}.`)
  return person
}

export function membersOfGroup(name: string): CastPerson[] {
  return employees.filter((person) => person.groups.includes(name))
}

function employee(
  login: string,
  givenName: string,
  familyName: string,
  title: string,
  department: string,
  manager: string | null,
  groups: readonly string[],
): CastPerson {
  return {
    login,
    givenName,
    familyName,
    displayName: `${givenName} ${familyName}`,
    title,
    department,
    manager,
    mail: `${login}@${acme.mailDomain}`,
    recoveryMail: `${login}@home.example`,
    locale: 'en',
    groups: [...groups, 'staff'],
    password: ldapPassword,
  }
}

function contractor(
  login: string,
  givenName: string,
  familyName: string,
  displayName: string,
  title: string,
  manager: string,
): CastPerson {
  return {
    login,
    givenName,
    familyName,
    displayName,
    title,
    department: 'Contractors',
    manager,
    mail: `${login}@contractor.example`,
    recoveryMail: null,
    locale: 'en',
    groups: [],
    password: contractorPassword,
  }
}
