import vm, { type Context } from 'node:vm'
import type { ServiceError } from './service-errors.ts'

export type ScriptedRequest = {
  method: string
  url: string
  uri: string
  queryString: string
  headers: Readonly<Record<string, string>>
  pathParams: Readonly<Record<string, string>>
  queryParams: Readonly<Record<string, readonly string[]>>
  body: string
}

export type ScriptedResponse = {
  status: number
  headers: Record<string, string>
  contentType: string
  /** Text of a body, ready to send; '' for none. */
  body: string
}

/** `request` of a scripted REST API. Bodies are parsed with the scope's own JSON, so that its arrays are arrays there. */
export function scriptedRequest(given: ScriptedRequest, context: Context) {
  const own = (value: unknown) => vm.runInContext(`(${JSON.stringify(value)})`, context) as unknown
  const type = given.headers['content-type'] ?? ''
  const data = () => {
    if (given.body === '') return null
    if (!type.includes('json')) return given.body
    return parse(context, given.body)
  }
  let parsed: unknown
  let at = 0
  const body = {
    get data() {
      parsed ??= data()
      return parsed
    },
    dataString: given.body,
    hasNext: () => at === 0 && given.body !== '',
    nextEntry: () => {
      at++
      return body.data
    },
  }
  return {
    body,
    pathParams: own(given.pathParams),
    queryParams: own(given.queryParams),
    headers: own(given.headers),
    queryString: given.queryString,
    url: given.url,
    uri: given.uri,
    getHeader: (name: string) => given.headers[name.toLowerCase()] ?? null,
    getSupportedResponseContentTypes: () => ['application/json'],
    getRequestedQueryCategory: () => '',
  }
}

function parse(context: Context, text: string): unknown {
  return (vm.runInContext('(function (text) { return JSON.parse(text) })', context) as (text: string) => unknown)(text)
}

/** `response` of a scripted REST API, and what became of it. A body set as an object is wrapped as `result`. */
export function scriptedResponse() {
  const headers: Record<string, string> = {}
  let status = 200
  let contentType = 'application/json;charset=UTF-8'
  let value: unknown
  let isSet = false
  let error: ServiceError | null = null
  let stream: string[] | null = null
  const response = {
    setStatus(code: number): void {
      status = Number(code)
    },
    setBody: (body: unknown) => {
      value = body
      isSet = true
    },
    setHeader(name: string, text: string): void {
      headers[name] = String(text)
    },
    setHeaders: (more: Record<string, string>) => void Object.assign(headers, more),
    setContentType(type: string): void {
      contentType = String(type)
    },
    setLocation(location: string): void {
      headers.Location = String(location)
    },
    setError: (problem: unknown) => {
      error = problem as ServiceError
    },
    getStreamWriter: () => {
      stream ??= []
      const writeString = (text: string) => void stream?.push(String(text))
      return { writeString, writeStream: (text: string) => writeString(text) }
    },
  }
  /** @param returned what the script itself gave, used where it set no body */
  const finish = (returned: unknown): ScriptedResponse => {
    if (error) return failure(error.status ?? 500, error.message ?? '', error.detail ?? '')
    if (stream) return { status, headers, contentType, body: stream.join('') }
    const given = isSet ? value : returned
    const body = given === undefined || given === null ? '' : JSON.stringify({ result: given })
    return { status, headers, contentType, body }
  }
  return { response, finish }
}

export function failure(status: number, message: string, detail: string): ScriptedResponse {
  const body = JSON.stringify({ error: { message, detail: detail || null }, status: 'failure' })
  return { status, headers: {}, contentType: 'application/json;charset=UTF-8', body }
}
