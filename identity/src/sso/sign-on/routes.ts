import { samlRoutes as routes } from '@hallpass/contract/saml'
import { signOnKeyRoutes } from '@hallpass/contract/sign-on-keys'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../../audit/module.ts'
import { Failure } from '../../platform/errors.ts'
import { serve } from '../../platform/http/route.ts'
import { pageOutdated } from '../errors.ts'
import { noteCertificate } from '../keys/note-certificate.ts'
import { putBackKeys, rotateKeys } from '../keys/rotate-keys.ts'
import { showKeys } from '../keys/show-keys.ts'
import { pageLanguage, pageStyle } from '../plain-page.ts'
import { addressesOf } from '../saml/addresses.ts'
import { checkSaml } from '../saml/check-saml.ts'
import { malformedMessage } from '../saml/errors.ts'
import { formPage, formPagePolicy, sendScript } from '../saml/form-page.ts'
import { openMetadata, suggestSettings } from '../saml/from-metadata.ts'
import { continueChain, receiveLogoutRequest, receiveLogoutResponse } from '../saml/log-out.ts'
import { putSaml, removeSaml } from '../saml/put-saml.ts'
import type { Received } from '../saml/receive.ts'
import { receiveSignOn } from '../saml/receive-sign-on.ts'
import { previewSaml, showSaml } from '../saml/show-saml.ts'
import { samlKeys } from '../saml/signing-key.ts'
import { startSignOn } from '../saml/start-sign-on.ts'
import { writeMetadata } from '../saml/write-metadata.ts'
import { continueSignOn, type Step } from './continue-sign-on.ts'
import type { SignOnDeps } from './deps.ts'
import { inWords } from './in-words.ts'
import { namesRoutes } from './routes-names.ts'

export function signOnRoutes(server: FastifyInstance, deps: SignOnDeps): void {
  administration(server, deps)
  namesRoutes(server, deps)
  published(server, deps)
  signOn(server, deps)
  signOut(server, deps)
}

function administration(server: FastifyInstance, deps: SignOnDeps): void {
  serve(server, routes.getSaml, ({ params }) => showSaml(deps, params.id))

  serve(server, routes.putSaml, async (call) => {
    const { params, principal, body } = call
    await putSaml(deps, { appId: params.id, ...body, principal, actor: actorOf(call) })
    return await showSaml(deps, params.id)
  })

  serve(server, routes.removeSaml, (call) =>
    removeSaml(deps, { appId: call.params.id, principal: call.principal, actor: actorOf(call) }),
  )

  serve(server, routes.readSamlMetadata, async ({ params, body }) => {
    const { settings, suggested } = await showSaml(deps, params.id)
    return suggestSettings(await openMetadata(deps, body), settings ?? suggested)
  })

  serve(server, routes.checkSaml, async ({ params, body }) => {
    await showSaml(deps, params.id)
    return { findings: await checkSaml(deps, { appId: params.id, metadata: body.metadata }) }
  })

  serve(server, routes.previewSaml, async ({ params, body }) => {
    await showSaml(deps, params.id)
    return await previewSaml(deps, { appId: params.id, personId: body.personId })
  })

  serve(server, signOnKeyRoutes.listSignOnKeys, () => showKeys(deps))

  serve(server, signOnKeyRoutes.rotateSignOnKeys, (call) =>
    rotateKeys(deps, { ...call.body, nextIds: call.body.nextIds, principal: call.principal, actor: actorOf(call) }),
  )

  serve(server, signOnKeyRoutes.putBackSignOnKeys, (call) =>
    putBackKeys(deps, { use: call.body.use, principal: call.principal, actor: actorOf(call) }),
  )

  serve(server, signOnKeyRoutes.noteSamlCertificate, (call) =>
    noteCertificate(deps, { appId: call.params.id, ...call.body, actor: actorOf(call) }),
  )
}

function published(server: FastifyInstance, deps: SignOnDeps): void {
  serve(server, routes.samlMetadata, async ({ reply }) => {
    const { entityId, signOnUrl, logoutUrl } = addressesOf(deps.publicUrl)
    const { certificates } = await samlKeys(deps)
    const xml = writeMetadata({ entityId, signOnUrl, logoutUrl, certificates, wantsRequestsSigned: false })
    return reply.header('cache-control', 'public, max-age=300').type('application/samlmetadata+xml').send(xml)
  })

  serve(server, routes.samlPageStyle, async ({ reply }) =>
    reply.header('cache-control', 'public, max-age=3600').type('text/css; charset=utf-8').send(pageStyle),
  )

  serve(server, routes.samlSendScript, async ({ reply }) =>
    reply.header('cache-control', 'public, max-age=86400').type('text/javascript; charset=utf-8').send(sendScript),
  )
}

