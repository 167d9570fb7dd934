import { at, text } from './attributes.ts'
import type { ScimHttp } from './http.ts'
import type { UserExtension } from './links.ts'
import { readListing } from './resource.ts'

/** Whether the service says that its users have the extension (RFC 7644 §4); one that says nothing is not sent it. */
export async function hasExtension(http: ScimHttp, { schema }: UserExtension): Promise<boolean> {
  const answer = await http.call('GET', '/Schemas')
  const schemas = answer.ok ? (readListing(answer.body)?.resources ?? []) : []
  return schemas.some((one) => text(at(one, 'id'))?.toLowerCase() === schema.toLowerCase())
}
