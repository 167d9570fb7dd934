import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { formBody } from '../rest/read-body.ts'
import type { Service } from '../rest/service.ts'
import { nobody } from '../store/open-records.ts'
import type { Row, Who } from '../store/records.ts'
import { uiMessage } from '../store/translations.ts'
import { type Html, html } from './html.ts'
import { languageOf, said, sendPage, type Visitor, visitorOf } from './page.ts'
import { type Say, sayIn } from './words.ts'

type Begun = { requestId: string; number: string; verifications: { id: string; name: string; isMandatory: boolean }[] }
type Verified = { isVerified: boolean; isReady: boolean; attemptsLeft: number }
type Progress = { requestId: string; status: string; message: string; isLocked: boolean; refreshMs: number }
type Refused = { refused: string }

const ended = new Set(['success', 'failure', 'expired', 'locked'])

/**
 * Password Reset, self-service and by the service desk: who it is about, proofs, and what becomes of it. What people
 * prove and how the password is set is the business of the process and its credential store.
 */
export function passwordPages(app: FastifyInstance, service: Service): void {
  const { records, executor } = service
  app.get('/sp/password', (request, reply) => start(request, reply, null))
  app.get('/$pwd_reset.do', (_request, reply) => reply.redirect('/sp/password'))
  app.post('/sp/password', async (request, reply) => {
    const form = formBody(request)
    const who = visitorOf(service, request)?.who ?? nobody
    const input = {
      process: form.get('process') ?? '',
      userName: form.get('user_name') ?? '',
      action: form.get('action') || 'reset',
    }
    const begun = await operate<Begun>('pwd.begin', input, who)
    if ('refused' in begun) return start(request, reply, begun.refused)
    return proofs(request, reply, { ...begun, action: input.action }, null)
  })
  app.post('/sp/password/verify', async (request, reply) => {
    const form = formBody(request)
    const who = visitorOf(service, request)?.who ?? nobody
    const begun = beginning(form)
    const answers = Object.fromEntries(
      [...form].filter(([name]) => name.startsWith('answer_')).map(([name, value]) => [name.slice(7), value]),
    )
    const input = { requestId: begun.requestId, verificationId: form.get('verification') ?? '', answers }
    const verified = await operate<Verified>('pwd.verify', input, who)
    if ('refused' in verified) return start(request, reply, verified.refused)
    if (verified.isReady) return newPassword(request, reply, begun, null)
    const isEmpty = Object.values(answers).every((value) => value.trim() === '')
    const say = sayTo(request)
    const wrong = isEmpty
      ? say('If a code is on its way to you, type it in when it is there.')
      : say('That was not right. {0} tries are left.', verified.attemptsLeft)
    const words = verified.isVerified ? null : wrong
    const left = verified.isVerified
      ? begun.verifications.filter(({ id }) => id !== input.verificationId)
      : begun.verifications
    return proofs(request, reply, { ...begun, verifications: left }, words)
  })
  app.post('/sp/password/set', async (request, reply) => {
    const form = formBody(request)
    const who = visitorOf(service, request)?.who ?? nobody
    const begun = beginning(form)
    if (begun.action !== 'unlock' && form.get('password') !== form.get('again'))
      return newPassword(request, reply, begun, sayTo(request)('The two are not the same.'))
    const action = begun.action === 'unlock' ? 'pwd.unlock' : begun.action === 'change' ? 'pwd.change' : 'pwd.reset'
    const input = {
      requestId: begun.requestId,
      password: form.get('password') ?? '',
      oldPassword: form.get('old_password') ?? '',
    }
    return progressPage(request, reply, await operate<Progress>(action, input, who))
  })
  app.get<{ Querystring: { request?: string } }>('/sp/password/state', async (request, reply) => {
    const who = visitorOf(service, request)?.who ?? nobody
    return progressPage(
      request,
      reply,
      await operate<Progress>('pwd.state', { requestId: request.query.request ?? '' }, who),
    )
  })

  const sayTo = (request: FastifyRequest): Say => sayIn(languageOf(service, visitorOf(service, request)))

  async function operate<T>(name: string, input: unknown, who: Who): Promise<T | Refused> {
    return (await executor.perform({ kind: 'operation', name, input, who })) as T | Refused
  }

  function start(request: FastifyRequest, reply: FastifyReply, fault: string | null) {
    const visitor = visitorOf(service, request)
    const say = sayTo(request)
    const processes = records
      .find('pwd_process', 'active=true^ORDERBYname')
      .filter((process) => isFor(process, visitor))
    const body =
      processes.length === 0
        ? html`<p>${say('Passwords cannot be reset here.')}</p>`
        : html`<form method="post" action="/sp/password" class="card">
<div class="field"><label for="process">${say('What shall be done?')}</label><select id="process" name="process">${processes.map((process) => html`<option value="${process.sys_id}">${process.name}</option>`)}</select></div>
<div class="field"><label for="action">${say('How?')}</label><select id="action" name="action"><option value="reset">${say('I forgot the password')}</option><option value="change">${say('I want to change it')}</option><option value="unlock">${say('The account is locked')}</option></select></div>
<div class="field"><label for="user_name">${say('User name')}</label><input id="user_name" name="user_name" autocomplete="username" value="${visitor?.user.user_name ?? ''}" required></div><button>${say('Go on')}</button></form>`
    return page(reply, visitor, say('Password'), body, fault)
  }

  function proofs(
    request: FastifyRequest,
    reply: FastifyReply,
    begun: Begun & { action: string },
    fault: string | null,
  ) {
    if (begun.verifications.length === 0) return newPassword(request, reply, begun, null)
    const language = languageOf(service, visitorOf(service, request))
    const say = sayIn(language)
    const forms = begun.verifications.map(
      (
        verification,
      ) => html`<form method="post" action="/sp/password/verify" class="card"><h2>${verification.name}</h2>${carried(begun)}
<input type="hidden" name="verification" value="${verification.id}">${verificationFields(verification.id, language)}<button>${say('Check')}</button></form>`,
    )
    return page(
      reply,
      visitorOf(service, request),
      say('Prove that it is you'),
      html`<p class="soft">${begun.number}</p>${forms}`,
      fault,
    )
  }

  /** The fields a verification's own form names; a code where it names none. */
  function verificationFields(id: string, language: string): Html {
    const verification = records.get('pwd_verification', id)
    const type = records.get('pwd_verification_type', verification?.type ?? '')
    const macro = type?.verification_ui
      ? (records.get('sys_ui_macro', type.verification_ui) ??
        records.find('sys_ui_macro', `name=${type.verification_ui}`, { limit: 1 })[0])
      : undefined
    const names = [...(macro?.xml ?? '').matchAll(/<input[^>]*\bname="([\w.-]+)"/g)].map((match) => match[1] ?? '')
    const fields = names.length > 0 ? names : ['code']
    const labels = macroLabels(macro?.xml ?? '', language)
    return html`${fields.map((name) => html`<div class="field"><label for="f-${id}-${name}">${labels.get(name) ?? (name === 'code' ? sayIn(language)('Code') : name)}</label><input id="f-${id}-${name}" name="answer_${name}" autocomplete="one-time-code"></div>`)}`
  }

  /** What the labels of a form say; `gs.getMessage('key')` is the one expression that is looked up. */
  function macroLabels(xml: string, language: string): Map<string, string> {
    const labels = [...xml.matchAll(/<label[^>]*\bfor="([\w.-]+)"[^>]*>([^<]*)</g)]
    return new Map(
      labels.map(([, name = '', text = '']) => [
        name,
        text
          .replace(/\$\{gs\.getMessage\('([^']*)'\)\}/g, (_all, key: string) => uiMessage(records, language, key))
          .trim(),
      ]),
    )
  }

  function newPassword(
    request: FastifyRequest,
    reply: FastifyReply,
    begun: Begun & { action: string },
    fault: string | null,
  ) {
    const say = sayTo(request)
    const old = html`<div class="field"><label for="old_password">${say('Present password')}</label><input id="old_password" name="old_password" type="password" autocomplete="current-password" required></div>`
    const fresh = html`<div class="field"><label for="password">${say('New password')}</label><input id="password" name="password" type="password" autocomplete="new-password" required></div><div class="field"><label for="again">${say('New password, once more')}</label><input id="again" name="again" type="password" autocomplete="new-password" required></div>`
    const isUnlock = begun.action === 'unlock'
    // "Auto-generate password": the instance makes one up, and asks nobody for it.
    const isMadeUp = begun.action === 'reset' && isAutoGenerated(begun.requestId)
    const title = say(isUnlock ? 'Unlock the account' : isMadeUp ? 'Reset the password' : 'Choose a new password')
    const label = say(isUnlock ? 'Unlock it' : isMadeUp ? 'Reset it' : 'Set the new password')
    return page(
      reply,
      visitorOf(service, request),
      title,
      html`<form method="post" action="/sp/password/set" class="card">${carried({ ...begun, verifications: [] })}${begun.action === 'change' ? old : null}${isUnlock || isMadeUp ? null : fresh}<button>${label}</button></form>`,
      fault,
    )
  }

  function isAutoGenerated(requestId: string): boolean {
    const request = records.get('pwd_reset_request', requestId)
    return records.get('pwd_process', request?.process ?? '')?.auto_gen_password === 'true'
  }

  function progressPage(request: FastifyRequest, reply: FastifyReply, progress: Progress | Refused) {
    if ('refused' in progress) return start(request, reply, progress.refused)
    const isOver = ended.has(progress.status)
    const say = sayTo(request)
    const words =
      progress.message ||
      say(
        progress.status === 'success'
          ? 'Done. Sign in with the new password.'
          : isOver
            ? 'That did not work.'
            : 'We are at it …',
      )
    if (!isOver) reply.header('refresh', `1; url=/sp/password/state?request=${progress.requestId}`)
    const message = said(words, isOver && progress.status !== 'success')
    const again = html`<p><a class="button" href="${progress.status === 'success' ? '/sp' : '/sp/password'}">${progress.status === 'success' ? say('To the portal') : say('Try again')}</a></p>`
    return sendPage(
      service,
      reply,
      visitorOf(service, request),
      { title: say('Password'), place: 'password_reset', isNarrow: true, message },
      html`${isOver ? again : null}`,
    )
  }

  function page(reply: FastifyReply, visitor: Visitor | null, title: string, body: Html, fault: string | null) {
    const options = {
      title,
      place: 'password_reset',
      isNarrow: true,
      status: fault ? 400 : 200,
      message: fault ? said(fault, true) : null,
    }
    return sendPage(service, reply, visitor, options, body)
  }
}

/** Processes of the service desk are for its people; the others are public or for whoever is signed in. */
function isFor(process: Row, visitor: Visitor | null): boolean {
  if (process.type === 'service_desk') return visitor?.who.roles.has('password_reset_service_desk') ?? false
  return process.public_access === 'true' || visitor !== null
}

function carried(begun: Begun & { action: string }): Html {
  return html`<input type="hidden" name="begun" value="${JSON.stringify(begun)}">`
}

function beginning(form: URLSearchParams): Begun & { action: string } {
  try {
    const begun = JSON.parse(form.get('begun') ?? '') as Begun & { action: string }
    return {
      ...begun,
      requestId: String(begun.requestId),
      verifications: Array.isArray(begun.verifications) ? begun.verifications : [],
    }
  } catch {
    return { requestId: '', number: '', verifications: [], action: 'reset' }
  }
}
