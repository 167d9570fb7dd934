/** What a REST call is refused with; becomes the platform's envelope. */
export class RestError extends Error {
  readonly status: number
  readonly detail: string | null
  constructor(status: number, message: string, detail: string | null = null) {
    super(message)
    this.name = 'RestError'
    this.status = status
    this.detail = detail
  }
}

export const noRecord = () =>
  new RestError(404, 'No Record found', "Record doesn't exist or ACL restricts the record retrieval")

export const notAuthenticated = () =>
  new RestError(401, 'User is not authenticated', 'Required to provide Auth information')

export const notAuthorized = (detail: string) => new RestError(403, 'User Not Authorized', detail)

/** What the platform does and this simulator does not: refused by name rather than answered wrongly. */
export const notSimulated = (what: string) =>
  new RestError(501, `Not simulated: ${what}`, 'The real platform may do this; see DIFFERENCES.md of the simulator.')
