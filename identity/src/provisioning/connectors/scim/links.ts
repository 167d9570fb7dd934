/** Manager, department and where somebody works, of a SCIM user: attributes of an extension, which a service keeps or does not. */
import { type Links, type PlaceKind, placeKinds } from '../connector.ts'
import { at, type Json, text } from './attributes.ts'

/** An extension of the user that knows both, and how it writes a department. */
export type UserExtension = {
  schema: string
  departmentAs: 'name' | 'reference'
  /** Under which name it keeps places, and which it does not know. */
  places: Partial<Record<PlaceKind, string>>
}

/** RFC 7643 §4.3. */
export const enterpriseUser: UserExtension = {
  schema: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  departmentAs: 'name',
  places: { company: 'organization', costCenter: 'costCenter' },
}

/** ServiceNow has one of its own in its place, in which both are records of the instance. */
export const servicenowUser: UserExtension = {
  schema: 'urn:ietf:params:scim:schemas:extension:servicenow:2.0:User',
  departmentAs: 'reference',
  places: { company: 'company', location: 'location', costCenter: 'costCenter' },
}

/** What is to be written below the extension, and which attributes are to go. */
export function extensionParts(links: Links, extension: UserExtension): { set: Json; remove: string[] } {
  const { manager, department, places = {} } = links
  const written = (value: string) => (extension.departmentAs === 'name' ? value : { value })
  const set: Json = {}
  if (manager) set.manager = { value: manager }
  if (department) set.department = written(department)
  for (const kind of placeKinds) {
    const [name, value] = [extension.places[kind], places[kind]]
    if (name && value) set[name] = written(value)
  }
  const remove = (['manager', 'department'] as const).filter((name) => links[name] === null)
  return { set, remove }
}

/** Manager and department as a resource tells them, where it does; part of what an account looks like. */
export function linksRead(resource: unknown): string[] {
  const told = [enterpriseUser, servicenowUser].flatMap(({ schema }) => {
    const extension = at(resource, schema)
    return (['manager', 'department'] as const).map((name) => {
      const value = at(extension, name)
      return [name, text(value) ?? text(at(value, 'value'))] as const
    })
  })
  return told.flatMap(([name, value]) => (value === null ? [] : [`${name} ${value}`]))
}
