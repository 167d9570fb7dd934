import { readFileSync } from 'node:fs'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'

const Person = Type.Object({
  login: Type.String(),
  givenName: Type.String(),
  familyName: Type.String(),
  displayName: Type.String(),
  title: Type.String(),
  department: Type.String(),
  manager: Type.Union([Type.String(), Type.Null()]),
  mail: Type.String(),
  locale: Type.String(),
  groups: Type.Array(Type.String()),
})
export type CompanyPerson = Static<typeof Person>

/** A company to fill an empty installation with: where its people are, and the app that accounts are made in. */
export const CompanyFile = Type.Object({
  company: Type.String(),
  mailDomain: Type.String(),
  ldap: Type.Union([
    Type.Null(),
    Type.Object({
      name: Type.String(),
      host: Type.String(),
      port: Type.Integer(),
      caPem: Type.String(),
      baseDn: Type.String(),
      bindDn: Type.String(),
      bindPassword: Type.String(),
      defaultPolicyDn: Type.Optional(Type.String()),
      syncEverySeconds: Type.Optional(Type.Integer()),
    }),
  ]),
  /** The part of the company that lives in an Active Directory domain, where there is one. */
  windows: Type.Union([
    Type.Null(),
    Type.Object({
      name: Type.String(),
      host: Type.String(),
      port: Type.Integer(),
      kdcPort: Type.Integer(),
      caPem: Type.String(),
      baseDn: Type.String(),
      bindName: Type.String(),
      bindPassword: Type.String(),
      mailDomain: Type.String(),
    }),
  ]),
  /** People of the company where it has no LDAP directory. */
  employees: Type.Array(Person),
  employeePassword: Type.String(),
  contractors: Type.Array(Person),
  contractorPassword: Type.String(),
  salesforce: Type.Object({
    baseUrl: Type.String(),
    token: Type.String(),
    signOnUrl: Type.String(),
    /** Where it signs people on by OpenID Connect, with the name and secret it was given beforehand. */
    oidc: Type.Optional(
      Type.Object({ clientId: Type.String(), clientSecret: Type.String(), redirectUri: Type.String() }),
    ),
  }),
  /** Who administers, audits and staffs the desk, by login. */
  roles: Type.Object({
    admin: Type.Array(Type.String()),
    auditor: Type.Array(Type.String()),
    desk_agent: Type.Array(Type.String()),
  }),
})
export type CompanyFile = Static<typeof CompanyFile>

const compiled = Compile(CompanyFile)

/** Reads and checks a company file; throws a sentence that names what is wrong in it. */
export function readCompanyFile(path: string): CompanyFile {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (compiled.Check(value)) return value
  const [fault] = compiled.Errors(value)
  throw new Error(`${path}: ${fault?.instancePath ?? ''} ${fault?.message ?? 'is not a company file'}`)
}
