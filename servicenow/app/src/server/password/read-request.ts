import { personOnWire } from '../person-on-wire.ts'
import type { Glide } from '../ports.ts'
import { tables } from '../tables.ts'
import type { Person } from '../wire.ts'
import { resetRequest } from './instance-facts.ts'

export type Process = 'self_service' | 'service_desk'
export type PasswordRequest = {
  readonly requestId: string
  readonly person: Person
  readonly process: Process
}

/** One request of the Password Reset application. What is not surely self-service is treated as the desk's. */
export function readRequest(glide: Glide, requestId: string): PasswordRequest | null {
  const row = glide.tables.get(resetRequest.table, requestId)
  const person = row === null ? null : readPerson(glide, row.get(resetRequest.user))
  if (row === null || person === null) return null
  const isSelf = row.get(resetRequest.processType) === resetRequest.selfService
  return { requestId, person, process: isSelf ? 'self_service' : 'service_desk' }
}

export function readPerson(glide: Glide, id: string): Person | null {
  const row = glide.tables.get(tables.person, id)
  if (row === null || row.get('user_name') === '') return null
  return personOnWire(glide, id, row)
}
