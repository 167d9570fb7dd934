import type { RESTAPIRequest, RESTAPIResponse } from '@servicenow/glide/sn_ws_int'
import { type Answer, takeCallback } from './callbacks.ts'
import { type ConnectInput, connect } from './connect.ts'
import { glide } from './glide.ts'

/** The resources of the Scripted REST API: read the request, have it checked and taken up, write the answer. */
export function postFulfilment(request: RESTAPIRequest, response: RESTAPIResponse): void {
  take('fulfilment', 'POST', request, response, String(request.pathParams.ritm ?? ''))
}

export function postCatalog(request: RESTAPIRequest, response: RESTAPIResponse): void {
  take('catalog', 'POST', request, response)
}

export function postGrant(request: RESTAPIRequest, response: RESTAPIResponse): void {
  take('grant', 'POST', request, response)
}

export function postPasswordRequest(request: RESTAPIRequest, response: RESTAPIResponse): void {
  take('passwordRequest', 'POST', request, response, String(request.pathParams.id ?? ''))
}

export function getHealth(request: RESTAPIRequest, response: RESTAPIResponse): void {
  take('health', 'GET', request, response)
}

/** Not a callback: an administrator of the instance does this, signed in as themselves. */
export function postConnection(request: RESTAPIRequest, response: RESTAPIResponse): void {
  write(response, connect(glide, (request.body?.data ?? {}) as Partial<ConnectInput>))
}

type What = Parameters<typeof takeCallback>[1]

function take(what: What, method: string, request: RESTAPIRequest, response: RESTAPIResponse, id = ''): void {
  const query = String(request.queryString ?? '')
  const callback = {
    method,
    path: query === '' ? String(request.uri) : `${request.uri}?${query}`,
    body: method === 'GET' ? '' : String(request.body?.dataString ?? ''),
    signature: String(request.getHeader('X-Hallpass-Signature') ?? ''),
  }
  write(response, takeCallback(glide, what, callback, id))
}

/** Written out rather than set: `setBody` would wrap it in a second `result`. */
function write(response: RESTAPIResponse, answer: Answer): void {
  response.setContentType('application/json')
  response.setStatus(answer.status)
  response.getStreamWriter().writeString(JSON.stringify(answer.body))
}
