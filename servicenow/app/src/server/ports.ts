/**
 * What the logic of this app needs of the platform, as narrow as it is used. The logic is handed these and never reaches
 * for Glide itself, so that it runs in a unit test as it runs in an instance. `glide-*.ts` make them from Glide.
 */

/** One record as it was when it was read. An empty field is ''. */
export type Row = { readonly id: string; get(field: string): string }

/** `[field, value]` is equality. Values are bound, never spliced into an encoded query. */
export type Where =
  | readonly [field: string, value: string]
  | readonly [field: string, operator: Operator, value: string]
export type Operator = '!=' | '<' | '<=' | '>' | '>=' | 'IN' | 'NOT IN'
/** `orderBy: '-field'` is descending. */
export type Order = { orderBy?: string; limit?: number }
export type Values = Readonly<Record<string, string>>

export type Tables = {
  /** Dot-walks (`requested_for.manager`) are allowed in `get` of the row. */
  get(table: string, id: string): Row | null
  find(table: string, where: readonly Where[], order?: Order): readonly Row[]
  /** The new sys_id, or null where a rule, an access control or a unique index refused. `id` is taken for it where given. */
  insert(table: string, values: Values, id?: string): string | null
  update(table: string, id: string, values: Values): boolean
  remove(table: string, id: string): void
  /** All that was written into a journal field of a record, newest first, each entry below a line of when and by whom. */
  journal(table: string, id: string, field: string): string
  /** Puts a clear text into a password2 field, which keeps it encrypted. */
  setSecret(table: string, id: string, field: string, value: string): boolean
  /** Clear text of a password2 field. Never stored, logged or passed on. */
  secret(table: string, id: string, field: string): string
}

/** Which of the three OAuth clients speaks: each may do one kind of thing only. */
export type Client = 'fulfil' | 'password' | 'read'

export type HttpCall = {
  readonly client: Client
  readonly method: 'GET' | 'POST'
  /** Path and query, beginning with a slash. */
  readonly path: string
  /** ASCII only; empty for GET. */
  readonly body: string
  readonly signature: string
  readonly timeoutMs: number
}
/** `status` 0: nothing came back, `error` says why. */
export type HttpAnswer = {
  readonly status: number
  readonly body: string
  readonly error: string
  /** Seconds, from Retry-After; null when there is none. */
  readonly retryAfter: number | null
}

export type Glide = {
  readonly tables: Tables
  /** Seconds since 1970. */
  now(): number
  /** 32 hex digits nobody can guess. */
  randomHex(): string
  /** '' when it is not set. */
  property(name: string): string
  setProperty(name: string, value: string): void
  sha256Hex(text: string): string
  hmacSha256Base64(keyBase64: string, text: string): string
  http(call: HttpCall): HttpAnswer
  /** Runs a subflow of the platform in the background. A record is given by its table and sys_id. */
  runSubflow(name: string, inputs: Readonly<Record<string, string | { table: string; id: string }>>): void
  /** A text of sys_ui_message; `{0}` stands for the first part. The key itself when there is no text. */
  text(language: string, key: string, ...parts: readonly string[]): string
  log: { info(line: string): void; warn(line: string): void; error(line: string): void }
}
