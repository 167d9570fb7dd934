import { noteCall } from '../runtime/call-log.ts'
import { currentSession, type Session } from '../runtime/session.ts'
import type { Row } from '../store/records.ts'
import { textOf } from './condition.ts'
import { forgetToken, outboundToken } from './oauth-token.ts'
import { RESTResponseV2 } from './rest-response-v2.ts'

type Login = { kind: 'none' } | { kind: 'basic'; user: string; password: string } | { kind: 'oauth'; profile: string }

/** sn_ws.RESTMessageV2: an outbound call from a REST message record and one of its methods, or put together by hand. */
export class RESTMessageV2 {
  readonly #session: Session
  readonly #name: string
  #method = 'GET'
  #endpoint = ''
  #body = ''
  #timeoutMs = 30_000
  #login: Login = { kind: 'none' }
  readonly #headers = new Map<string, [string, string]>()
  readonly #query: [string, string][] = []
  readonly #values = new Map<string, string>()

  constructor(name?: string, method?: string) {
    const session = currentSession()
    if (!session) throw new Error('RESTMessageV2 outside of a script')
    this.#session = session
    this.#name = name ?? ''
    if (name) this.#readRecords(name, method ?? 'get')
  }

  #readRecords(name: string, method: string): void {
    const { records } = this.#session
    const message = records
      .find('sys_rest_message', 'ORDERBYname')
      .find((row) => row.name === name || row.sys_id === name)
    const all = message ? records.find('sys_rest_message_fn', `rest_message=${message.sys_id}`) : []
    const fn =
      all.find((row) => row.function_name === method) ??
      all.find((row) => row.function_name?.toLowerCase() === method.toLowerCase())
    if (!message || !fn) throw new Error(`Unable to find REST message ${name} with method ${method}`)
    if (message.access === 'package_private' && this.#session.scope !== this.#scopeOf(message))
      throw new Error(`REST message ${name} is not visible from scope ${this.#session.scope}`)
    this.#method = (fn.http_method ?? 'get').toUpperCase()
    this.#endpoint = fn.rest_endpoint || message.rest_endpoint || ''
    this.#body = fn.content ?? ''
    const inherits = (fn.authentication_type ?? 'inherit_from_parent') === 'inherit_from_parent'
    this.#login = this.#loginOf(inherits ? message : fn)
    for (const row of records.find('sys_rest_message_headers', `rest_message=${message.sys_id}`)) this.#head(row)
    const ofFn = `rest_message_function=${fn.sys_id}`
    for (const row of records.find('sys_rest_message_fn_headers', ofFn)) this.#head(row)
    for (const row of records.find('sys_rest_message_fn_param_defs', `${ofFn}^ORDERBYorder`))
      this.#query.push([row.name ?? '', row.value ?? ''])
    for (const row of records.find('sys_rest_message_fn_parameters', ofFn))
      if (row.value) this.#values.set(row.name ?? '', row.value)
  }
  #scopeOf(row: Row): string {
    return this.#session.records.get('sys_scope', row.sys_scope ?? '')?.scope ?? 'global'
  }
  #head(row: Row): void {
    this.setRequestHeader(row.name ?? '', row.value ?? '')
  }
  #loginOf(row: Row): Login {
    if (row.authentication_type === 'oauth2') return { kind: 'oauth', profile: row.oauth2_profile ?? '' }
    if (row.authentication_type !== 'basic') return { kind: 'none' }
    return this.#basicOf(row.basic_auth_profile ?? '')
  }
  #basicOf(id: string): Login {
    const profile = this.#session.records.get('sys_auth_profile_basic', id)
    if (!profile) throw new Error(`Basic auth profile ${id} is missing`)
    const password = this.#session.records.secrets.open(profile.password ?? '')
    return { kind: 'basic', user: profile.username ?? '', password }
  }

  setHttpMethod(method: string): void {
    this.#method = method.toUpperCase()
  }
  setEndpoint(endpoint: string): void {
    this.#endpoint = endpoint
  }
  getEndpoint(): string {
    return this.#filled(this.#endpoint)
  }
  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name.toLowerCase(), [name, textOf(value)])
  }
  getRequestHeader(name: string): string {
    return this.#headers.get(name.toLowerCase())?.[1] ?? ''
  }
  getRequestHeaders(): Record<string, string> {
    return Object.fromEntries(this.#headers.values())
  }
  setQueryParameter(name: string, value: string): void {
    this.#query.push([name, textOf(value)])
  }
  setRequestBody(body: string): void {
    this.#body = textOf(body)
  }
  getRequestBody(): string {
    return this.#filled(this.#body)
  }
  /** Escapes for XML, whatever the content is; the platform does the same. */
  setStringParameter(name: string, value: string): void {
    this.#values.set(name, escapeXml(textOf(value)))
  }
  setStringParameterNoEscape(name: string, value: string): void {
    this.#values.set(name, textOf(value))
  }
  setHttpTimeout(milliseconds: number): void {
    this.#timeoutMs = Number(milliseconds)
  }
  setBasicAuth(user: string, password: string): void {
    this.#login = { kind: 'basic', user, password }
  }
  setAuthenticationProfile(type: string, id: string): void {
    this.#login = type === 'basic' ? this.#basicOf(id) : { kind: 'oauth', profile: id }
  }
  /** There is no MID Server here; the call is made from the instance, and the log names the server it should have used. */
  setMIDServer(name: string): void {
    this.#session.messages.info.push(`MID Server ${name} asked for`)
  }
  setEccParameter(): void {}
  setEccCorrelator(): void {}
  setEccTopic(): void {}
  setLogLevel(): void {}
  setFollowRedirect(): void {}
  disableForcedVariableSubstitution(): void {}
  setMutualAuth(protocol: string): void {
    throw new Error(`RESTMessageV2.setMutualAuth(${protocol}): the simulator has no mutual TLS`)
  }
  saveResponseBodyAsAttachment(): void {
    throw new Error('RESTMessageV2.saveResponseBodyAsAttachment: the simulator does not do that')
  }

  execute(): RESTResponseV2 {
    const response = this.#call()
    if (response.getStatusCode() !== 401 || this.#login.kind !== 'oauth') return response
    forgetToken(this.#session, this.#login.profile)
    return this.#call()
  }
  executeAsync(): RESTResponseV2 {
    return this.execute()
  }

  #call(): RESTResponseV2 {
    const url = new URL(this.getEndpoint())
    for (const [name, value] of this.#query) url.searchParams.append(name, this.#filled(value))
    const headers: Record<string, string> = {}
    for (const [name, value] of this.#headers.values()) headers[name] = this.#filled(value)
    if (this.#login.kind === 'basic')
      headers.Authorization = `Basic ${Buffer.from(`${this.#login.user}:${this.#login.password}`).toString('base64')}`
    if (this.#login.kind === 'oauth')
      headers.Authorization = `Bearer ${outboundToken(this.#session, this.#login.profile)}`
    const body = this.#method === 'GET' || this.#method === 'HEAD' ? '' : this.getRequestBody()
    const request = { url: url.href, method: this.#method, headers, body, timeoutMs: this.#timeoutMs }
    return new RESTResponseV2(noteCall(this.#session, request, this.#name), url)
  }
  /** `${name}` by the values set; what nobody set becomes empty. */
  #filled(text: string): string {
    return text.replace(/\$\{([^}]+)\}/g, (_whole, name: string) => this.#values.get(name) ?? '')
  }
}

function escapeXml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '<': '&lt;',
    '>': '&gt;',
    '&': '&amp;',
    "'": '&apos;',
    '"': '&quot;',
  }
  return text.replace(/[<>&'"]/g, (one) => entities[one] ?? one)
}
