/** Manager and department of a SCIM user: attributes of an extension, which a service keeps or does not. */
import type { Links } from '../connector.ts'
import { at, type Json, text } from './attributes.ts'

/** An extension of the user that knows both, and how it writes a department. */
export type UserExtension = { schema: string; departmentAs: 'name' | 'reference' }

/** RFC 7643 §4.3. */
export const enterpriseUser: UserExtension = {
  schema: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  departmentAs: 'name',
}

/** ServiceNow has one of its own in its place, in which both are records of the instance. */
export const servicenowUser: UserExtension = {
  schema: 'urn:ietf:params:scim:schemas:extension:servicenow:2.0:User',
  departmentAs: 'reference',
}

/** What is to be written below the extension, and which attributes are to go. */
export function extensionParts(links: Links, { departmentAs }: UserExtension): { set: Json; remove: string[] } {
  const { manager, department } = links
  const set: Json = {}
  if (manager) set.manager = { value: manager }
  if (department) set.department = departmentAs === 'name' ? department : { value: department }
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
