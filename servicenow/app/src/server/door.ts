/** What flow steps, rules, jobs and script includes call: the logic, handed the platform. One line each. */
import { closeOrder } from './close-order.ts'
import { finishOrder } from './finish-order.ts'
import { giveByHand } from './give-by-hand.ts'
import { glide, viewer } from './glide.ts'
import { openApprovals } from './open-approvals.ts'
import { appQualifier, heldWords } from './order-form.ts'
import { answerChallenge, lookAtChallenge, startChallenge } from './password/challenge.ts'
import { ownPassword, type PageInput } from './password/own-password.ts'
import { readRequest } from './password/read-request.ts'
import { changePassword, lockState, resetPassword, testConnection, unlockAccount } from './password/reset-password.ts'
import { sendLink } from './password/send-link.ts'
import { prepareOrder } from './prepare-order.ts'
import { beginStage, endStage, nextStage, ruleOfItem } from './run-stage.ts'
import { startFulfilment } from './start-fulfilment.ts'

export const door = {
  appQualifier: (personId: string) => appQualifier(glide, viewer(), personId),
  heldWords: (personId: string) => heldWords(glide, viewer(), personId),
  prepareOrder: (itemId: string) => prepareOrder(glide, itemId),
  openApprovals: (itemId: string) => openApprovals(glide, itemId),
  nextStage: (itemId: string) => nextStage(glide, itemId),
  beginStage: (itemId: string) => beginStage(glide, itemId),
  ruleOfItem: (itemId: string) => ruleOfItem(glide, itemId),
  endStage: (stageId: string, approvalState: string) => endStage(glide, stageId, approvalState),
  startFulfilment: (itemId: string, opened: string) => startFulfilment(glide, itemId, opened),
  resetPassword: (requestId: string, password: string) => resetPassword(glide, requestId, password),
  changePassword: (requestId: string, before: string, after: string) => changePassword(glide, requestId, before, after),
  unlockAccount: (requestId: string) => unlockAccount(glide, requestId),
  lockState: (requestId: string) => lockState(glide, requestId),
  testConnection: () => testConnection(glide),
  startChallenge: (requestId: string) => {
    const request = readRequest(glide, requestId)
    return request === null ? null : startChallenge(glide, requestId, request.person)
  },
  answerChallenge: (requestId: string, kind: string, code: string) => answerChallenge(glide, requestId, kind, code),
  lookAtChallenge: (requestId: string) => lookAtChallenge(glide, requestId),
  ownPassword: (personId: string, input: PageInput) => ownPassword(glide, personId, input),
  sendLink: (personId: string) => sendLink(glide, personId, viewer().personId),
  finishOrder: (itemId: string, opened: string, message: string) => finishOrder(glide, itemId, opened, message),
  closeOrder: (itemId: string, state: string, message: string) => closeOrder(glide, itemId, state, message),
  giveByHand: (itemId: string, message: string, note: string, group: string) =>
    giveByHand(glide, itemId, { message, note, group }),
}
