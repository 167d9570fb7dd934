/** What sn_ws_err offers to scripted REST APIs; each has a status, a message and a detail. */
export class ServiceError {
  status: number
  message: string
  detail: string
  constructor(status = 500, message = '', detail = '') {
    this.status = status
    this.message = message
    this.detail = detail
  }
  setStatus(status: number): ServiceError {
    this.status = status
    return this
  }
  setMessage(message: string): ServiceError {
    this.message = message
    return this
  }
  setDetail(detail: string): ServiceError {
    this.detail = detail
    return this
  }
}

const named = (status: number) =>
  class extends ServiceError {
    constructor(message = '', detail = '') {
      super(status, message, detail)
    }
  }

export const serviceErrors = {
  ServiceError: class extends ServiceError {},
  BadRequestError: named(400),
  NotFoundError: named(404),
  NotAcceptableError: named(406),
  ConflictError: named(409),
  UnsupportedMediaTypeError: named(415),
}