function signOn(server: FastifyInstance, deps: SignOnDeps): void {
  serve(server, routes.samlSignOn, (call) =>
    inWords(call.request, call.reply, async () => {
      const { SAMLRequest: value, RelayState, Signature } = call.query
      if (value === undefined) throw malformedMessage('SAMLRequest is missing.')
      const received = redirected(call.request, 'SAMLRequest', value, Signature)
      const { id } = await receiveSignOn(deps, { received, relayState: RelayState ?? null })
      return call.reply.redirect(`/continue/${id}`, 302)
    }),
  )

  serve(server, routes.samlSignOnPosted, (call) =>
    inWords(call.request, call.reply, async () => {
      const received: Received = { binding: 'post', value: call.body.SAMLRequest }
      const { id } = await receiveSignOn(deps, { received, relayState: call.body.RelayState ?? null })
      // 303: what comes back is a GET of our own, with the cookies that a POST from another site does not carry.
      return call.reply.redirect(`/continue/${id}`, 303)
    }),
  )

  serve(server, routes.continueSignOn, (call) =>
    inWords(call.request, call.reply, async () => {
      const { principal, address } = call
      const actor = principal ? actorOf({ ...call, principal }) : null
      return take(call.reply, await continueSignOn(deps, { id: call.params.id, principal, address, actor }))
    }),
  )

  serve(server, routes.samlStartPosted, (call) =>
    inWords(call.request, call.reply, async () => {
      const { principal, address, reply } = call
      const appId = call.params.id
      deps.csrf.checkForm(call.request, call.body.token)
      if (!principal || principal.isEnrolment) throw pageOutdated()
      const actor = actorOf({ ...call, principal })
      const form = await startSignOn(deps, { appId, relayState: undefined, principal, address, actor }).catch(moreProof)
      return form === null ? reply.redirect(`/launch/${appId}`, 303) : take(reply, { kind: 'form', form })
    }),
  )

  serve(server, routes.samlStart, (call) =>
    startSignOn(deps, {
      appId: call.params.id,
      relayState: call.body.relayState,
      principal: call.principal,
      address: call.address,
      actor: actorOf(call),
    }),
  )
}

/** The proof grew too old between the page and its form: the tile's own way asks for it. */
function moreProof(error: unknown): null {
  if (error instanceof Failure && error.code === 'insufficient_user_authentication') return null
  throw error
}

function signOut(server: FastifyInstance, deps: SignOnDeps): void {
  const answer = (
    reply: FastifyReply,
    message: { request: Received | null; response: Received | null; relayState: string | null },
  ) => {
    const { request, response, relayState } = message
    if (request) return receiveLogoutRequest(deps, { received: request, relayState }).then((step) => take(reply, step))
    if (response)
      return receiveLogoutResponse(deps, { received: response, relayState }).then((step) => take(reply, step))
    throw malformedMessage('SAMLRequest or SAMLResponse is missing.')
  }

  serve(server, routes.samlLogout, (call) =>
    inWords(call.request, call.reply, async () => {
      const { SAMLRequest, SAMLResponse, RelayState, Signature } = call.query
      const read = (name: 'SAMLRequest' | 'SAMLResponse', value: string | undefined) =>
        value === undefined ? null : redirected(call.request, name, value, Signature)
      const request = read('SAMLRequest', SAMLRequest)
      const response = read('SAMLResponse', SAMLResponse)
      return await answer(call.reply, { request, response, relayState: RelayState ?? null })
    }),
  )

  serve(server, routes.samlSignOutApps, (call) =>
    inWords(call.request, call.reply, async () => take(call.reply, await continueChain(deps, call.params.id))),
  )

  serve(server, routes.samlLogoutPosted, (call) =>
    inWords(call.request, call.reply, async () => {
      const { SAMLRequest, SAMLResponse, RelayState } = call.body
      const posted = (value: string | undefined): Received | null =>
        value === undefined ? null : { binding: 'post', value }
      const relayState = RelayState ?? null
      return await answer(call.reply, { request: posted(SAMLRequest), response: posted(SAMLResponse), relayState })
    }),
  )
}

function redirected(
  request: FastifyRequest,
  parameter: 'SAMLRequest' | 'SAMLResponse',
  value: string,
  signature: string | undefined,
): Received {
  const address = request.raw.url ?? ''
  const rawQuery = address.slice(address.indexOf('?') + 1)
  return { binding: 'redirect', parameter, value, rawQuery, isSigned: signature !== undefined }
}

function take(reply: FastifyReply, step: Step): FastifyReply {
  reply.header('cache-control', 'no-store')
  if (step.kind === 'go') return reply.redirect(step.location, 302)
  reply.header('content-security-policy', formPagePolicy)
  return reply
    .code(200)
    .type('text/html; charset=utf-8')
    .send(formPage(step.form, pageLanguage(reply.request.headers)))
}
