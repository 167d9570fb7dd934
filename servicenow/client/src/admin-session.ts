import type { Call, Send } from './call.ts'
import { ServiceNowFailure, unreachable } from './failures.ts'
import { createTable, type Table } from './table.ts'
import type { Transport, TransportAnswer } from './transport.ts'

/** A session of an administrator, for the length of one set-up. It holds a cookie and a token, and never the password. */
export type AdminSession = {
  readonly send: Send
  readonly table: Table
  /** Ends it there. An instance that does not hear it ends the session when it has been idle. */
  signOut(): Promise<void>
}

export type SignInOptions = {
  instanceUrl: URL
  transport: Transport
  now: () => Date
  userName: string
  password: () => string
}

/**
 * Signs in as ServiceNow's own command-line tool does: a form at `angular.do`, then a call that is answered 401 and names
 * the token which all later calls repeat. Accounts that must show a second factor are refused by the instance.
 */
export async function signInAsAdmin(options: SignInOptions): Promise<AdminSession> {
  const { instanceUrl, transport, now, userName, password } = options
  const post = (query: string, form: Record<string, string>, cookie = ''): Promise<TransportAnswer> =>
    transport
      .fetch(new URL(`/angular.do?sysparm_type=${query}`, instanceUrl), {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
          ...(cookie === '' ? {} : { cookie }),
        },
        body: new URLSearchParams(form).toString(),
        timeoutMs: 30_000,
        bytesMax: 1024 * 1024,
      })
      .catch((cause) => {
        throw unreachable(cause)
      })
  const answer = await post('view_form.login', {
    sysparm_type: 'login',
    'ni.nolog.user_password': 'true',
    user_name: userName,
    user_password: password(),
  })
  if (answer.status !== 200 || !isSuccess(answer.text)) throw refused(answer)
  const cookie = cookiesOf(answer)
  const token = (await post('get_user', {}, cookie)).headers['x-usertoken-response'] ?? ''
  if (token === '') throw refused(answer)
  const send: Send = (call: Call) =>
    transport
      .fetch(new URL(call.path, instanceUrl), {
        method: call.method,
        headers: {
          accept: 'application/json',
          ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...call.headers?.(),
          cookie,
          'x-usertoken': token,
        },
        ...(call.body === undefined ? {} : { body: call.body }),
        // An app of some hundred records takes its time.
        timeoutMs: 180_000,
        bytesMax: 16 * 1024 * 1024,
      })
      .catch((cause) => {
        throw unreachable(cause)
      })
  const signOut = async () => {
    await send({ method: 'GET', path: '/logout.do', subject: 'the session' }).catch(() => undefined)
  }
  return { send, table: createTable({ send, now }), signOut }
}

function isSuccess(text: string): boolean {
  try {
    return (JSON.parse(text) as { status?: unknown }).status === 'success'
  } catch {
    return false
  }
}

/** Name and value of each cookie; several headers may have been joined by commas. */
function cookiesOf({ headers }: TransportAnswer): string {
  const set = headers['set-cookie'] ?? ''
  return set
    .split(/,(?=\s*[\w.-]+=)/)
    .map((each) => each.split(';')[0]?.trim() ?? '')
    .filter((each) => each.includes('='))
    .join('; ')
}

const refused = ({ status, text }: TransportAnswer): ServiceNowFailure =>
  new ServiceNowFailure(
    status === 404 ? 'misconfigured' : 'unauthorized',
    text.includes('mfa')
      ? 'ServiceNow wants a second factor of this administrator; use one without for the set-up, or install by hand.'
      : 'ServiceNow did not let the administrator in.',
    { status, subject: 'angular.do' },
  )
