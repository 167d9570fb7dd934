import { servicenowRoutes as spec } from '@hallpass/contract/servicenow'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../platform/http/route.ts'
import { answerChallenge, type ChallengeDeps, showChallenge, startChallenge } from './challenges.ts'
import { callerOf } from './door.ts'
import {
  changeFromServiceNow,
  lockStateForServiceNow,
  type PasswordDeps as RequestDeps,
  resetFromServiceNow,
  unlockFromServiceNow,
} from './password-requests.ts'

export type PasswordDeps = ChallengeDeps & RequestDeps

export function passwordRoutes(server: FastifyInstance, deps: PasswordDeps): void {
  serve(server, spec.deskChallenge, ({ request, body }) => startChallenge(deps, callerOf(request).connection, body))
  serve(server, spec.deskAnswerChallenge, ({ request, params, body }) =>
    answerChallenge(deps, callerOf(request).connection, { challengeId: params.id, ...body }),
  )
  serve(server, spec.deskChallengeState, ({ request, params }) =>
    showChallenge(deps, callerOf(request).connection, params.id),
  )
  serve(server, spec.deskResetPassword, ({ request, requestId, body }) => {
    const { newPassword, ...rest } = body
    return resetFromServiceNow(deps, callerOf(request).connection, { ...rest, newPassword, callId: requestId })
  })
  serve(server, spec.deskChangePassword, ({ request, requestId, body }) =>
    changeFromServiceNow(deps, callerOf(request).connection, { ...body, callId: requestId }),
  )
  serve(server, spec.deskUnlock, ({ request, requestId, body }) =>
    unlockFromServiceNow(deps, callerOf(request).connection, { ...body, callId: requestId }),
  )
  serve(server, spec.deskLockState, ({ request, requestId, body }) =>
    lockStateForServiceNow(deps, callerOf(request).connection, { ...body, callId: requestId }),
  )
}
