import { RestError } from '../rest-error.ts'

/** A refusal in SCIM's own form (RFC 7644 §3.12). */
export class ScimError extends RestError {
  readonly scimType: string | null
  constructor(status: number, detail: string, scimType: string | null = null) {
    super(status, detail)
    this.name = 'ScimError'
    this.scimType = scimType
  }
}

export function scimErrorBody(error: { status: number; message: string; scimType?: string | null }) {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(error.status),
    ...(error.scimType ? { scimType: error.scimType } : {}),
    detail: error.message,
  }
}
